//! Rows left out until they are violated.

use std::collections::BTreeSet;

use crate::milp::{Model, RowBounds, RowKind};

use super::face::Face;

/// Violations below this are rounding errors of the solver.
const TOLERANCE: f64 = 1e-6;

/// The rows in hand.
#[derive(Debug, Clone)]
pub(super) struct Active {
    rows: BTreeSet<usize>,
    lazy: Vec<usize>,
}

impl Active {
    /// All rows but the lazy ones.
    pub fn without_lazy(model: &Model) -> Self {
        let (lazy, rows): (Vec<usize>, Vec<usize>) =
            (0..model.rows.len()).partition(|index| model.rows[*index].kind != RowKind::Hard);
        Active { rows: rows.into_iter().collect(), lazy }
    }

    /// The rows in hand, in the order of the model.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().copied()
    }

    /// Takes in every left-out row that `values` violate and that matters up to this tier; true when there was any.
    ///
    /// As long as no tier has put a cost on the column that repairs a row, repairing it is free.
    pub fn take_violated(&mut self, model: &Model, tier: usize, values: &[f64]) -> bool {
        let mut costed = vec![false; model.columns.len()];
        for (column, _) in model.objectives.iter().take(tier + 1).flat_map(|objective| &objective.terms) {
            costed[column.0] = true;
        }
        let violated = |index: &usize| {
            let row = &model.rows[*index];
            if row.kind.about().is_some_and(|column| !costed[column.0]) {
                return false;
            }
            let RowBounds::AtLeast(least) = row.bounds else { return false };
            let value: f64 = row.terms.iter().map(|(column, coefficient)| *coefficient as f64 * values[column.0]).sum();
            value < least as f64 - TOLERANCE
        };
        let (taken, left): (Vec<usize>, Vec<usize>) = self.lazy.iter().partition(|index| violated(index));
        self.lazy = left;
        let any = !taken.is_empty();
        self.rows.extend(taken);
        any
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
