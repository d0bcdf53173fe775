//! What every table has: a spec, a codec for its rows, and its place in the pool.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::cells::Cells;
use super::column::Spec;
use super::fault;
use super::index::Index;
use super::row::{Row, Unmatched};
use super::sheet::Sheet;
use super::spans::TablePlaces;
use crate::diag::{Diagnostic, Language, Span};
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
    /// Whether rows with unread cells become records as well, with neutral values in these cells.
    pub keeps_faulty: bool,
    /// Whether some row had an unread cell.
    pub found_faulty: bool,
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

/// A row that was read.
struct Found<T: Table> {
    record: T::Record,
    row: usize,
    unread: BTreeSet<&'static str>,
}

fn read<T: Table>(sheet: &Sheet, gathering: &mut Gathering) -> TablePlaces {
    let mut unmatched = Unmatched::new();
    let mut found: Vec<Found<T>> = Vec::new();
    for (number, cells) in &sheet.rows {
        let mut row = Row {
            sheet,
            number: *number,
            cells,
            index: gathering.index,
            diagnostics: &mut *gathering.diagnostics,
            unmatched: &mut unmatched,
            unread: BTreeSet::new(),
        };
        let record = T::read(&mut row);
        let unread = row.unread;
        gathering.found_faulty |= !unread.is_empty();
        if unread.is_empty() || gathering.keeps_faulty {
            found.push(Found { record, row: *number, unread });
        }
    }
    let unknown = unmatched.into_iter().map(|(text, (rows, first))| {
        let proposal = gathering.index.propose(super::column::Space::Organisation, &text);
        fault::Unknown { first, rows, proposal }
    });
    gathering.diagnostics.extend(fault::unmatched_organisations(unknown.collect()));
    // Of rows that share an identity the first in the file is kept; the order among records is the pool's.
    found.sort_by(|a, b| T::order(&a.record, &b.record).then(a.row.cmp(&b.row)));
    let found = without_duplicates::<T>(sheet, found, gathering);
    let mut places = TablePlaces { file: sheet.file.clone(), headers: sheet.headers(), ..TablePlaces::default() };
    let mut records = Vec::new();
    for Found { record, row, unread } in found {
        records.push(record);
        places.rows.push(row);
        places.unread.push(unread);
    }
    T::keep(gathering.pool, records);
    places
}

fn without_duplicates<T: Table>(sheet: &Sheet, found: Vec<Found<T>>, gathering: &mut Gathering) -> Vec<Found<T>> {
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut kept: Vec<Found<T>> = Vec::new();
    for one in found {
        let identity = T::identity(&one.record);
        if let Some(last) = kept.last().filter(|last| identity.is_none() && last.record == one.record) {
            gathering.diagnostics.push(fault::same_row(last.row).at(Span::row(&sheet.file, one.row)));
            continue;
        }
        if let Some(identity) = identity.filter(|_| !gathering.keeps_faulty) {
            if let Some(first) = seen.get(&identity) {
                if let Some(column) = sheet.spec.columns.first() {
                    let shown = identity.first().map(String::as_str);
                    gathering.diagnostics.push(fault::duplicate(*first).at(sheet.span(one.row, &[], column, shown)));
                }
                continue;
            }
            seen.insert(identity, one.row);
        }
        kept.push(one);
    }
    kept
}
