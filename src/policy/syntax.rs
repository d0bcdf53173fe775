//! What is no TOML, and the slips that make it so.

use toml::de::Error;

use super::document::row_at;
use crate::diag::{Diagnostic, Span, Text, codes, plural};

/// Characters of a Chinese keyboard, and those that TOML has in their place.
const FULL_WIDTH: &[(char, char)] = &[
    ('“', '"'),
    ('”', '"'),
    ('＂', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('＇', '\''),
    ('＝', '='),
    ('，', ','),
    ('、', ','),
    ('：', '='),
    ('［', '['),
    ('【', '['),
    ('］', ']'),
    ('】', ']'),
    ('｛', '{'),
    ('｝', '}'),
    ('＃', '#'),
    ('．', '.'),
    ('。', '.'),
    ('－', '-'),
    ('\u{3000}', ' '),
];

/// A section that is written once more.
pub(super) struct Doubled {
    /// Its keys.
    pub path: Vec<String>,
    /// Whether the second one has double brackets.
    pub is_entry: bool,
}

/// Tells every key that is written twice, and the first place that is no TOML; what the parser makes of the text
/// after that place is mostly its own confusion. The sections that are written twice, or `None` when there is such a
/// place.
pub(super) fn syntax_faults(
    file: &str,
    text: &str,
    malformed: &[Error],
    faults: &mut Vec<Diagnostic>,
) -> Option<Vec<Doubled>> {
    let (twice, other): (Vec<&Error>, Vec<&Error>) =
        malformed.iter().partition(|error| error.message().starts_with("duplicate key"));
    let first = other.first().map(|error| broken(text, place(file, text, error), error, other.len()));
    faults.extend(first);
    let mut doubled = Vec::new();
    // Where a section is written twice, so are its keys.
    let mut covered = 0..0;
    for error in twice {
        let span = place(file, text, error);
        let row = span.row.unwrap_or(1);
        match head(line(text, row)) {
            Some(head) => {
                let is_entry = line(text, row).trim().starts_with("[[");
                faults.push(section_twice(span, head));
                let path = head.split('.').map(|key| key.trim().trim_matches(['"', '\'']).to_string()).collect();
                doubled.push(Doubled { path, is_entry });
                let rest = text.lines().skip(row).take_while(|line| self::head(line).is_none());
                covered = row..row + 1 + rest.count();
            }
            None if covered.contains(&row) => {}
            None => faults.push(key_twice(span)),
        }
    }
    other.is_empty().then_some(doubled)
}

fn line(text: &str, row: usize) -> &str {
    text.lines().nth(row.saturating_sub(1)).unwrap_or_default()
}

/// What stands between the brackets of a section's head.
fn head(line: &str) -> Option<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('[')?.trim_start_matches('[');
    inner.split_once(']').map(|(inner, _)| inner.trim())
}

fn place(file: &str, text: &str, error: &Error) -> Span {
    let mut span = Span::file(file);
    if let Some(range) = error.span() {
        span.row = Some(row_at(text, range.start));
        let value = text.get(range).map(|value| value.trim().trim_matches(['"', '\'', '“', '”']));
        span.value = value.filter(|value| !value.is_empty() && !value.contains('\n')).map(str::to_string);
    }
    span
}

fn key_twice(span: Span) -> Diagnostic {
    // What is written at the place is the key.
    let span = Span { column: span.value, value: None, ..span };
    Diagnostic::error(
        codes::E0608,
        span,
        Text::new("同一个键写了两次", "a key is written twice"),
        Text::new("请删去其中一个", "delete one of the two"),
    )
}

fn section_twice(span: Span, head: &str) -> Diagnostic {
    let span = Span { column: Some(head.to_string()), value: None, ..span };
    Diagnostic::error(
        codes::E0608,
        span,
        Text::new(format!("“{head}”一节写了两次"), format!("the section `{head}` is written twice")),
        Text::new(
            "请合并为一节；每项各写一节的（如 [[adopt]]、[[template]]），每节都用双方括号，下级各节写在其后",
            "join the two; where each entry has a section of its own, such as [[adopt]] or [[template]], every one has \
             double brackets, and what belongs to it follows it",
        ),
    )
}

/// The first place that is no TOML, of `places` in the file.
fn broken(text: &str, span: Span, error: &Error, places: usize) -> Diagnostic {
    let others = match places - 1 {
        0 => Text::default(),
        more => Text::new(
            format!("；其后还有 {more} 处读不通"),
            format!("; {} after it cannot be read either", plural(more as i64, "place")),
        ),
    };
    let hint = slip(line(text, span.row.unwrap_or(1))).unwrap_or_else(|| {
        Text::new(
            "请检查引号、括号和等号，改正后重新校验；可对照 models/ 中的同类文件",
            "check quotes, brackets and equals signs, then check again; compare a file of its kind in models/",
        )
    });
    Diagnostic::error(
        codes::E0601,
        span,
        Text::new(
            format!("此处不合 TOML 语法{}；整个文件未采用", others.zh),
            format!("this is no TOML: {}{}; nothing of the file was used", error.message(), others.en),
        ),
        hint,
    )
}

/// The slip that most likely keeps a line from being read.
fn slip(line: &str) -> Option<Text> {
    let code = unquoted(line);
    if let Some((wide, narrow)) = FULL_WIDTH.iter().find(|(wide, _)| code.contains(*wide)) {
        let name = if *narrow == ' ' { Text::new("全角空格", "a full-width space") } else { quoted(*wide) };
        let instead = if *narrow == ' ' { Text::new("半角空格", "a plain one") } else { plain(*narrow) };
        return Some(Text::new(
            format!("此行有{}，请改为{}", name.zh, instead.zh),
            format!("the line has {}: write {}", name.en, instead.en),
        ));
    }
    let Some((key, value)) = code.split_once('=') else {
        if head(&code).is_some_and(|head| !head.is_ascii()) {
            return Some(Text::new(
                "节名一律用英文和规则编号，如 [rule.R32]",
                "sections have English names and the codes of rules, such as [rule.R32]",
            ));
        }
        let colon = code.contains(':') && head(&code).is_none();
        return colon.then(|| Text::new("键和值之间请写等号（=）", "write `=` between a key and its value"));
    };
    let (key, value) = (key.trim(), value.trim());
    if !key.is_ascii() {
        return Some(Text::new(
            "键名一律用英文，见 docs/rules.md；组队模板的键见 models/templates/",
            "keys are English words: see docs/rules.md, and models/templates/ for those of templates",
        ));
    }
    let switches = ["true", "false", "yes", "no", "on", "off", "是", "否", "启用", "关闭"];
    if switches.contains(&value.to_lowercase().as_str()) {
        return Some(Text::new("请写 true 或者 false", "write true or false"));
    }
    let year = value.len() > 4 && value.bytes().take(4).all(|byte| byte.is_ascii_digit());
    if year && value.get(4..).is_some_and(|rest| rest.starts_with(['-', '/', '.', '年'])) {
        return Some(Text::new("日期请写成 2026-01-31 这样", "write dates like 2026-01-31"));
    }
    let is_word = value.starts_with(char::is_alphabetic);
    is_word.then(|| Text::new("文字请加半角引号", "write words in quotes"))
}

fn quoted(character: char) -> Text {
    Text::new(format!("全角的 {character}"), format!("a full-width {character}"))
}

fn plain(character: char) -> Text {
    Text::new(format!("半角的 {character}"), format!("a plain {character}"))
}

/// A line without what stands in quotes, and without its comment.
fn unquoted(line: &str) -> String {
    let mut code = String::new();
    let mut quote = None;
    for character in line.chars() {
        match quote {
            None if character == '#' => break,
            None => {
                code.push(character);
                quote = Some(character).filter(|it| ['"', '\''].contains(it));
            }
            Some(open) if character == open => {
                code.push(character);
                quote = None;
            }
            Some(_) => {}
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn slips_of_the_keyboard_are_named() {
        for (line, named) in [
            ("rule = “R32”", Some("full-width “: write a plain \"")),
            ("enabled ＝ false", Some("full-width ＝: write a plain =")),
            ("size = [2， 6]", Some("write a plain ,")),
            ("rule =\u{3000}\"R32\"", Some("full-width space: write a plain one")),
            ("by = \"县纪委，常委会\" x", None),
            ("days : 30", Some("`=` between")),
            ("[rule.R32", None),
            ("[rule.回避]", Some("codes of rules")),
            ("文号 = \"7号\"", Some("keys are English")),
            ("enabled = False", Some("true or false")),
            ("enabled = 否 # 停用", Some("true or false")),
            ("date = 2026/3/1", Some("2026-01-31")),
            ("date = 2026年3月1日", Some("2026-01-31")),
            ("date = 2026-03", Some("2026-01-31")),
            ("rule = R32", Some("words in quotes")),
            ("size = [2, ", None),
        ] {
            let hint = slip(line);
            assert_eq!(hint.is_some(), named.is_some(), "{line}: {hint:?}");
            assert!(hint.is_none_or(|hint| hint.en.contains(named.unwrap_or_default())), "{line}");
        }
    }
}
