//! Diagnostics as text: what and where, then why, then the remedy on a line of its own.

use super::style::{green, red, yellow};
use crate::diag::{Diagnostic, Language, Severity, Span};

/// All diagnostics, in their order, each a small paragraph.
pub fn text(diagnostics: &[Diagnostic], language: Language) -> String {
    diagnostics.iter().map(|diagnostic| paragraph(diagnostic, language)).collect()
}

fn paragraph(diagnostic: &Diagnostic, language: Language) -> String {
    let code = diagnostic.code.to_string();
    let chinese = language == Language::Zh;
    let label = match (diagnostic.severity, chinese) {
        (Severity::Error, true) => red(&format!("错误 {code}")),
        (Severity::Error, false) => red(&format!("error {code}")),
        (Severity::Warning, true) => yellow(&format!("警告 {code}")),
        (Severity::Warning, false) => yellow(&format!("warning {code}")),
        (Severity::Note, true) => green(&format!("说明 {code}")),
        (Severity::Note, false) => green(&format!("note {code}")),
    };
    let cause = diagnostic.cause.get(language);
    let hint = diagnostic.hint.get(language);
    let separator = if chinese { "：" } else { ": " };
    let mut lines = format!("{label}{separator}{cause}\n");
    if let Some(span) = &diagnostic.span {
        lines += &format!("  --> {}\n", place(span, language));
    }
    if !hint.is_empty() {
        lines += &format!("  {}{separator}{hint}\n", green(if chinese { "提示" } else { "hint" }));
    }
    lines
}

/// `people.csv:12 成长地 “内江”`, as far as it is known.
pub fn place(span: &Span, language: Language) -> String {
    let mut place = span.file.clone();
    if let Some(row) = span.row {
        place += &format!(":{row}");
    }
    if let Some(column) = &span.column {
        place += &format!(" {column}");
    }
    match (&span.value, language) {
        (Some(value), Language::Zh) => place += &format!(" “{value}”"),
        (Some(value), Language::En) => place += &format!(" `{value}`"),
        (None, _) => {}
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Text, codes};

    #[test]
    fn a_fault_says_what_where_why_and_how() {
        let fault = Diagnostic::error(
            codes::E0203,
            Span::row("people.csv", 12).cell("参加工作时间", "2010.13"),
            Text::new("“2010.13”不是日期", "`2010.13` is not a date"),
            Text::new("请写成 2010.12 或 2010-12", "write 2010.12 or 2010-12"),
        );
        let plain = |language| anstream::adapter::strip_str(&text(std::slice::from_ref(&fault), language)).to_string();
        assert_eq!(
            plain(Language::Zh),
            "错误 E0203：“2010.13”不是日期\n  --> people.csv:12 参加工作时间 “2010.13”\n  提示：请写成 2010.12 或 2010-12\n"
        );
        assert_eq!(
            plain(Language::En),
            "error E0203: `2010.13` is not a date\n  --> people.csv:12 参加工作时间 `2010.13`\n  hint: write 2010.12 or 2010-12\n"
        );
    }
}
