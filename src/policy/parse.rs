//! Reads one TOML file strictly, with every fault of it at once.

use serde::de::DeserializeOwned;
use toml::de::{DeTable, Error};

use super::locate::{entry_at, path_at, row_at};
use crate::diag::{Diagnostic, Span, Text, codes, did_you_mean, plural};

/// Parses one TOML file strictly; an unknown key is an error that proposes the nearest known one.
///
/// A faulty entry that could be left out is reported and left out, so that the faults after it show as well.
pub fn parse_toml<T: DeserializeOwned>(path: &str, text: &str, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let (_, malformed) = DeTable::parse_recoverable(text);
    if !malformed.is_empty() {
        faults.extend(syntax_faults(path, text, &malformed));
        return None;
    }
    let mut rest = text.to_string();
    let mut left_out = Vec::new();
    loop {
        let error = match toml::from_str(&rest) {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        if left_out.iter().any(|key| error.message() == format!("missing field `{key}`")) {
            return None;
        }
        faults.push(fault(path, &rest, &error));
        let entry = error.span().and_then(|span| entry_at(&rest, &span))?;
        left_out.extend(rest.get(entry.clone()).and_then(|entry| entry.split(['=', ' ']).next()).map(str::to_string));
        // Blanked rather than cut, so that later faults keep their rows.
        let blank: String = rest.get(entry.clone())?.chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
        rest.replace_range(entry, &blank);
    }
}

fn span_of(path: &str, text: &str, error: &Error) -> Span {
    let mut span = Span::file(path);
    if let Some(range) = error.span() {
        span.row = Some(row_at(text, range.start));
        let value = text.get(range).map(str::trim).filter(|value| !value.is_empty() && !value.contains('\n'));
        span.value = value.map(str::to_string);
    }
    span
}

/// Every key that is written twice, and the first place that is no TOML; what the parser makes of the text after
/// that place is mostly its own confusion.
fn syntax_faults(path: &str, text: &str, malformed: &[Error]) -> Vec<Diagnostic> {
    let (twice, other): (Vec<&Error>, Vec<&Error>) =
        malformed.iter().partition(|error| error.message().starts_with("duplicate key"));
    let first = other.first().map(|error| broken(path, text, error, other.len()));
    first.into_iter().chain(twice.into_iter().map(|error| key_twice(span_of(path, text, error)))).collect()
}

fn key_twice(span: Span) -> Diagnostic {
    Diagnostic::error(
        codes::E0608,
        span,
        Text::new("同一个键写了两次", "a key is written twice"),
        Text::new("请删去其中一个", "delete one of the two"),
    )
}

/// The first place that is no TOML, of `places` in the file.
fn broken(path: &str, text: &str, error: &Error, places: usize) -> Diagnostic {
    let others = match places - 1 {
        0 => Text::default(),
        more => Text::new(
            format!("；其后还有 {more} 处读不通"),
            format!("; {} after it cannot be read either", plural(more as i64, "place")),
        ),
    };
    Diagnostic::error(
        codes::E0601,
        span_of(path, text, error),
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

fn fault(path: &str, text: &str, error: &Error) -> Diagnostic {
    let span = span_of(path, text, error);
    let message = error.message();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (first, known) = quoted.split_first().map_or(("", &[][..]), |(first, known)| (*first, known));
    if message.starts_with("unknown field") {
        let cause = Text::new(format!("未知的键“{first}”"), format!("unknown key `{first}`"));
        return Diagnostic::error(codes::E0602, span, cause, suggest(first, known));
    }
    if message.starts_with("missing field") {
        let cause = Text::new(format!("缺少键“{first}”"), format!("key `{first}` is missing"));
        let hint = Text::new("请补上这个键", "add the key");
        return Diagnostic::error(codes::E0607, span, cause, hint);
    }
    // The faults left are of values; what they are values of, the parser does not say.
    let span = Span { column: error.span().and_then(|range| path_at(text, &range)), ..span };
    if message.starts_with("unknown variant") {
        let cause = Text::new(format!("“{first}”不在可选值之内"), format!("`{first}` is not one of the allowed words"));
        return Diagnostic::error(codes::E0606, span, cause, suggest(first, known));
    }
    let value = span.value.as_deref().unwrap_or_default().trim_matches('"').to_string();
    Diagnostic::error(
        codes::E0606,
        span,
        Text::new(format!("取值“{value}”的类型不对"), format!("`{value}` has the wrong type: {message}")),
        Text::new(
            "日期写作 2026-01-31，整数不带引号，文字带引号",
            "write dates as 2026-01-31, whole numbers without quotes, words in quotes",
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
