//! Bound propagation: what the bounds of a row's columns say about each of them, in integers.

use crate::milp::{ColumnId, Model, RowBounds};

use super::face::Face;
use super::incidence::Incidence;

/// Rounds after which propagation rests; what is left to find then is not worth the time.
const MOST_ROUNDS: usize = 50;

/// A row that no integer point of the face obeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Empty;

impl Face {
    /// Narrows columns to what every single row and held tier allows, until nothing moves.
    ///
    /// No integer point of the face is lost. Rows that may be left out are not asked: they bind nothing but the column
    /// that repairs them.
    ///
    /// # Errors
    /// The face has no integer point.
    pub fn propagate(&mut self, model: &Model, incidence: &Incidence) -> Result<(), Empty> {
        if self.lower.iter().zip(&self.upper).any(|(lower, upper)| lower > upper) {
            return Err(Empty);
        }
        let wake = |waiting: &mut [bool], moved: &[usize]| {
            for (row, _) in moved.iter().flat_map(|column| incidence.rows_of(*column)) {
                waiting[row.0] = model.rows[row.0].kind.binds();
            }
        };
        let mut waiting: Vec<bool> = model.rows.iter().map(|row| row.kind.binds()).collect();
        for _ in 0..MOST_ROUNDS {
            let mut moved = Vec::new();
            for held in 0..self.held.len() {
                let (tier, most) = (self.held[held].tier, self.held[held].most);
                let Some(tier) = model.objectives.get(tier) else { continue };
                self.narrow_row(&tier.terms, RowBounds::AtMost(most.saturating_sub(tier.constant)), &mut moved)?;
            }
            wake(&mut waiting, &moved);
            for index in 0..model.rows.len() {
                if !std::mem::take(&mut waiting[index]) {
                    continue;
                }
                let before = moved.len();
                self.narrow_row(&model.rows[index].terms, self.rows[index], &mut moved)?;
                wake(&mut waiting, &moved[before..]);
            }
            if moved.is_empty() {
                break;
            }
        }
        Ok(())
    }

    /// Narrows the columns of one row and notes which ones moved.
    fn narrow_row(
        &mut self,
        terms: &[(ColumnId, i64)],
        bounds: RowBounds,
        moved: &mut Vec<usize>,
    ) -> Result<(), Empty> {
        if let RowBounds::AtMost(most) | RowBounds::Exactly(most) = bounds {
            self.narrow_below(terms, 1, i128::from(most), moved)?;
        }
        if let RowBounds::AtLeast(least) | RowBounds::Exactly(least) = bounds {
            self.narrow_below(terms, -1, -i128::from(least), moved)?;
        }
        Ok(())
    }

    /// Narrows by `sign · Σ terms ≤ most`.
    fn narrow_below(
        &mut self,
        terms: &[(ColumnId, i64)],
        sign: i128,
        most: i128,
        moved: &mut Vec<usize>,
    ) -> Result<(), Empty> {
        let least: i128 = terms
            .iter()
            .map(|(column, coefficient)| (column.0, sign * i128::from(*coefficient)))
            .map(|(column, a)| a * i128::from(if a > 0 { self.lower[column] } else { self.upper[column] }))
            .sum();
        let room = most - least;
        if room < 0 {
            return Err(Empty);
        }
        for (column, coefficient) in terms {
            let (column, a) = (column.0, sign * i128::from(*coefficient));
            let steps = room / a.abs();
            let width = i128::from(self.upper[column]) - i128::from(self.lower[column]);
            let (false, Ok(steps)) = (steps >= width, i64::try_from(steps)) else { continue };
            if a > 0 {
                self.upper[column] = self.lower[column] + steps;
            } else {
                self.lower[column] = self.upper[column] - steps;
            }
            moved.push(column);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::milp::{Name, Provenance};

    fn face(rows: &[(&[i64], RowBounds)]) -> (Model, Face) {
        let mut model = Model::default();
        let width = rows.iter().map(|(terms, _)| terms.len()).max().unwrap_or(0);
        let columns: Vec<_> = (0..width).map(|j| model.add_column(Name::new(["x", &j.to_string()]), 0, 3)).collect();
        for (terms, bounds) in rows {
            let terms = columns.iter().copied().zip(terms.iter().copied());
            model.add_row(Name::new(["r"]), Provenance { rule: "test", subject: String::new() }, terms, *bounds);
        }
        let face = Face::whole(&model);
        (model, face)
    }

    #[test]
    fn bounds_follow_from_row_to_row() {
        let (model, mut face) = face(&[
            (&[2, 0, 0], RowBounds::AtMost(3)),
            (&[-1, 1, 0], RowBounds::AtMost(0)),
            (&[0, 2, 1], RowBounds::AtLeast(4)),
        ]);
        assert_eq!(face.propagate(&model, &Incidence::of(&model)), Ok(()));
        assert_eq!((face.lower, face.upper), (vec![1, 1, 2], vec![1, 1, 3]));
    }

    #[test]
    fn a_row_that_cannot_hold_is_told() {
        let (model, mut face) = face(&[(&[1, 1], RowBounds::Exactly(7))]);
        assert_eq!(face.propagate(&model, &Incidence::of(&model)), Err(Empty));
    }
}
