//! Reports: plain data turned into text or JSON. This room computes nothing beyond layout; every figure it
//! prints was worked out by the rooms above.

pub mod certificate;
pub mod coverage;
pub mod diagnostics;
pub mod figures;
pub mod glossary;
pub mod infeasible;
pub mod lapse;
pub mod layout;
pub mod progress;
pub mod reading;
pub mod record;
pub mod rules;
pub mod screening;
pub mod style;
pub mod team;
pub mod ties;

use crate::diag::{Language, Text};
use crate::ties::Evidence;

/// What people call a table of the roster folder.
fn table(name: &str) -> Text {
    let spec = crate::pool::read::all().into_iter().map(|table| table.spec).find(|spec| spec.name == name);
    spec.map_or_else(|| Text::same(name), |spec| Text::new(spec.name_zh, spec.name.replace('_', " ")))
}

/// A record and what it says.
fn evidence(record: &Evidence, language: Language) -> String {
    let separator = if language == Language::Zh { "：" } else { ": " };
    format!("{}{separator}{}", table(record.table).get(language), record.words.get(language))
}
