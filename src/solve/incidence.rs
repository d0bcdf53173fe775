//! The model by columns.

use crate::milp::{Model, RowId};

/// The rows of each column with its coefficients, and the costs of each column, tier by tier.
#[derive(Debug)]
pub(super) struct Incidence {
    rows_of: Vec<Vec<(RowId, i64)>>,
    costs: Vec<Vec<i64>>,
}

impl Incidence {
    /// Of all rows and tiers.
    pub fn of(model: &Model) -> Self {
        let costs = model.objectives.iter().map(|objective| {
            let mut costs = vec![0; model.columns.len()];
            for (column, cost) in &objective.terms {
                costs[column.0] = *cost;
            }
            costs
        });
        Incidence { rows_of: model.rows_by_column(), costs: costs.collect() }
    }

    /// Rows and coefficients of a column, in the order of the rows.
    pub fn rows_of(&self, column: usize) -> &[(RowId, i64)] {
        &self.rows_of[column]
    }

    /// Cost of a column in a tier.
    pub fn cost(&self, tier: usize, column: usize) -> i64 {
        self.costs.get(tier).map_or(0, |costs| costs[column])
    }
}
