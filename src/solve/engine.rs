//! One run of HiGHS on the rows in hand: built with good_lp, driven and read through the `highs` crate, because
//! bounds, duals and the reason of the end stay hidden otherwise.

use ::highs::{HighsModelStatus, HighsSolutionStatus, TrySetOptionError as Refused};
use good_lp::solvers::highs::highs;
use good_lp::{Expression, ProblemVariables, SolverModel, constraint, variable};

use crate::milp::{ColumnId, Model, Objective, RowBounds};

use super::budget::Budget;
use super::face::Face;
use super::held::Part;
use super::layout::Layout;
use super::lazy::Active;
use super::{Options, Stop};

/// Name of the solver.
pub const NAME: &str = "HiGHS";

/// Version of the solver.
pub fn version() -> String {
    // The build script of the binding pins the library; its own version function is not exported by the crate.
    "1.15.0".to_string()
}

/// Presolve rules that HiGHS 1.15.0 is not trusted with: probing (bit 15) and enumeration (bit 16).
///
/// Both fix columns of a clique; when all but one of an equality are fixed, that version drops the row instead of
/// fixing the last one, and calls a worse point optimal or a feasible model infeasible (HiGHS issue 3216, mended after
/// 1.15.0).
const PRESOLVE_RULES_OFF: i32 = 1 << 15 | 1 << 16;

/// The presolve rule that substitutes columns.
const AGGREGATOR: i32 = 1 << 12;

/// What one run returned.
#[derive(Debug)]
pub(super) enum Run {
    /// The relaxation is solved: values of all columns, prices of all rows and of the held tiers.
    Relaxed { values: Vec<f64>, prices: Vec<f64>, held_prices: Vec<f64> },
    /// The search ended: the best values, if any, a bound, and why it stopped before its proof.
    Searched { values: Option<Vec<f64>>, bound: f64, stop: Option<Stop> },
    /// Nothing obeys the rows in hand.
    Infeasible,
    /// The limit came first.
    Stopped(Stop),
    /// The solver failed.
    Failed(String),
}

/// What to run.
pub(super) struct Job<'a> {
    pub model: &'a Model,
    pub face: &'a Face,
    pub active: &'a Active,
    pub objective: &'a Objective,
    pub options: &'a Options,
    /// What the tier may still spend.
    pub budget: &'a Budget,
}

impl Job<'_> {
    /// Searches for integers with an objective of at most `most`; at the proven bound `target` it may stop.
    pub fn search(&self, target: i64, most: Option<i64>) -> Run {
        let layout = Layout::new(self);
        if layout.columns.is_empty() {
            let searched = |values| Run::Searched { values: Some(values), bound: 0.0, stop: None };
            return self.without_columns(&layout).map_or(Run::Infeasible, searched);
        }
        if let Some(stop) = self.budget.exhausted() {
            return Run::Stopped(stop);
        }
        let mut highs = match self.build(&layout) {
            Ok(highs) => highs,
            Err(error) => return Run::Failed(error),
        };
        if self.configure_search(&mut highs, target, most).is_err() {
            return Run::Failed("search: an option is refused".to_string());
        }
        let solved = match highs.try_solve() {
            Ok(solved) => solved,
            Err(status) => return Run::Failed(format!("search: {status:?}")),
        };
        self.budget.spend(&solved);
        let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY);
        let stop = match solved.status() {
            HighsModelStatus::Optimal | HighsModelStatus::ObjectiveTarget | HighsModelStatus::ModelEmpty => None,
            // A point that breaks a tolerance after presolve is undone makes the same status: that proves nothing.
            HighsModelStatus::Infeasible | HighsModelStatus::ObjectiveBound
                if solved.primal_solution_status() == HighsSolutionStatus::None =>
            {
                return Run::Infeasible;
            }
            HighsModelStatus::ReachedTimeLimit => Some(Stop::Time),
            HighsModelStatus::ReachedIterationLimit | HighsModelStatus::ReachedSolutionLimit => Some(Stop::Work),
            other => return Run::Failed(format!("search: {other:?}")),
        };
        let values = (solved.primal_solution_status() == HighsSolutionStatus::Feasible)
            .then(|| layout.values(solved.get_solution().columns(), self.face));
        Run::Searched { values, bound, stop }
    }

    /// The one point there is when no column is in hand; `None` when a row forbids it. The solver is not asked, since
    /// its binding takes the status of an empty model for a fault.
    pub fn without_columns(&self, layout: &Layout) -> Option<Vec<f64>> {
        let held = |tier: usize, most: i64| self.model.objectives.get(tier).is_none_or(|it| it.constant <= most);
        let allowed = layout.rows.is_empty() && self.face.held.iter().all(|it| held(it.tier, it.most));
        allowed.then(|| layout.values(&[], self.face))
    }

    fn configure_search(&self, highs: &mut ::highs::Model, target: i64, most: Option<i64>) -> Result<(), Refused> {
        self.configure(highs, self.budget.seconds())?;
        if !self.face.held.is_empty() {
            // The parts of held rows would be put together again.
            highs.try_set_option("presolve_rule_off", PRESOLVE_RULES_OFF | AGGREGATOR)?;
        }
        // Objectives are integers: a gap below one is a proof.
        highs.try_set_option("mip_rel_gap", 0.0)?;
        highs.try_set_option("mip_abs_gap", 0.999)?;
        highs.try_set_option("objective_target", (target - self.objective.constant) as f64 + 0.5)?;
        if let Some(most) = most {
            highs.try_set_option("objective_bound", (most - self.objective.constant) as f64 + 0.5)?;
            // It finds points far above a target just above the bound, and takes seconds for it.
            highs.try_set_option("mip_heuristic_run_feasibility_jump", false)?;
        }
        Ok(())
    }

    fn build(&self, layout: &Layout) -> Result<::highs::Model, String> {
        let mut variables = ProblemVariables::new();
        let handles: Vec<_> = layout
            .columns
            .iter()
            .map(|column| {
                let definition = variable().min(self.face.lower[*column] as f64).max(self.face.upper[*column] as f64);
                variables.add(definition.integer())
            })
            .collect();
        let held = self.held_rows(layout);
        let parts = held.iter().flat_map(|row| &row.parts);
        let sum = |part: &Part| variable().min(0.0).max(part.most as f64).integer();
        let sums: Vec<_> = parts.map(|part| variables.add(sum(part))).collect();
        let expression = |terms: &[(ColumnId, i64)]| {
            let mut sum = Expression::with_capacity(terms.len());
            for (column, coefficient) in terms {
                if let Some(position) = layout.position[column.0] {
                    sum.add_mul(*coefficient as f64, handles[position]);
                }
            }
            sum
        };
        let mut problem = variables.minimise(expression(&self.objective.terms)).using(highs);
        for index in &layout.rows {
            let sum = expression(&self.model.rows[*index].terms);
            problem.add_constraint(match self.face.rows[*index] {
                RowBounds::AtMost(side) => constraint!(sum <= side as f64),
                RowBounds::AtLeast(side) => constraint!(sum >= side as f64),
                RowBounds::Exactly(side) => constraint!(sum == side as f64),
            });
        }
        let mut sums = sums.into_iter();
        for row in &held {
            let mut whole = expression(&row.terms);
            for (part, sum) in row.parts.iter().zip(&mut sums) {
                problem.add_constraint(constraint!(expression(&part.terms) <= sum));
                whole.add_mul(1.0, sum);
            }
            problem.add_constraint(constraint!(whole <= row.most as f64));
        }
        problem.try_into_inner().map_err(|error| error.to_string())
    }

    /// Sets what every run has in common; `seconds` is where the solver's clock stops it.
    pub fn configure(&self, highs: &mut ::highs::Model, seconds: Option<f64>) -> Result<(), Refused> {
        let whole = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        highs.make_quiet();
        highs.try_set_option("threads", 1)?;
        highs.try_set_option("presolve_rule_off", PRESOLVE_RULES_OFF)?;
        highs.try_set_option("parallel", "off")?;
        highs.try_set_option("random_seed", (self.options.seed % 1_000_000) as i32)?;
        highs.try_set_option("mip_max_nodes", whole(self.budget.nodes))?;
        highs.try_set_option("simplex_iteration_limit", whole(self.budget.iterations()))?;
        match seconds {
            Some(seconds) => highs.try_set_option("time_limit", seconds),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_is_that_of_the_locked_binding() {
        let lock = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"));
        let entry = lock.split("[[package]]").find(|entry| entry.contains("name = \"highs-sys\"")).unwrap();
        assert!(entry.contains(&format!("version = \"{}\"", super::version())), "{entry}");
    }
}
