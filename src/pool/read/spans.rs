//! Where each record of a pool was read, so that later findings can name file, row and column.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, Space, Spec};
use crate::diag::Span;

/// The places of a pool's records. For a pool that no folder gave, places are table and column names.
#[derive(Debug, Clone, Default)]
pub struct Spans {
    tables: BTreeMap<&'static str, TablePlaces>,
    /// Ids that rows declare, rows with faults included, so that one fault is not told twice.
    declared: BTreeMap<Space, BTreeSet<String>>,
    /// Spaces whose required table could not be read: that was told once, not again for each reference.
    unread: BTreeSet<Space>,
}

/// One table's file, headers as written, and the row of each record in the pool's order.
#[derive(Debug, Clone, Default)]
pub(crate) struct TablePlaces {
    pub file: String,
    pub headers: BTreeMap<&'static str, String>,
    pub rows: Vec<usize>,
    /// Of each record the columns whose cells could not be read.
    pub unread: Vec<BTreeSet<&'static str>>,
}

impl Spans {
    pub(crate) fn keep(&mut self, spec: &Spec, places: TablePlaces) {
        self.tables.insert(spec.name, places);
    }

    pub(crate) fn table(&self, spec: &Spec) -> Option<&TablePlaces> {
        self.tables.get(spec.name)
    }

    pub(crate) fn declare(&mut self, space: Space, ids: impl Iterator<Item = String>) {
        self.declared.entry(space).or_default().extend(ids);
    }

    pub(crate) fn miss(&mut self, spaces: BTreeSet<Space>) {
        self.unread = spaces;
    }

    /// Whether some row declares `id`, even if the row, or its whole table, could not be read.
    pub(crate) fn declares(&self, space: Space, id: &str) -> bool {
        space
            .parts()
            .iter()
            .any(|part| self.unread.contains(part) || self.declared.get(part).is_some_and(|ids| ids.contains(id)))
    }

    /// Whether the cell of `column` could be read, of the record that stands at `position`.
    pub(crate) fn reads(&self, spec: &Spec, position: usize, column: &Column) -> bool {
        let unread = self.tables.get(spec.name).and_then(|places| places.unread.get(position));
        unread.is_none_or(|unread| !unread.contains(column.key))
    }

    /// The row of the record that stands at `position` in the pool's order of its table.
    pub(crate) fn record(&self, spec: &Spec, position: usize) -> Span {
        let Some(places) = self.tables.get(spec.name) else { return Span::file(spec.file()) };
        let mut span = Span::file(&places.file);
        span.row = places.rows.get(position).copied();
        span
    }

    /// A cell of that row.
    pub(crate) fn cell(&self, spec: &Spec, position: usize, column: &Column, value: &str) -> Span {
        let header = self.tables.get(spec.name).and_then(|places| places.headers.get(column.key));
        self.record(spec, position).cell(header.map_or(column.key, String::as_str), value)
    }
}
