//! One run of HiGHS on the rows in hand: built with good_lp, driven and read through the `highs` crate, because
//! bounds, duals and the reason of the end stay hidden otherwise.

use ::highs::{HighsModelStatus, HighsSolutionStatus};
use good_lp::solvers::highs::highs;
use good_lp::{Expression, ProblemVariables, SolverModel, constraint, variable};

use crate::milp::{ColumnId, Model, Objective, RowBounds};

use super::face::Face;
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
    /// Seconds left.
    pub seconds: Option<f64>,
}

impl Job<'_> {
    /// Solves the linear relaxation.
    pub fn relax(&self) -> Run {
        let layout = Layout::new(self);
        if layout.columns.is_empty() {
            let prices = vec![0.0; self.model.rows.len()];
            let relaxed = |values| Run::Relaxed { values, prices, held_prices: Vec::new() };
            return self.without_columns(&layout).map_or(Run::Infeasible, relaxed);
        }
        let mut highs = match self.build(&layout, false) {
            Ok(highs) => highs,
            Err(error) => return Run::Failed(error),
        };
        if let Err(error) = self.configure(&mut highs) {
            return Run::Failed(error);
        }
        let solved = match highs.try_solve() {
            Ok(solved) => solved,
            Err(status) => return Run::Failed(format!("relaxation: {status:?}")),
        };
        match solved.status() {
            HighsModelStatus::Optimal | HighsModelStatus::ModelEmpty => {
                let solution = solved.get_solution();
                let (prices, held_prices) = layout.prices(solution.dual_rows(), self.model.rows.len());
                Run::Relaxed { values: layout.values(solution.columns(), self.face), prices, held_prices }
            }
            HighsModelStatus::Infeasible => Run::Infeasible,
            HighsModelStatus::ReachedTimeLimit => Run::Stopped(Stop::Time),
            HighsModelStatus::ReachedIterationLimit => Run::Stopped(Stop::Work),
            other => Run::Failed(format!("relaxation: {other:?}")),
        }
    }

    /// Searches for integers; `target` is a proven bound at which it may stop, `start` a known solution.
    pub fn search(&self, target: Option<i64>, start: Option<&[i64]>) -> Run {
        let layout = Layout::new(self);
        if layout.columns.is_empty() {
            let searched = |values| Run::Searched { values: Some(values), bound: 0.0, stop: None };
            return self.without_columns(&layout).map_or(Run::Infeasible, searched);
        }
        let mut highs = match self.build(&layout, true) {
            Ok(highs) => highs,
            Err(error) => return Run::Failed(error),
        };
        let mut configured = self.configure(&mut highs);
        let mut set = |key: &str, value: f64| {
            if configured.is_ok() {
                configured = highs.try_set_option(key, value).map_err(|_| format!("option {key}"));
            }
        };
        set("mip_rel_gap", 0.0);
        // Objectives are integers: a gap below one is a proof.
        set("mip_abs_gap", 0.999);
        if let Some(target) = target {
            set("objective_target", (target - self.objective.constant) as f64 + 0.5);
        }
        if let Err(error) = configured {
            return Run::Failed(error);
        }
        if let Some(start) = start {
            let start: Vec<f64> = layout.columns.iter().map(|column| start[*column] as f64).collect();
            // A start that the solver cannot use only costs it the head start.
            let _ = highs.try_set_solution(Some(&start), None, None, None);
        }
        let solved = match highs.try_solve() {
            Ok(solved) => solved,
            Err(status) => return Run::Failed(format!("search: {status:?}")),
        };
        let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY);
        let stop = match solved.status() {
            HighsModelStatus::Optimal | HighsModelStatus::ObjectiveTarget | HighsModelStatus::ModelEmpty => None,
            HighsModelStatus::Infeasible => return Run::Infeasible,
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
    fn without_columns(&self, layout: &Layout) -> Option<Vec<f64>> {
        let held = |tier: usize, most: i64| self.model.objectives.get(tier).is_none_or(|it| it.constant <= most);
        let allowed = layout.rows.is_empty() && self.face.held.iter().all(|it| held(it.tier, it.most));
        allowed.then(|| layout.values(&[], self.face))
    }

    fn build(&self, layout: &Layout, integer: bool) -> Result<::highs::Model, String> {
        let mut variables = ProblemVariables::new();
        let handles: Vec<_> = layout
            .columns
            .iter()
            .map(|column| {
                let definition = variable().min(self.face.lower[*column] as f64).max(self.face.upper[*column] as f64);
                variables.add(if integer { definition.integer() } else { definition })
            })
            .collect();
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
        for held in &self.face.held {
            if let Some(earlier) = self.model.objectives.get(held.tier) {
                let sum = expression(&earlier.terms);
                problem.add_constraint(constraint!(sum <= (held.most - earlier.constant) as f64));
            }
        }
        problem.try_into_inner().map_err(|error| error.to_string())
    }

    fn configure(&self, highs: &mut ::highs::Model) -> Result<(), String> {
        highs.make_quiet();
        let whole = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        let set = |result: Result<(), ::highs::TrySetOptionError>| result.map_err(|_| "option".to_string());
        set(highs.try_set_option("threads", 1))?;
        set(highs.try_set_option("presolve_rule_off", PRESOLVE_RULES_OFF))?;
        set(highs.try_set_option("parallel", "off"))?;
        set(highs.try_set_option("random_seed", (self.options.seed % 1_000_000) as i32))?;
        set(highs.try_set_option("mip_max_nodes", whole(self.options.limits.nodes)))?;
        set(highs.try_set_option("simplex_iteration_limit", whole(self.options.limits.iterations)))?;
        match self.seconds {
            Some(seconds) => set(highs.try_set_option("time_limit", seconds.max(0.0))),
            None => Ok(()),
        }
    }
}

/// Which columns and rows of the model are in hand, and where.
struct Layout {
    columns: Vec<usize>,
    position: Vec<Option<usize>>,
    rows: Vec<usize>,
}

impl Layout {
    fn new(job: &Job) -> Self {
        let rows: Vec<usize> = job.active.rows().collect();
        // A column that repairs only rows that are left out would sit at its lower bound: it is left out as well.
        let mut in_hand = vec![true; job.model.columns.len()];
        for column in job.model.rows.iter().filter_map(|row| row.kind.about()) {
            in_hand[column.0] = false;
        }
        for row in &rows {
            for (column, _) in &job.model.rows[*row].terms {
                in_hand[column.0] = true;
            }
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

    fn values(&self, in_hand: &[f64], face: &Face) -> Vec<f64> {
        let mut values: Vec<f64> = face.lower.iter().map(|lower| *lower as f64).collect();
        for (column, value) in self.columns.iter().zip(in_hand) {
            values[*column] = *value;
        }
        values
    }

    fn prices(&self, in_hand: &[f64], rows: usize) -> (Vec<f64>, Vec<f64>) {
        let mut prices = vec![0.0; rows];
        for (row, price) in self.rows.iter().zip(in_hand) {
            prices[*row] = *price;
        }
        (prices, in_hand.get(self.rows.len()..).unwrap_or(&[]).to_vec())
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
