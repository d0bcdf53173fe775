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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::milp::{Model, Name, Provenance};
    use crate::policy::Limits;
    use crate::solve::budget::Budget;
    use crate::solve::face::Face;
    use crate::solve::lazy::Active;
    use crate::solve::{Deadline, Options};

    const PAIRS: usize = 2 * PART + 5;

    /// Two members of costs −2 and 3, and pairs of costs 1, 2, 3 …
    fn model() -> Model {
        let mut model = Model::default();
        let x: Vec<ColumnId> = (0..2).map(|j| model.add_column(Name::new(["x", &j.to_string()]), 0, 1)).collect();
        let mut terms = vec![(x[0], -2), (x[1], 3)];
        for k in 0..PAIRS {
            let pair = model.add_column(Name::new(["e", &k.to_string()]), 0, 1 + k as i64 % 3);
            let provenance = Provenance { rule: "test", subject: String::new() };
            let row = [(pair, 1), (x[0], -1), (x[1], -1)];
            model.add_lazy_row(Name::new(["p", &k.to_string()]), provenance, row, -1, pair);
            terms.push((pair, 1 + k as i64));
        }
        model.add_objective(Name::new(["first"]), terms, 4, 0);
        model.add_objective(Name::new(["second"]), [(x[0], 1)], 0, 0);
        model
    }

    fn held(model: &Model, face: &Face, check: impl Fn(&Layout, Vec<HeldRow>)) {
        let mut active = Active::of(model);
        (0..2).for_each(|tier| active.begin_tier(model, tier, face, None));
        active.take_reachable(model, face, PAIRS);
        let limits = Limits { nodes: 1, iterations: 1 };
        let options = Options { limits, deadline: Deadline::NEVER, seed: 1 };
        let budget = Budget::new(limits, options.deadline, 0);
        let objective = &model.objectives[1];
        let job = Job { model, face, active: &active, objective, options: &options, budget: &budget };
        let layout = Layout::new(&job);
        check(&layout, job.held_rows(&layout));
    }

    #[test]
    fn parts_add_up_to_the_row_and_leave_every_sum_its_room() {
        let model = model();
        let mut face = Face::whole(&model);
        face.hold_by_row(0, 50);
        // The fourth pair cannot be, and its column is not in hand.
        face.upper[5] = 0;
        held(&model, &face, |layout, rows| {
            assert_eq!(rows.len(), 1);
            let row = &rows[0];
            assert_eq!((row.most, row.terms.as_slice()), (46, &[(ColumnId(0), -2), (ColumnId(1), 3)][..]));
            let mut terms = row.terms.clone();
            for part in &row.parts {
                assert!((1..=PART).contains(&part.terms.len()));
                let most: i64 = part.terms.iter().map(|(column, cost)| cost * face.upper[column.0]).sum();
                assert_eq!(part.most, most);
                terms.extend(&part.terms);
            }
            assert_eq!(row.parts.len(), 3);
            assert!(layout.position[5].is_none());
            let whole = model.objectives[0].terms.iter().copied().filter(|(column, _)| column.0 != 5);
            assert_eq!(terms, whole.collect::<Vec<_>>());
        });
    }

    #[test]
    fn what_may_be_negative_stays_in_the_row_itself() {
        let model = model();
        let mut face = Face::whole(&model);
        face.lower[4] = -1;
        face.hold_by_row(0, 50);
        held(&model, &face, |_, rows| {
            let stays: Vec<usize> = rows[0].terms.iter().map(|(column, _)| column.0).collect();
            assert_eq!(stays, [0, 1, 4]);
        });
    }

    #[test]
    fn without_a_held_tier_there_is_no_row() {
        let model = model();
        held(&model, &Face::whole(&model), |_, rows| assert!(rows.is_empty()));
    }
}
