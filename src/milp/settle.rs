//! Lowers auxiliary columns to the least that the decisions force.

use super::{ColumnId, Model, RowBounds};

impl Model {
    /// Lowers every column that `decides` does not name as far as bounds and rows allow, until nothing moves.
    ///
    /// A solver leaves a column that counts something above the count where a tier has slack, is unproven or does not
    /// look at it; what is reported must be the count. Lowering never raises a tier whose costs are non-negative.
    pub fn settle(&self, values: &mut [i64], decides: impl Fn(ColumnId) -> bool) {
        let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); self.columns.len()];
        for (index, row) in self.rows.iter().enumerate() {
            for (column, _) in &row.terms {
                rows_of[column.0].push(index);
            }
        }
        let mut moved = true;
        while moved {
            moved = false;
            // Steps of a convex cost stand in the order of their price: the dearest, the last, goes first.
            for column in (0..self.columns.len()).rev().filter(|column| !decides(ColumnId(*column))) {
                let fall = self.room_below(column, values, &rows_of[column]);
                values[column] -= fall;
                moved |= fall > 0;
            }
        }
    }

    /// How far a column may fall.
    fn room_below(&self, column: usize, values: &[i64], rows: &[usize]) -> i64 {
        let mut room = values[column] - self.columns[column].lower;
        for row in rows.iter().map(|row| &self.rows[*row]) {
            let coefficient = row.terms.iter().find(|(term, _)| term.0 == column).map_or(0, |(_, c)| *c);
            let value = row.value(values);
            let spare = match (row.bounds, coefficient > 0) {
                (RowBounds::AtLeast(least), true) => (value - least) / coefficient,
                (RowBounds::AtMost(most), false) if coefficient < 0 => (most - value) / -coefficient,
                (RowBounds::Exactly(_), _) => 0,
                _ => continue,
            };
            room = room.min(spare.max(0));
        }
        room
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::milp::{Name, Provenance};

    #[test]
    fn counters_fall_to_the_cheapest_steps_that_the_decisions_force() {
        let mut model = Model::default();
        let provenance = || Provenance { rule: "test", subject: String::new() };
        let taken = model.add_column(Name::new(["x"]), 0, 1);
        let drawn = model.add_column(Name::new(["d"]), 0, 1);
        let steps: Vec<ColumnId> = (1..=3).map(|k| model.add_column(Name::new(["v", &k.to_string()]), 0, 1)).collect();
        model.add_row(Name::new(["drawn"]), provenance(), [(drawn, 1), (taken, -1)], RowBounds::AtLeast(0));
        let strain = steps.iter().map(|step| (*step, 1)).chain([(drawn, -1)]);
        model.add_row(Name::new(["strain"]), provenance(), strain, RowBounds::AtLeast(0));
        let settled = |taken_value: i64| {
            let mut values = vec![taken_value, 1, 1, 1, 1];
            model.settle(&mut values, |column| column == taken);
            values
        };
        assert_eq!(settled(1), [1, 1, 1, 0, 0]);
        assert_eq!(settled(0), [0, 0, 0, 0, 0]);
    }
}
