//! What a policy file says that parses but cannot be meant: one file per kind of settings.

mod settings;
mod template;

pub(super) use settings::{team, ties};
pub(super) use template::template;

use super::document::{Document, Node};
use crate::diag::{Code, Diagnostic, Span, Text};

/// The file under judgment and the place in it of the table under judgment.
#[derive(Clone, Copy)]
struct Place<'a> {
    document: &'a Document,
    base: &'a [&'a str],
}

impl Place<'_> {
    fn error(&self, code: Code, path: &[&str], value: impl ToString, cause: Text, hint: Text) -> Diagnostic {
        Diagnostic::error(code, self.span(path, value), cause, hint)
    }

    fn span(&self, path: &[&str], value: impl ToString) -> Span {
        self.document.span(&self.full(path)).value(value.to_string())
    }

    /// The value at `path` as the file writes it.
    fn shown(&self, path: &[&str]) -> String {
        let path: Vec<String> = self.full(path).into_iter().map(str::to_string).collect();
        self.document.at(&path).and_then(Node::shown).unwrap_or_default()
    }

    /// Whether all that stands at `path` could be read; what could not has been told and is not to be judged.
    fn sound(&self, path: &[&str]) -> bool {
        self.document.sound(&self.full(path))
    }

    fn full<'p>(&'p self, path: &[&'p str]) -> Vec<&'p str> {
        self.base.iter().chain(path).copied().collect()
    }
}
