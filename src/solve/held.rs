//! Rows that hold earlier tiers, cut into parts.

use crate::milp::ColumnId;

use super::engine::Job;
use super::layout::Layout;

/// Most terms of a part.
const PART: usize = 32;

/// `Σ terms + Σ (sum of each part) ≤ most`, over the columns in hand.
pub(super) struct HeldRow {
    pub terms: Vec<(ColumnId, i64)>,
    pub parts: Vec<Part>,
    pub most: i64,
}

/// Terms that stand in the row by their sum, a whole number from 0 to `most`.
pub(super) struct Part {
    pub terms: Vec<(ColumnId, i64)>,
    pub most: i64,
}

impl Job<'_> {
    /// The rows of the tiers that the face holds by a row.
    ///
    /// A column that repairs rows is kept from rising by nothing but the held row. The solver's presolve looks, for
    /// each such column, through every term of the row that keeps it, round by round: with thousands of pairs in one
    /// row that takes minutes, with some thirty in each part nothing.
    pub fn held_rows(&self, layout: &Layout) -> Vec<HeldRow> {
        let rows = self.face.held.iter().filter_map(|held| {
            let earlier = self.model.objectives.get(held.tier)?;
            let in_hand = earlier.terms.iter().copied().filter(|(column, _)| layout.position[column.0].is_some());
            let (parted, terms): (Vec<_>, Vec<_>) = in_hand.partition(|(column, coefficient)| {
                self.active.repairs(column.0) && *coefficient > 0 && self.face.lower[column.0] >= 0
            });
            let part = |terms: &[(ColumnId, i64)]| {
                let most = terms.iter().map(|(column, a)| a.saturating_mul(self.face.upper[column.0]));
                Part { terms: terms.to_vec(), most: most.fold(0, i64::saturating_add) }
            };
            Some(HeldRow { terms, parts: parted.chunks(PART).map(part).collect(), most: held.most - earlier.constant })
        });
        rows.collect()
    }
}
