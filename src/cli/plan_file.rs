//! Reading a plan file: what is wrong with one, where, and what to do about it.

use std::path::Path;

use serde_json::error::Category;

use super::failure::Failure;
use super::session::word;
use crate::diag::{Diagnostic, Span, Text, codes, io_reason};
use crate::plan::Plan;

/// Cells of a line of the file that are shown with its fault.
const EXCERPT: usize = 60;

/// Reads a plan; one that cannot be read or is none is a fault of the input.
pub(super) fn read(path: &Path) -> Result<Plan, Failure> {
    let bytes = std::fs::read(path).map_err(|error| {
        let why = io_reason(&error);
        let cause = Text::new(format!("方案文件无法读取：{}", why.zh), format!("cannot read the plan file: {}", why.en));
        let hint = Text::new(
            "请检查路径和权限；命令先写名册文件夹，后写 evenhand team --out 写出的方案文件",
            "check the path and the permissions; the roster folder comes first, then the file that evenhand team --out wrote",
        );
        Failure::Input(vec![Diagnostic::error(codes::E0705, Span::file(word(path)), cause, hint)])
    })?;
    let text = String::from_utf8(bytes).map_err(|_| not_utf8(path))?;
    // Notepad on Windows begins what it saves as UTF-8 with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(text).map_err(|error| {
        let why = fault(&error);
        let cause = Text::new(
            format!("不是 evenhand.plan/1 方案文件：{}", why.zh),
            format!("not an evenhand.plan/1 file: {}", why.en),
        );
        Failure::Input(vec![Diagnostic::error(codes::E0703, place(path, text, &error), cause, remedy(&error))])
    })
}

/// A file in another encoding, such as an editor's GB18030 or UTF-16, or no text at all.
fn not_utf8(path: &Path) -> Failure {
    let cause = Text::new("方案文件的编码不是 UTF-8", "the plan file is not encoded in UTF-8");
    let hint = Text::new(
        "请用编辑器另存为 UTF-8 编码，或用 evenhand team --out 重新写出",
        "save it as UTF-8 in the editor, or write the plan anew with evenhand team --out",
    );
    Failure::Input(vec![Diagnostic::error(codes::E0703, Span::file(word(path)), cause, hint)])
}

/// The line, and what stands there.
fn place(path: &Path, text: &str, error: &serde_json::Error) -> Span {
    let span = Span::row(word(path), error.line().max(1));
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default().trim();
    // A file without line breaks is one long line; what counts stands before the column.
    let before = error.column().saturating_sub(EXCERPT);
    let excerpt: String = match line.chars().count() > EXCERPT {
        true => line.bytes().skip(before).take(EXCERPT).filter(u8::is_ascii_graphic).map(char::from).collect(),
        false => line.to_string(),
    };
    if excerpt.is_empty() { span } else { span.value(excerpt) }
}

fn remedy(error: &serde_json::Error) -> Text {
    match error.classify() {
        Category::Data => Text::new(
            "请改正这一处，或用 evenhand team --out 重新写出；各字段的写法见 evenhand schema",
            "mend it there, or write the plan anew with evenhand team --out; evenhand schema prints how fields are written",
        ),
        Category::Eof | Category::Syntax | Category::Io => Text::new(
            "方案文件由 evenhand team --out 写出；手工改过的，请核对引号、逗号和括号",
            "plan files are written by evenhand team --out; if it was edited, look for quotes, commas and brackets",
        ),
    }
}

/// The parser's fault, in words of ours: its own exist in English only.
fn fault(error: &serde_json::Error) -> Text {
    let parser = error.to_string();
    // Names of fields and variants stand between backticks, values between double quotes.
    let name = parser.split('`').nth(1).unwrap_or_default();
    let begins = |words: &str| parser.starts_with(words);
    match error.classify() {
        Category::Eof => Text::new("文件不完整", "the file ends too early"),
        Category::Syntax | Category::Io => Text::new("内容不是 JSON", "it is no JSON"),
        Category::Data if begins("missing field") => {
            Text::new(format!("缺少字段“{name}”"), format!("the field `{name}` is missing"))
        }
        Category::Data if begins("unknown field") => {
            Text::new(format!("没有“{name}”这个字段"), format!("there is no field `{name}`"))
        }
        Category::Data if begins("duplicate field") => {
            Text::new(format!("字段“{name}”写了两次"), format!("the field `{name}` stands twice"))
        }
        Category::Data if begins("unknown variant") => {
            Text::new(format!("“{name}”不在可选值之内"), format!("`{name}` is none of the values there are"))
        }
        Category::Data if begins("invalid type") => Text::new(
            "这里的值类型不对，例如应为数字而写成文字",
            "the value here is of another type, such as words where a number belongs",
        ),
        Category::Data if begins("invalid value") => Text::new("这里的值超出范围", "the value here is out of range"),
        Category::Data => Text::new(
            "这里的值无法识别，例如日期不存在",
            "the value here cannot be read, such as a date that does not exist",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: impl AsRef<[u8]>) -> (Text, Option<Span>) {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("plan.json");
        std::fs::write(&path, text).unwrap();
        match read(&path) {
            Err(Failure::Input(faults)) => (faults[0].cause.clone(), faults[0].span.clone()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_fault_says_what_is_wrong_on_which_line() {
        let (cause, span) = of("{\n  \"schema\": 7\n}\n");
        assert!(cause.zh.contains("类型不对") && cause.en.contains("of another type"), "{cause:?}");
        let span = span.unwrap();
        assert_eq!((span.row, span.value.as_deref()), (Some(2), Some("\"schema\": 7")));
        assert!(of("{}").0.zh.contains("缺少字段“schema”"));
        assert!(of("{\"a\": 1}").0.zh.contains("没有“a”这个字段"));
        assert!(of("{\"kind\": \"tream\"}").0.zh.contains("“tream”不在可选值之内"));
        assert!(of("").0.zh.contains("文件不完整"));
        assert!(of("姓名,单位").0.zh.contains("不是 JSON"));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_another_encoding_named() {
        assert_eq!(of("\u{feff}{}").0, of("{}").0);
        for bytes in [b"\xb7\xbd\xb0\xb8".as_slice(), b"\xff\xfe{\0}\0"] {
            let (cause, span) = of(bytes);
            assert!(cause.zh.contains("不是 UTF-8") && cause.en.contains("UTF-8"), "{cause:?}");
            assert!(span.is_some_and(|span| span.row.is_none()));
        }
    }
}
