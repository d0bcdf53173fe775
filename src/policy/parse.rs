//! Reads one TOML file strictly, with every fault of it at once.

use serde::de::DeserializeOwned;
use toml::de::Error;

use super::document::{Content, Document, Node, row_at};
use super::fault::{Expected, Fault, Kind};
use super::reader::Reader;
use crate::diag::{Diagnostic, Span, Text, codes, did_you_mean, plural};

/// Reads one TOML file; an unknown key is an error that proposes the nearest known one.
///
/// Every fault is reported, whatever stands beside it. The value has the faulty parts left out or, where they must be
/// there, made up, and the document knows which these are; `None` when the file is no TOML.
pub(super) fn read_toml<T: DeserializeOwned>(
    file: &str,
    text: &str,
    faults: &mut Vec<Diagnostic>,
) -> (Option<T>, Document) {
    let (mut document, malformed) = Document::new(file, text);
    if syntax_faults(file, text, &malformed, faults) {
        return (None, document);
    }
    loop {
        match T::deserialize(Reader::new(&document)) {
            Ok(value) => return (Some(value), document),
            // Each fault is mended in the document, so that the next reading meets the next one.
            Err(fault) => {
                if !mend(&mut document, fault, faults) {
                    return (None, document);
                }
            }
        }
    }
}

/// The same for a file that is used as a whole or not at all.
pub(super) fn parse_toml<T: DeserializeOwned>(file: &str, text: &str, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let before = faults.len();
    let (value, _) = read_toml(file, text, faults);
    value.filter(|_| faults.len() == before)
}

/// Tells `fault` and changes the document so that it does not occur again; `false` when that cannot be done.
fn mend(document: &mut Document, fault: Fault, faults: &mut Vec<Diagnostic>) -> bool {
    let path = fault.path.unwrap_or_default();
    match fault.kind {
        Kind::UnknownKey { known, needed } => {
            faults.push(unknown_key(document, &path, known, needed));
            rename(document, &path, needed.or_else(|| nearest(&path, known)))
        }
        Kind::MissingKey(key) => {
            let path: Vec<String> = path.into_iter().chain([key.to_string()]).collect();
            if !document.is_gap(&path) {
                faults.push(missing_key(document, &path, key));
            }
            document.fill(&path)
        }
        kind => {
            if path.is_empty() || document.is_gap(&path) {
                return false;
            }
            faults.push(wrong_value(document, &path, &kind));
            let Some(node) = document.at_mut(&path) else { return false };
            match (kind, &mut node.content) {
                // One section in single brackets where each entry has its own, or the other way round.
                (Kind::WrongType(Expected::List), Content::Table(_)) => {
                    node.content = Content::List(vec![node.clone()])
                }
                (Kind::WrongType(Expected::Table), Content::List(list)) if matches!(list.as_slice(), [only] if only.table().is_some()) =>
                {
                    node.content = std::mem::take(list).into_iter().next().unwrap_or_default().content;
                }
                _ => document.leave_out(&path),
            }
            true
        }
    }
}

/// Reads an unknown key as the one that is meant, so that what stands there is judged too; drops it when none is.
fn rename(document: &mut Document, path: &[String], meant: Option<&str>) -> bool {
    let Some((key, table)) = path.split_last() else { return false };
    let Some(Content::Table(table)) = document.at_mut(table).map(|node| &mut node.content) else { return false };
    let Some(node) = table.remove(key) else { return false };
    let Some(meant) = meant else { return true };
    match (table.get_mut(meant).map(|there| &mut there.content), node.content) {
        (None, content) => {
            table.insert(meant.to_string(), Node { content, ..node });
        }
        (Some(Content::List(there)), Content::List(more)) => there.extend(more),
        _ => {}
    }
    true
}

fn nearest(path: &[String], known: &[&'static str]) -> Option<&'static str> {
    let near = did_you_mean(path.last()?, known.iter().copied())?;
    known.iter().copied().find(|known| *known == near)
}

fn span_of(document: &Document, path: &[String]) -> Span {
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    let mut span = document.span(&steps);
    span.value = document.at(path).and_then(|node| node.written.clone());
    span
}

fn unknown_key(document: &Document, path: &[String], known: &[&str], needed: Option<&str>) -> Diagnostic {
    let key = path.last().map(String::as_str).unwrap_or_default();
    let (needed_zh, needed_en) = needed.map_or_else(Default::default, |needed| {
        (format!("，而必需的“{needed}”没有写"), format!(", and the required key `{needed}` is missing"))
    });
    let cause = Text::new(format!("未知的键“{key}”{needed_zh}"), format!("unknown key `{key}`{needed_en}"));
    let hint = needed.map_or_else(|| suggest(key, known), |needed| suggest(needed, &[needed]));
    Diagnostic::error(codes::E0602, span_of(document, path), cause, hint)
}

fn missing_key(document: &Document, path: &[String], key: &str) -> Diagnostic {
    let cause = Text::new(format!("缺少键“{key}”"), format!("key `{key}` is missing"));
    let hint = match path.first().map(String::as_str) {
        Some(section @ ("team" | "ties")) => Text::new(
            format!("请补上这个键；[{section}] 整节替换内置设置，各键须写全（见 docs/rules.md 的示例）"),
            format!(
                "add the key; [{section}] replaces the built-in settings as a whole and needs every key (see the \
                 example in docs/rules.md)"
            ),
        ),
        _ => Text::new("请补上这个键", "add the key"),
    };
    Diagnostic::error(codes::E0607, span_of(document, path), cause, hint)
}

fn wrong_value(document: &Document, path: &[String], kind: &Kind) -> Diagnostic {
    let span = span_of(document, path);
    let value = span.value.as_deref().unwrap_or_default().trim_matches(['"', '\'']).to_string();
    let (cause, hint) = match kind {
        Kind::UnknownWord(known) => (
            Text::new(format!("“{value}”不在可选值之内"), format!("`{value}` is not one of the allowed words")),
            suggest(&value, known),
        ),
        Kind::WrongType(expected) => {
            let title = expected.title();
            let cause = if value.is_empty() {
                Text::new(format!("此处的类型不对，应为{}", title.zh), format!("wrong type: expected {}", title.en))
            } else {
                Text::new(
                    format!("取值“{value}”的类型不对，应为{}", title.zh),
                    format!("`{value}` has the wrong type: expected {}", title.en),
                )
            };
            (cause, expected.remedy())
        }
        Kind::Refused(message) => (
            Text::new(format!("取值“{value}”的类型不对"), format!("`{value}` has the wrong type: {message}")),
            Text::new(
                "日期写作 2026-01-31，整数不带引号，文字带引号",
                "write dates as 2026-01-31, whole numbers without quotes, words in quotes",
            ),
        ),
        // Faults of keys are told elsewhere.
        Kind::UnknownKey { .. } | Kind::MissingKey(_) => (Text::default(), Text::default()),
    };
    Diagnostic::error(codes::E0606, span, cause, hint)
}

/// Tells every key that is written twice, and the first place that is no TOML; what the parser makes of the text
/// after that place is mostly its own confusion. `true` when there is such a place.
fn syntax_faults(file: &str, text: &str, malformed: &[Error], faults: &mut Vec<Diagnostic>) -> bool {
    let (twice, other): (Vec<&Error>, Vec<&Error>) =
        malformed.iter().partition(|error| error.message().starts_with("duplicate key"));
    let first = other.first().map(|error| broken(malformed_at(file, text, error), error, other.len()));
    faults.extend(first);
    faults.extend(twice.into_iter().map(|error| key_twice(malformed_at(file, text, error))));
    !other.is_empty()
}

fn malformed_at(file: &str, text: &str, error: &Error) -> Span {
    let mut span = Span::file(file);
    if let Some(range) = error.span() {
        span.row = Some(row_at(text, range.start));
        let value = text.get(range).map(str::trim).filter(|value| !value.is_empty() && !value.contains('\n'));
        span.value = value.map(str::to_string);
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

/// The first place that is no TOML, of `places` in the file.
fn broken(span: Span, error: &Error, places: usize) -> Diagnostic {
    let others = match places - 1 {
        0 => Text::default(),
        more => Text::new(
            format!("；其后还有 {more} 处读不通"),
            format!("; {} after it cannot be read either", plural(more as i64, "place")),
        ),
    };
    Diagnostic::error(
        codes::E0601,
        span,
        Text::new(
            format!("此处不合 TOML 语法{}；整个文件未采用", others.zh),
            format!("this is no TOML: {}{}; nothing of the file was used", error.message(), others.en),
        ),
        Text::new(
            "请检查引号、括号和等号，改正后重新校验；可对照 models/ 中的同类文件",
            "check quotes, brackets and equals signs, then check again; compare a file of its kind in models/",
        ),
    )
}

/// Proposes the nearest known word, or lists them all.
pub(super) fn suggest(word: &str, known: &[&str]) -> Text {
    match did_you_mean(word, known.iter().copied()) {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new(format!("可选：{}", known.join("、")), format!("known: {}", known.join(", "))),
    }
}
