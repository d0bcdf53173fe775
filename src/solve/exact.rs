//! Exact bounds: the Lagrangian bound of dual prices, in wide integers.

use crate::milp::{Model, Objective, RowBounds};

use super::face::Face;

/// Dual prices are rounded to multiples of 1 / `GRID`; any rounding gives a valid bound.
const GRID: i128 = 1 << 20;

/// A bound with everything that proves it, scaled by [`GRID`].
#[derive(Debug, Clone)]
pub(super) struct DualBound {
    /// `L(y)` without the objective's constant.
    scaled: i128,
    /// The part of `L(y)` that rows contribute.
    of_rows: i128,
    /// Price of each row of the model, of the right sign.
    pub prices: Vec<i128>,
    /// Held-tier rows with a price, by position in [`Face::held`].
    pub held_priced: Vec<usize>,
    /// Reduced cost of each column.
    pub reduced_costs: Vec<i128>,
}

impl DualBound {
    /// The bound that these floating-point prices prove on this face, for every column of the model.
    ///
    /// `prices` and `held_prices` are those of a minimization: at least rows have prices ≥ 0, at most rows ≤ 0; a
    /// price of the wrong sign, a rounding error of the solver, counts as 0. Rows that were left out have price 0.
    pub fn new(model: &Model, face: &Face, objective: &Objective, prices: &[f64], held_prices: &[f64]) -> Self {
        let mut reduced_costs = vec![0_i128; model.columns.len()];
        for (column, coefficient) in &objective.terms {
            reduced_costs[column.0] += i128::from(*coefficient) * GRID;
        }
        let mut scaled: i128 = 0;
        let mut exact_prices = vec![0_i128; model.rows.len()];
        for (index, (row, bounds)) in model.rows.iter().zip(&face.rows).enumerate() {
            let price = signed(on_grid(prices.get(index).copied().unwrap_or(0.0)), *bounds);
            if price == 0 {
                continue;
            }
            exact_prices[index] = price;
            scaled += price * i128::from(side(*bounds));
            for (column, coefficient) in &row.terms {
                reduced_costs[column.0] -= price * i128::from(*coefficient);
            }
        }
        let mut held_priced = Vec::new();
        for (index, held) in face.held.iter().enumerate() {
            let price = on_grid(held_prices.get(index).copied().unwrap_or(0.0)).min(0);
            let Some(earlier) = model.objectives.get(held.tier).filter(|_| price != 0) else { continue };
            held_priced.push(index);
            scaled += price * i128::from(held.most - earlier.constant);
            for (column, coefficient) in &earlier.terms {
                reduced_costs[column.0] -= price * i128::from(*coefficient);
            }
        }
        let mut bound = DualBound { scaled, of_rows: scaled, prices: exact_prices, held_priced, reduced_costs };
        bound.move_to(face);
        bound
    }

    /// Makes it the bound that the same prices prove on a narrower face.
    pub fn move_to(&mut self, face: &Face) {
        let at_best = |(column, reduced_cost): (usize, &i128)| {
            let at = if *reduced_cost >= 0 { face.lower[column] } else { face.upper[column] };
            reduced_cost * i128::from(at)
        };
        self.scaled = self.of_rows + self.reduced_costs.iter().enumerate().map(at_best).sum::<i128>();
    }

    /// The smallest integer objective value that the bound allows.
    pub fn value(&self, objective: &Objective) -> i64 {
        let ceiling = self.scaled.div_euclid(GRID) + i128::from(self.scaled.rem_euclid(GRID) != 0);
        i64::try_from(ceiling).unwrap_or(i64::MIN / 2).saturating_add(objective.constant)
    }

    /// Whether a column's reduced cost is below zero by more than rounding.
    pub fn helps(&self, column: usize) -> bool {
        self.reduced_costs[column] < -GRID / 1000
    }

    /// Scaled distance from the bound up to the objective value `most`.
    pub fn room(&self, most: i64, objective: &Objective) -> i128 {
        i128::from(most - objective.constant) * GRID - self.scaled
    }

    /// Whether a point whose terms above the bound add up to at most `rest` has an objective of at most `most`.
    pub fn closes_within(&self, most: i64, rest: i128, objective: &Objective) -> bool {
        // Objective values are integers, so anything below most + 1 is at most `most`.
        rest < self.room(most, objective) + GRID
    }
}

fn on_grid(price: f64) -> i128 {
    let scaled = price * GRID as f64;
    if scaled.is_finite() && scaled.abs() < 1e18 { scaled.round() as i128 } else { 0 }
}

fn signed(price: i128, bounds: RowBounds) -> i128 {
    match bounds {
        RowBounds::AtMost(_) => price.min(0),
        RowBounds::AtLeast(_) => price.max(0),
        RowBounds::Exactly(_) => price,
    }
}

fn side(bounds: RowBounds) -> i64 {
    let (RowBounds::AtMost(side) | RowBounds::AtLeast(side) | RowBounds::Exactly(side)) = bounds;
    side
}
