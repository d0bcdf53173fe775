//! What a policy file says that parses but cannot be meant: one file per kind of settings.

mod settings;
mod template;

pub(super) use settings::{team, ties};
pub(super) use template::template;

use super::locate::row_of;
use crate::diag::{Code, Diagnostic, Span, Text};

/// The file under judgment and the place in it of the table under judgment.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    text: &'a str,
    base: &'a [&'a str],
}

impl Place<'_> {
    fn error(&self, code: Code, path: &[&str], value: impl ToString, cause: Text, hint: Text) -> Diagnostic {
        Diagnostic::error(code, self.span(path, value), cause, hint)
    }

    fn span(&self, path: &[&str], value: impl ToString) -> Span {
        let full: Vec<&str> = self.base.iter().chain(path).copied().collect();
        let mut span = Span::file(self.file).cell(full.join("."), value.to_string());
        span.row = row_of(self.text, &full);
        span
    }
}
