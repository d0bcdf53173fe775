//! What is in hand: rows left out until they are violated, columns held back until their reduced cost is low.

use std::collections::BTreeSet;

use crate::milp::{Model, RowBounds, RowKind};

use super::exact::DualBound;
use super::face::Face;

/// Violations below this are rounding errors of the solver.
const TOLERANCE: f64 = 1e-6;

/// The rows in hand and the columns that are not.
#[derive(Debug, Clone)]
pub(super) struct Active {
    rows: BTreeSet<usize>,
    lazy: Vec<usize>,
    held_back: BTreeSet<usize>,
    /// Whether a column repairs rows that may be left out.
    repairs: Vec<bool>,
    /// Whether a tier up to this one has a cost on the column.
    costed: Vec<bool>,
    /// Of a column that counts others, its row.
    counted_by: Vec<Option<usize>>,
}

impl Active {
    /// Nothing yet: every tier begins anew.
    pub fn of(model: &Model) -> Self {
        let mut counted_by = vec![None; model.columns.len()];
        for (index, row) in model.rows.iter().enumerate() {
            if let RowKind::Count(column) = row.kind {
                counted_by[column.0] = Some(index);
            }
        }
        Active {
            rows: BTreeSet::new(),
            lazy: Vec::new(),
            held_back: BTreeSet::new(),
            repairs: model.repairing(),
            costed: vec![false; model.columns.len()],
            counted_by,
        }
    }

    /// How many columns are in hand.
    pub fn columns(&self) -> usize {
        self.repairs.len() - self.held_back.len()
    }

    /// The rows in hand, in the order of the model.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().copied()
    }

    /// Takes all rows but those that may be left out and all columns but those that the model holds back, besides the
    /// rows that the face has tightened and the columns of the best point so far.
    pub fn begin_tier(&mut self, model: &Model, tier: usize, face: &Face, incumbent: Option<&[i64]>) {
        for (column, _) in model.objectives.get(tier).map_or(&[][..], |objective| &objective.terms) {
            self.costed[column.0] = true;
        }
        let stays = |row: usize| match model.rows[row].kind {
            RowKind::Hard => true,
            // What a count must at least be, only its row says.
            RowKind::Count(column) => face.lower[column.0] > 0,
            RowKind::Lazy(_) | RowKind::Cut(_) => face.rows[row] != model.rows[row].bounds,
        };
        let (rows, lazy): (Vec<usize>, Vec<usize>) = (0..model.rows.len()).partition(|row| stays(*row));
        (self.rows, self.lazy) = (BTreeSet::new(), lazy);
        self.take_rows(model, rows);
        let used = |column: usize| incumbent.is_some_and(|values| values[column] != 0);
        self.held_back = (0..model.columns.len()).filter(|j| model.columns[*j].held_back && !used(*j)).collect();
    }

    /// Whether a column is not in hand.
    pub fn holds_back(&self, column: usize) -> bool {
        self.held_back.contains(&column)
    }

    /// Whether a column stands aside until a row in hand names it: it repairs rows that may be left out, or counts other
    /// columns.
    pub fn stands_aside(&self, column: usize) -> bool {
        self.repairs[column] || self.counted_by[column].is_some()
    }

    /// Whether a column repairs rows that may be left out.
    pub fn repairs(&self, column: usize) -> bool {
        self.repairs[column]
    }

    /// Gives the columns whose counting rows are left out the values that these would give them.
    pub fn count(&self, model: &Model, values: &mut [f64]) {
        for (index, row) in self.lazy.iter().map(|index| (*index, &model.rows[*index])) {
            if let RowKind::Count(column) = row.kind {
                debug_assert_eq!(self.counted_by[column.0], Some(index));
                let terms = row.terms.iter().filter(|(term, _)| *term != column);
                values[column.0] = terms.map(|(term, coefficient)| *coefficient as f64 * values[term.0]).sum();
            }
        }
    }

    /// Takes in the columns of lowest reduced cost below zero, a share of those in hand at a time; true when there
    /// was any.
    pub fn take_priced(&mut self, model: &Model, face: &Face, bound: &DualBound) -> bool {
        let most = 500.max((model.columns.len() - self.held_back.len()) / 8);
        let mut priced: Vec<(i128, usize)> = self
            .held_back
            .iter()
            .filter(|column| face.upper[**column] > 0 && bound.helps(**column))
            .map(|column| (bound.reduced_costs[*column], *column))
            .collect();
        priced.sort_unstable();
        priced.truncate(most);
        self.take_columns(priced.into_iter().map(|(_, column)| column))
    }

    /// How many columns that repair nothing and that the face leaves free are in hand, and how many are not.
    pub fn free_columns(&self, face: &Face) -> (usize, usize) {
        let free = |column: usize| face.lower[column] < face.upper[column];
        let all = (0..face.upper.len()).filter(|column| free(*column) && !self.repairs[*column]).count();
        let missing = self.held_back.iter().filter(|column| free(**column)).count();
        (all - missing, missing)
    }

    /// Takes in every column that the face leaves free; true when there was any.
    pub fn take_free(&mut self, face: &Face) -> bool {
        let columns: Vec<usize> = self.held_back.iter().filter(|column| face.upper[**column] > 0).copied().collect();
        self.take_columns(columns)
    }

    /// Takes in every column; true when there was any.
    pub fn take_all_columns(&mut self) -> bool {
        let columns = std::mem::take(&mut self.held_back);
        !columns.is_empty()
    }

    /// Takes in what forbids columns in hand together: left-out rows whose repairing columns the face keeps at zero.
    ///
    /// A group of which at most one may be taken stands for all its pairs.
    pub fn take_forbidden(&mut self, model: &Model, face: &Face) {
        let mut covered: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut taken: Vec<usize> = Vec::new();
        let mut one_of = |index: &usize, pairs: bool| {
            let row = &model.rows[*index];
            if matches!(row.kind, RowKind::Lazy(_)) != pairs || row.bounds != RowBounds::AtLeast(-1) {
                return;
            }
            let mut members: Vec<usize> = Vec::new();
            for (column, coefficient) in &row.terms {
                let column = column.0;
                if self.repairs[column] {
                    if face.upper[column] > 0 {
                        return;
                    }
                } else if *coefficient != -1 {
                    return;
                } else if face.upper[column] > 0 && !self.is_out_of_hand(model, column) {
                    members.push(column);
                }
            }
            let mut news = false;
            for (place, a) in members.iter().enumerate() {
                for b in &members[place + 1..] {
                    news |= covered.insert((*a, *b));
                }
            }
            if news {
                taken.push(*index);
            }
        };
        for pairs in [false, true] {
            self.lazy.iter().for_each(|index| one_of(index, pairs));
        }
        self.take_rows(model, taken);
    }

    /// Takes in the left-out rows that points of the face on the columns in hand may violate, if there are at most
    /// `most` of them: every round of the search that finds a few more costs more than all of them.
    pub fn take_reachable(&mut self, model: &Model, face: &Face, most: usize) {
        let reachable: Vec<usize> = self.reachable(model, face).take(most + 1).collect();
        if reachable.len() <= most {
            self.take_rows(model, reachable);
        }
    }

    /// Takes in the counts of which points of the face on the columns in hand may take too many or too few: a search for
    /// integers would find out one by one, and each time begin anew.
    pub fn take_counts(&mut self, model: &Model, face: &Face) {
        let may_break = |index: &&usize| {
            let row = &model.rows[**index];
            let RowKind::Count(column) = row.kind else { return false };
            let free = |term: usize| term != column.0 && face.upper[term] > 0 && !self.held_back.contains(&term);
            let most: i64 = row.terms.iter().filter(|(term, _)| free(term.0)).map(|(term, _)| face.upper[term.0]).sum();
            most > model.columns[column.0].upper || face.lower[column.0] > 0
        };
        let counts: Vec<usize> = self.lazy.iter().filter(may_break).copied().collect();
        self.take_rows(model, counts);
    }

    /// Takes in every left-out row that `values` violate, and those like it: about the same columns, and reachable on
    /// the face. True when there was any.
    pub fn take_violated_and_like(&mut self, model: &Model, face: &Face, values: &[f64]) -> bool {
        let taken = self.take_violated(model, values);
        let columns = |row: &usize| model.rows[*row].terms.iter().map(|(column, _)| column.0);
        let news = taken.iter().filter(|row| matches!(model.rows[**row].kind, RowKind::Lazy(_)));
        let about: BTreeSet<usize> = news.flat_map(columns).filter(|column| !self.repairs[*column]).collect();
        let like = self.reachable(model, face).filter(|row| columns(row).any(|column| about.contains(&column)));
        let like: Vec<usize> = like.collect();
        self.take_rows(model, like);
        !taken.is_empty()
    }

    /// Left-out rows that matter up to this tier and that points of the face on the columns in hand may violate. Those
    /// whose repairing column the face keeps at zero are left to [`Self::take_forbidden`].
    fn reachable<'a>(&'a self, model: &'a Model, face: &'a Face) -> impl Iterator<Item = usize> + 'a {
        self.lazy.iter().copied().filter(|index| {
            let row = &model.rows[*index];
            let (RowKind::Lazy(about), RowBounds::AtLeast(least)) = (row.kind, row.bounds) else { return false };
            if !self.costed[about.0] || face.upper[about.0] == 0 {
                return false;
            }
            let lowest = row.terms.iter().map(|(column, a)| match column.0 {
                j if *a > 0 || self.repairs[j] => a.saturating_mul(face.lower[j]),
                j if self.is_out_of_hand(model, j) => 0,
                j => a.saturating_mul(face.upper[j]),
            });
            lowest.fold(0, i64::saturating_add) < least
        })
    }

    /// Whether a column is not in hand, or counts none but such.
    fn is_out_of_hand(&self, model: &Model, column: usize) -> bool {
        let held_back = |column: usize| self.held_back.contains(&column);
        match self.counted_by[column] {
            Some(row) => model.rows[row].terms.iter().all(|(term, _)| term.0 == column || held_back(term.0)),
            None => held_back(column),
        }
    }

    /// Takes in rows, and for each column that counts others and stands in one of them the row that counts.
    fn take_rows(&mut self, model: &Model, rows: Vec<usize>) {
        let terms = |row: &usize| model.rows[*row].terms.iter();
        let counts: Vec<usize> =
            rows.iter().flat_map(terms).filter_map(|(column, _)| self.counted_by[column.0]).collect();
        let rows: BTreeSet<usize> = rows.into_iter().chain(counts).collect();
        self.lazy.retain(|index| !rows.contains(index));
        self.rows.extend(rows);
    }

    fn take_columns(&mut self, columns: impl IntoIterator<Item = usize>) -> bool {
        let before = self.held_back.len();
        for column in columns {
            self.held_back.remove(&column);
        }
        self.held_back.len() < before
    }

    /// Takes in every left-out row that `values` violate and that matters up to this tier; which ones.
    ///
    /// As long as no tier has put a cost on the column that repairs a row, repairing it is free.
    pub fn take_violated(&mut self, model: &Model, values: &[f64]) -> Vec<usize> {
        let violated = |index: &&usize| {
            let row = &model.rows[**index];
            if let RowKind::Count(column) = row.kind {
                return values[column.0] > model.columns[column.0].upper as f64 + TOLERANCE;
            }
            if row.kind.about().is_some_and(|column| !self.costed[column.0]) {
                return false;
            }
            let RowBounds::AtLeast(least) = row.bounds else { return false };
            let value: f64 = row.terms.iter().map(|(column, coefficient)| *coefficient as f64 * values[column.0]).sum();
            value < least as f64 - TOLERANCE
        };
        let taken: Vec<usize> = self.lazy.iter().filter(violated).copied().collect();
        self.take_rows(model, taken.clone());
        taken
    }
}

/// Repairs violated lazy rows by raising their columns as little as possible; `None` when a bound forbids it.
pub(super) fn repair(model: &Model, face: &Face, mut values: Vec<i64>) -> Option<Vec<i64>> {
    for row in model.rows.iter() {
        let (RowKind::Lazy(column), RowBounds::AtLeast(least)) = (row.kind, row.bounds) else { continue };
        let missing = least - row.value(&values);
        if missing > 0 {
            values[column.0] += missing;
            if values[column.0] > face.upper[column.0] {
                return None;
            }
        }
    }
    Some(values)
}
