//! Rows left out until they are violated.

use std::collections::BTreeSet;

use crate::milp::{Model, RowBounds};

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
            (0..model.rows.len()).partition(|index| model.rows[*index].repair.is_some());
        Active { rows: rows.into_iter().collect(), lazy }
    }

    /// The rows in hand, in the order of the model.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().copied()
    }

    /// Takes in every left-out row that `values` violate; true when there was any.
    pub fn take_violated(&mut self, model: &Model, values: &[f64]) -> bool {
        let violated = |index: &usize| {
            let row = &model.rows[*index];
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
        let (Some(column), RowBounds::AtLeast(least)) = (row.repair, row.bounds) else { continue };
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
