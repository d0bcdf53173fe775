//! What of the model is handed to the solver.

use super::engine::Job;
use super::face::Face;

/// Which columns and rows of the model are in hand, and where.
pub(super) struct Layout {
    /// Columns in hand, in the order of the model.
    pub columns: Vec<usize>,
    /// Where each column of the model stands among those in hand.
    pub position: Vec<Option<usize>>,
    /// Rows in hand, in the order of the model.
    pub rows: Vec<usize>,
}

impl Layout {
    /// Of the columns and rows in hand, those that say something.
    pub fn new(job: &Job) -> Self {
        let rows: Vec<usize> = job.active.rows().collect();
        // A column that repairs only rows that are left out would sit at its lower bound, and one that counts has the value
        // of its count: they are left out as well.
        let mut in_hand: Vec<bool> =
            (0..job.model.columns.len()).map(|column| !job.active.stands_aside(column)).collect();
        for row in &rows {
            for (column, _) in &job.model.rows[*row].terms {
                in_hand[column.0] = true;
            }
        }
        // A column that the face forces up costs something even so.
        for (column, in_hand) in in_hand.iter_mut().enumerate() {
            *in_hand |= job.face.lower[column] != 0;
        }
        // Columns held back, and those that the face keeps at zero, are left out as well.
        let left_out = |column: usize| {
            job.face.lower[column] == 0 && (job.face.upper[column] == 0 || job.active.holds_back(column))
        };
        let columns: Vec<usize> = (0..in_hand.len()).filter(|column| in_hand[*column] && !left_out(*column)).collect();
        let mut position = vec![None; in_hand.len()];
        for (place, column) in columns.iter().enumerate() {
            position[*column] = Some(place);
        }
        // A row without a column in hand says nothing, unless zero is not allowed.
        let speaks = |row: &usize| {
            job.model.rows[*row].terms.iter().any(|(column, _)| position[column.0].is_some())
                || !job.face.rows[*row].allow(0)
        };
        let rows = rows.into_iter().filter(speaks).collect();
        Layout { columns, position, rows }
    }

    /// Values of all columns of the model from those of the columns in hand.
    pub fn values(&self, in_hand: &[f64], face: &Face) -> Vec<f64> {
        let mut values: Vec<f64> = face.lower.iter().map(|lower| *lower as f64).collect();
        for (column, value) in self.columns.iter().zip(in_hand) {
            values[*column] = *value;
        }
        values
    }
}
