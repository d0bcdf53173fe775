//! A fault in an input: code, severity, place, cause and remedy.

use serde::Serialize;

use super::Text;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Planning stops until it is mended.
    Error,
    /// Planning goes on; the user should know.
    Warning,
    /// Worth saying, nothing to mend.
    Note,
}

/// A stable diagnostic code such as `E0203`; the list is [`super::codes::all`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Code(pub &'static str);

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// Where in the input a fault sits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Span {
    /// File name inside the roster folder, with `/` separators.
    pub file: String,
    /// Row in the file as a spreadsheet counts it, from 1; `None` when the whole file is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// Column header as the file writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The offending value as the file writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Span {
    /// The whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Span { file: file.into(), ..Span::default() }
    }

    /// One row of a file, counted from 1 with the header included.
    pub fn row(file: impl Into<String>, row: usize) -> Self {
        Span { file: file.into(), row: Some(row), ..Span::default() }
    }

    /// The same place, narrowed to a column and its value.
    pub fn cell(self, column: impl Into<String>, value: impl Into<String>) -> Self {
        self.column(column).value(value)
    }

    /// The same place, narrowed to a column.
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// The same place with the value that stands there.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

/// One fault: what, where, why and the remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Where it sits; `None` for faults of a request.
    pub span: Option<Span>,
    /// Its stable code.
    pub code: Code,
    /// What is wrong and why.
    pub cause: Text,
    /// What to do about it.
    pub hint: Text,
}

impl Diagnostic {
    /// A fault that stops planning.
    pub fn error(code: Code, span: impl Into<Option<Span>>, cause: Text, hint: Text) -> Self {
        Diagnostic { severity: Severity::Error, span: span.into(), code, cause, hint }
    }

    /// A fault that planning survives.
    pub fn warning(code: Code, span: impl Into<Option<Span>>, cause: Text, hint: Text) -> Self {
        Diagnostic { severity: Severity::Warning, span: span.into(), code, cause, hint }
    }

    /// Something to know, with nothing to mend.
    pub fn note(code: Code, span: impl Into<Option<Span>>, cause: Text, hint: Text) -> Self {
        Diagnostic { severity: Severity::Note, span: span.into(), code, cause, hint }
    }

    /// Whether planning must stop.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
