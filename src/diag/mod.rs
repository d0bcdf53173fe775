//! Diagnostics: what is wrong with an input, where, why, and what to do about it.
//!
//! Reading never fails: it yields a value and a list of diagnostics, all faults at once. A diagnostic has a
//! stable [`Code`]; every code is listed in [`codes`], which `docs/codes.md` mirrors (a test compares them).

pub mod codes;
mod diagnostic;
mod language;
mod range;
mod reason;
mod suggest;

pub use diagnostic::{Code, Diagnostic, Severity, Span};
pub use language::{Language, Text, plural};
pub use range::{dense_range, during, range};
pub use reason::io_reason;
pub use suggest::did_you_mean;
