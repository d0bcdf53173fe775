//! Checks that need more than one cell: references, order of dates, overlaps, cycles, plausibility.
//!
//! They look at the pool alone, so a pool that a program made is held to the same standard as one that was read.
//! Errors stop planning, warnings do not.

mod ages;
mod careers;
mod cells;
mod cycles;
mod decisions;
mod gaps;
mod identities;
mod kin;
mod lives;
mod namesakes;
mod units;

pub(crate) use ages::years_later;
pub(crate) use cycles::Upward;

use jiff::civil::Date;

use super::Pool;
use super::read::{Column, Spans, Table, ordered};
use crate::diag::{Code, Diagnostic, Span, Text};

/// Every fault of `pool` that its cells do not show one by one, in order of file, row and column.
///
/// `spans` tells where the records were read (`Spans::default()` for a pool that no folder gave); `as_of` is the day
/// on which the roster is judged.
pub fn validate(pool: &Pool, spans: &Spans, as_of: Date) -> Vec<Diagnostic> {
    let mut checks = Checks { pool, spans, as_of, found: Vec::new() };
    for check in CHECKS {
        check(&mut checks);
    }
    checks.found.sort_by(|a, b| (&a.span, a.code, &a.cause).cmp(&(&b.span, b.code, &b.cause)));
    checks.found.dedup();
    checks.found
}

const CHECKS: &[fn(&mut Checks)] = &[
    cells::check,
    identities::check,
    ages::check,
    careers::check,
    lives::check,
    kin::check,
    cycles::check,
    units::check,
    decisions::check,
    gaps::check,
    namesakes::check,
];

/// What the checks look at and what they found.
struct Checks<'a> {
    pool: &'a Pool,
    spans: &'a Spans,
    as_of: Date,
    found: Vec<Diagnostic>,
}

impl<'a> Checks<'a> {
    /// The records of a table of which all `columns` could be read, each with its place.
    fn reading<T: Table>(&self, columns: &[&Column]) -> Vec<(Place<'a>, &'a T::Record)>
    where
        T::Record: 'a,
    {
        self.records::<T>().filter(|(place, _)| columns.iter().all(|column| place.reads(column))).collect()
    }

    /// The records of a table, each with its place. Neutral values stand in cells that could not be read.
    fn records<T: Table>(&self) -> impl Iterator<Item = (Place<'a>, &'a T::Record)> + use<'a, T>
    where
        T::Record: 'a,
    {
        let spans = self.spans;
        ordered::<T>(self.pool)
            .into_iter()
            .enumerate()
            .map(move |(position, record)| (Place { spans, spec: T::spec(), position }, record))
    }

    fn error(&mut self, code: Code, span: Span, cause: Text, hint: Text) {
        self.found.push(Diagnostic::error(code, span, cause, hint));
    }

    fn warning(&mut self, code: Code, span: Span, cause: Text, hint: Text) {
        self.found.push(Diagnostic::warning(code, span, cause, hint));
    }
}

/// Where a record stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    spans: &'a Spans,
    spec: &'static super::read::Spec,
    position: usize,
}

impl Place<'_> {
    fn cell(&self, column: &Column, value: &str) -> Span {
        self.spans.cell(self.spec, self.position, column, value)
    }

    /// The record's place in `column`, where what stands there is not to be shown, or nothing does.
    fn column(&self, column: &Column) -> Span {
        Span { value: None, ..self.cell(column, "") }
    }

    /// Whether the record's cell of `column` could be read.
    fn reads(&self, column: &Column) -> bool {
        self.spans.reads(self.spec, self.position, column)
    }

    /// The row's number in its file, in words.
    fn row(&self) -> Text {
        let span = self.spans.record(self.spec, self.position);
        match span.row {
            Some(row) => Text::new(format!("第 {row} 行"), format!("row {row}")),
            None => Text::new("另一条记录", "another record"),
        }
    }
}
