//! The face of the feasible set on which the earlier tiers keep their optimum.

use crate::milp::{Column, Model, Objective, Row, RowBounds};

use super::exact::DualBound;

/// Narrowed bounds, tightened rows, and rows that hold a tier where narrowing cannot.
#[derive(Debug, Clone)]
pub(super) struct Face {
    pub lower: Vec<i64>,
    pub upper: Vec<i64>,
    pub rows: Vec<RowBounds>,
    pub held: Vec<HeldTier>,
}

/// A tier held by the row `objective ≤ most`.
#[derive(Debug, Clone)]
pub(super) struct HeldTier {
    pub tier: usize,
    pub most: i64,
}

impl Face {
    /// The whole feasible set.
    pub fn whole(model: &Model) -> Self {
        Face {
            lower: model.columns.iter().map(|column: &Column| column.lower).collect(),
            upper: model.columns.iter().map(|column| column.upper).collect(),
            rows: model.rows.iter().map(|row: &Row| row.bounds).collect(),
            held: Vec::new(),
        }
    }

    /// Narrows to the points where the tier's objective is at most `most`, by a row where bounds do not say so.
    pub fn hold(&mut self, model: &Model, tier: usize, most: i64, bound: &DualBound) {
        if !self.narrow(model, tier, most, bound) {
            self.hold_by_row(tier, most);
        }
    }

    /// Drops what no point with an objective of at most `most` needs; true when no other points are left.
    ///
    /// Every point obeys `objective = L(y) + Σ |rc_j|·(distance of x_j from its bound) + Σ |y_i|·slack_i`, all terms
    /// non-negative, so none of them may exceed `most − L(y)`. All in integers scaled by the dual grid.
    pub fn narrow(&mut self, model: &Model, tier: usize, most: i64, bound: &DualBound) -> bool {
        let Some(objective) = model.objectives.get(tier) else { return true };
        let room = bound.room(most, objective);
        let mut rest: i128 = 0;
        for (column, reduced_cost) in bound.reduced_costs.iter().enumerate() {
            let steps = i64::try_from(room / reduced_cost.unsigned_abs().max(1) as i128).unwrap_or(i64::MAX);
            if *reduced_cost > 0 {
                self.upper[column] = self.upper[column].min(self.lower[column].saturating_add(steps));
            } else if *reduced_cost < 0 {
                self.lower[column] = self.lower[column].max(self.upper[column].saturating_sub(steps));
            }
            rest += reduced_cost.abs() * i128::from(self.upper[column] - self.lower[column]);
        }
        for (row, price) in bound.prices.iter().enumerate() {
            if *price == 0 {
                continue;
            }
            let steps = room / price.abs();
            if steps == 0 {
                self.rows[row] = match self.rows[row] {
                    RowBounds::AtMost(side) | RowBounds::AtLeast(side) | RowBounds::Exactly(side) => {
                        RowBounds::Exactly(side)
                    }
                };
            } else if !matches!(self.rows[row], RowBounds::Exactly(_)) {
                // The row keeps some slack: how much, the bounds of its columns do not say cheaply.
                rest = i128::MAX / 2;
            }
        }
        bound.held_priced.is_empty() && bound.closes_within(most, rest, objective)
    }

    /// Holds the tier by a row alone.
    pub fn hold_by_row(&mut self, tier: usize, most: i64) {
        self.held.push(HeldTier { tier, most });
    }

    /// Whether integer values obey the face and the model.
    pub fn contains(&self, model: &Model, values: &[i64]) -> bool {
        model.check(values).is_ok()
            && values.iter().enumerate().all(|(j, value)| self.lower[j] <= *value && *value <= self.upper[j])
            && model.rows.iter().zip(&self.rows).all(|(row, bounds)| bounds.allow(row.value(values)))
            && self
                .held
                .iter()
                .all(|held| objective_at(model, held.tier, values).is_none_or(|value| value <= held.most))
    }
}

fn objective_at(model: &Model, tier: usize, values: &[i64]) -> Option<i64> {
    model.objectives.get(tier).map(|objective: &Objective| model.objective_value(objective, values))
}
