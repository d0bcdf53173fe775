//! The faults of reading, one function per code and situation.

mod cells;
mod files;
mod headers;
mod rows;

pub(crate) use cells::*;
pub(crate) use files::*;
pub(crate) use headers::*;
pub(crate) use rows::*;

use crate::diag::{Code, Diagnostic, Severity, Span, Text};

/// What is wrong with a heading, a row or a cell; who reads them adds the place.
pub(crate) struct Fault {
    severity: Severity,
    code: Code,
    cause: Text,
    hint: Text,
}

impl Fault {
    fn error(code: Code, cause: Text, hint: Text) -> Self {
        Fault { severity: Severity::Error, code, cause, hint }
    }

    fn warning(code: Code, cause: Text, hint: Text) -> Self {
        Fault { severity: Severity::Warning, code, cause, hint }
    }

    fn note(code: Code, cause: Text, hint: Text) -> Self {
        Fault { severity: Severity::Note, code, cause, hint }
    }

    /// The fault at its place.
    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic { severity: self.severity, span: Some(span), code: self.code, cause: self.cause, hint: self.hint }
    }

    /// Whether the row cannot be used.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

fn either(suggestion: Option<&str>, found: impl Fn(&str) -> Text, otherwise: Text) -> Text {
    suggestion.map_or(otherwise, found)
}

fn meant(word: &str) -> Text {
    Text::new(format!("是否为“{word}”？"), format!("Did you mean “{word}”?"))
}
