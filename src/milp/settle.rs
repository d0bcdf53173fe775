//! Lowers auxiliary columns to the least that the decisions force.

use std::collections::BTreeMap;

use super::{ColumnId, Model, RowBounds, RowId};

impl Model {
    /// Lowers every column that `decides` does not name as far as bounds and rows allow, until nothing moves.
    ///
    /// A solver leaves a column that counts something above the count where a tier has slack, is unproven or does not
    /// look at it; what is reported must be the count. Of columns that no row tells apart, such as the steps of a
    /// convex cost, those added first are kept: they are the cheapest. So no tier with non-negative costs rises.
    pub fn settle(&self, values: &mut [i64], decides: impl Fn(ColumnId) -> bool) {
        let rows_of = self.rows_by_column();
        let mut sums: Vec<i64> = self.rows.iter().map(|row| row.value(values)).collect();
        let mut moved = true;
        while moved {
            moved = false;
            for column in (0..self.columns.len()).filter(|column| !decides(ColumnId(*column))) {
                let fall = self.room_below(column, values[column], &sums, &rows_of[column]);
                values[column] -= fall;
                for (row, coefficient) in &rows_of[column] {
                    sums[row.0] -= coefficient * fall;
                }
                moved |= fall > 0;
            }
        }
        for twins in self.twins(rows_of, decides) {
            let mut total: i64 = twins.iter().map(|column| values[*column]).sum();
            let mut owed_later: i64 = twins.iter().map(|column| self.columns[*column].lower).sum();
            for column in twins {
                let bounds = &self.columns[column];
                owed_later -= bounds.lower;
                values[column] = (total - owed_later).min(bounds.upper);
                total -= values[column];
            }
        }
    }

    /// Groups of columns with the same coefficients in the same rows.
    fn twins(&self, rows_of: Vec<Vec<(RowId, i64)>>, decides: impl Fn(ColumnId) -> bool) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<Vec<(RowId, i64)>, Vec<usize>> = BTreeMap::new();
        for (column, pattern) in rows_of.into_iter().enumerate() {
            if !decides(ColumnId(column)) {
                groups.entry(pattern).or_default().push(column);
            }
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }

    /// How far a column may fall, given the sums of all rows.
    fn room_below(&self, column: usize, value: i64, sums: &[i64], rows: &[(RowId, i64)]) -> i64 {
        let mut room = value - self.columns[column].lower;
        for (row, coefficient) in rows {
            let spare = match (self.rows[row.0].bounds, *coefficient > 0) {
                (RowBounds::AtLeast(least), true) => (sums[row.0] - least) / coefficient,
                (RowBounds::AtMost(most), false) => (most - sums[row.0]) / -coefficient,
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
        let settled = |taken_value: i64, raised: [i64; 3]| {
            let mut values = vec![taken_value, 1, raised[0], raised[1], raised[2]];
            model.settle(&mut values, |column| column == taken);
            values
        };
        for raised in [[1, 1, 1], [0, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]] {
            assert_eq!(settled(1, raised), [1, 1, 1, 0, 0], "{raised:?}");
            assert_eq!(settled(0, raised), [0, 0, 0, 0, 0], "{raised:?}");
        }
    }
}
