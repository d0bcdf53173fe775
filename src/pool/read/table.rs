//! What every table has: a spec, a codec for its rows, and its place in the pool.

use std::cmp::Ordering;

use super::cells::Cells;
use super::column::Spec;
use super::fault;
use super::index::Index;
use super::row::{Row, Unmatched};
use super::sheet::Sheet;
use super::spans::TablePlaces;
use crate::diag::{Diagnostic, Language};
use crate::pool::Pool;

/// One table of the roster: the one home of its columns.
pub(crate) trait Table {
    /// What a row says.
    type Record: PartialEq;

    /// The columns.
    fn spec() -> &'static Spec;

    /// Cells to record.
    fn read(row: &mut Row) -> Self::Record;

    /// Record to cells; every column of the spec gets one.
    fn write(record: &Self::Record, cells: &mut Cells);

    /// What no two records may share, with the column to show; `None` where only whole rows must differ.
    fn identity(record: &Self::Record) -> Option<Vec<String>>;

    /// The order of the pool.
    fn order(a: &Self::Record, b: &Self::Record) -> Ordering;

    /// The table's records, in any order.
    fn records(pool: &Pool) -> Vec<&Self::Record>;

    /// Puts the records, in order and without duplicates, into the pool.
    fn keep(pool: &mut Pool, records: Vec<Self::Record>);
}

/// What reading one sheet gathers.
pub(crate) struct Gathering<'a> {
    pub pool: &'a mut Pool,
    pub index: &'a Index,
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

/// A table without its record type: what drivers loop over.
pub(crate) struct Entry {
    /// The columns.
    pub spec: &'static Spec,
    /// Reads a sheet into the pool and tells where its records stand.
    pub read: fn(&Sheet, &mut Gathering) -> TablePlaces,
    /// The pool's records as cells, in the pool's order.
    pub write: fn(&Pool, Language) -> Vec<Cells>,
}

/// The table `T` as an entry.
pub(crate) fn entry<T: Table>() -> Entry {
    Entry { spec: T::spec(), read: read::<T>, write: write::<T> }
}

/// The pool's records of table `T` in the pool's order; positions in [`super::Spans`] count along it.
pub(crate) fn ordered<T: Table>(pool: &Pool) -> Vec<&T::Record> {
    let mut records = T::records(pool);
    records.sort_by(|a, b| T::order(a, b));
    records
}

fn write<T: Table>(pool: &Pool, language: Language) -> Vec<Cells> {
    let cells = |record| {
        let mut cells = Cells::new(language);
        T::write(record, &mut cells);
        cells
    };
    ordered::<T>(pool).into_iter().map(cells).collect()
}

fn read<T: Table>(sheet: &Sheet, gathering: &mut Gathering) -> TablePlaces {
    let mut unmatched = Unmatched::new();
    let mut found: Vec<(T::Record, usize)> = Vec::new();
    for (number, cells) in &sheet.rows {
        let mut row = Row {
            sheet,
            number: *number,
            cells,
            index: gathering.index,
            diagnostics: &mut *gathering.diagnostics,
            unmatched: &mut unmatched,
            failed: false,
        };
        let record = T::read(&mut row);
        if !row.failed {
            found.push((record, *number));
        }
    }
    for (text, (rows, span)) in unmatched {
        let proposal = gathering.index.propose(super::column::Space::Organisation, &text);
        gathering.diagnostics.push(fault::unmatched_organisation(span, rows, proposal.as_deref()));
    }
    // Of rows that share an identity the first in the file is kept; the order among records is the pool's.
    found.sort_by(|a, b| T::order(&a.0, &b.0).then(a.1.cmp(&b.1)));
    let (records, rows) = without_duplicates::<T>(sheet, found, gathering.diagnostics);
    T::keep(gathering.pool, records);
    TablePlaces { file: sheet.file.clone(), headers: sheet.headers(), rows }
}

fn without_duplicates<T: Table>(
    sheet: &Sheet,
    found: Vec<(T::Record, usize)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<T::Record>, Vec<usize>) {
    let mut seen: std::collections::BTreeMap<Vec<String>, usize> = std::collections::BTreeMap::new();
    let mut records: Vec<T::Record> = Vec::new();
    let mut rows: Vec<usize> = Vec::new();
    for (record, row) in found {
        if let (Some(last), Some(first)) = (records.last(), rows.last())
            && *last == record
            && T::identity(&record).is_none()
        {
            diagnostics.push(fault::same_row(crate::diag::Span::row(&sheet.file, row), *first));
            continue;
        }
        if let Some(identity) = T::identity(&record) {
            let shown = identity.first().cloned().unwrap_or_default();
            if let Some(first) = seen.get(&identity) {
                // Ids that stand twice were told when the ids were collected.
                if let (None, Some(column)) = (sheet.spec.id_column(), sheet.spec.columns.first()) {
                    diagnostics.push(fault::duplicate(sheet.span(row, &[], column, Some(&shown)), *first));
                }
                continue;
            }
            seen.insert(identity, row);
        }
        records.push(record);
        rows.push(row);
    }
    (records, rows)
}
