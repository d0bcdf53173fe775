//! The writing side of a cell: values in words, and the guard against formulas.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::column::Column;
use super::numbers;
use super::vocabulary::{Flag, Worded};
use crate::diag::Language;
use crate::pool::{ActorId, CaseId, OrganisationId, PartialDate, PartyId, PersonId, RegionCode, UnitId};

/// A value that a cell can show.
pub(crate) trait Shown {
    /// The cell's text in `language`.
    fn show(&self, language: Language) -> String;
}

macro_rules! shown_as_is {
    ($($type:ty),*) => {$(
        impl Shown for $type {
            fn show(&self, _: Language) -> String {
                self.to_string()
            }
        }
    )*};
}
shown_as_is!(
    str,
    String,
    i64,
    f64,
    Date,
    PartialDate,
    ActorId,
    CaseId,
    OrganisationId,
    PartyId,
    PersonId,
    RegionCode,
    UnitId
);

impl Shown for bool {
    fn show(&self, language: Language) -> String {
        (if *self { Flag::Yes } else { Flag::No }).word().get(language).to_owned()
    }
}

impl<T: Shown> Shown for Option<T> {
    fn show(&self, language: Language) -> String {
        self.as_ref().map(|value| value.show(language)).unwrap_or_default()
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn show(&self, language: Language) -> String {
        self.iter().map(|value| value.show(language)).collect::<Vec<_>>().join(LIST_SEPARATOR)
    }
}

/// What stands between the pieces of a list where the program writes one.
pub(crate) const LIST_SEPARATOR: &str = "；";

/// The cells of one record as they are written.
pub(crate) struct Cells {
    /// The language of words.
    pub language: Language,
    values: BTreeMap<&'static str, String>,
}

impl Cells {
    /// A row without content.
    pub fn new(language: Language) -> Self {
        Cells { language, values: BTreeMap::new() }
    }

    /// Fills a cell.
    pub fn put(&mut self, column: &Column, value: &(impl Shown + ?Sized)) {
        self.values.insert(column.key, value.show(self.language));
    }

    /// Fills a cell with a share of full time.
    pub fn put_share(&mut self, column: &Column, thousandths: i64) {
        self.put(column, &numbers::show_share(thousandths));
    }

    /// Fills a cell with an amount in yuan.
    pub fn put_yuan(&mut self, column: &Column, fen: i64) {
        self.put(column, &numbers::show_yuan(fen));
    }

    /// The text of a cell; empty when blank.
    pub fn get(&self, column: &Column) -> &str {
        self.values.get(column.key).map_or("", String::as_str)
    }

    /// Whether the record says something, blank included, about `column`.
    #[cfg(test)]
    pub fn knows(&self, column: &Column) -> bool {
        self.values.contains_key(column.key)
    }
}

/// First characters that make a spreadsheet run a cell as a formula, and the guard itself.
const RISKY: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// The cell with an apostrophe before what a spreadsheet would run.
pub(crate) fn guard(cell: &str) -> String {
    if cell.starts_with(RISKY) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell without the guard.
pub(crate) fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(RISKY)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarded_cells_read_back() {
        for cell in ["=1+1", "+86", "-5", "@x", "'quoted", "'=x", "plain", "", "a=b"] {
            assert_eq!(unguard(&guard(cell)), cell);
            assert!(!guard(cell).starts_with(['=', '+', '-', '@']));
        }
    }
}
