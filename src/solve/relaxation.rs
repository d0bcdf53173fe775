//! The linear relaxation of a tier, kept alive while rows and columns join it: every solve starts from the last basis.
//!
//! good_lp has no model that grows after it was solved, so this goes to the `highs` crate.

use highs::{Col, ColProblem, HighsModelStatus, HighsStatus, Model as Highs, Row, RowProblem, Sense};

use crate::milp::RowBounds;

use super::Stop;
use super::deadline::now;
use super::engine::{Job, Run};
use super::incidence::Incidence;
use super::layout::Layout;

/// A relaxation with the columns and rows that it has so far.
#[derive(Default)]
pub(super) struct Relaxation {
    solver: Option<Highs>,
    /// Columns of the model, in the order in which they joined.
    columns: Vec<usize>,
    /// Rows of the model, in the order in which they joined; the rows of held tiers stand before them.
    rows: Vec<usize>,
    column_handles: Vec<Option<Col>>,
    row_handles: Vec<Option<Row>>,
    held_handles: Vec<Row>,
    /// Seconds that the solver has run: its clock goes on from one solve to the next.
    spent: f64,
}

impl Relaxation {
    /// Takes in what is in hand now and solves.
    pub fn solve(&mut self, job: &Job, tier: usize, incidence: &Incidence) -> Run {
        let layout = Layout::new(job);
        if layout.columns.is_empty() {
            let prices = vec![0.0; job.model.rows.len()];
            let relaxed = |values| Run::Relaxed { values, prices, held_prices: Vec::new() };
            return job.without_columns(&layout).map_or(Run::Infeasible, relaxed);
        }
        if let Some(stop) = job.budget.exhausted() {
            return Run::Stopped(stop);
        }
        let grown = match self.solver.take() {
            None => self.begin(job, tier, incidence, &layout),
            Some(solver) => self.grow(solver, job, tier, incidence, &layout),
        };
        let started = now();
        let solved = match grown.and_then(|solver| self.allow(solver, job)).map(Highs::try_solve) {
            Ok(Ok(solved)) => solved,
            Ok(Err(status)) | Err(status) => return Run::Failed(format!("relaxation: {status:?}")),
        };
        self.spent += started.elapsed().as_secs_f64();
        job.budget.spend(&solved);
        let run = match solved.status() {
            HighsModelStatus::Optimal | HighsModelStatus::ModelEmpty => {
                let solution = solved.get_solution();
                self.relaxed(job, solution.columns(), solution.dual_rows())
            }
            HighsModelStatus::Infeasible => Run::Infeasible,
            HighsModelStatus::ReachedTimeLimit => Run::Stopped(Stop::Time),
            HighsModelStatus::ReachedIterationLimit => Run::Stopped(Stop::Work),
            other => Run::Failed(format!("relaxation: {other:?}")),
        };
        self.solver = Some(solved.into());
        run
    }

    fn allow(&self, mut solver: Highs, job: &Job) -> Result<Highs, HighsStatus> {
        let seconds = job.budget.seconds().map(|seconds| seconds + self.spent);
        job.configure(&mut solver, seconds).map_err(|_| HighsStatus::Error)?;
        Ok(solver)
    }

    /// Moves the bounds of a column that has joined, for the next solves.
    pub fn set_bounds(&mut self, column: usize, lower: i64, upper: i64) {
        let handle = self.column_handles.get(column).copied().flatten();
        if let (Some(solver), Some(handle)) = (&mut self.solver, handle) {
            solver.change_column_bounds(handle, lower as f64..=upper as f64);
        }
    }

    fn begin(&mut self, job: &Job, tier: usize, incidence: &Incidence, layout: &Layout) -> Result<Highs, HighsStatus> {
        *self = Relaxation {
            column_handles: vec![None; job.model.columns.len()],
            row_handles: vec![None; job.model.rows.len()],
            ..Relaxation::default()
        };
        let mut problem = ColProblem::new();
        for held in &job.face.held {
            let constant = job.model.objectives.get(held.tier).map_or(0, |objective| objective.constant);
            self.held_handles.push(problem.add_row(..=(held.most - constant) as f64));
        }
        for row in &layout.rows {
            let (least, most) = sides(job.face.rows[*row]);
            self.row_handles[*row] = Some(problem.add_row(least..=most));
            self.rows.push(*row);
        }
        // A problem by columns hands out no handles of columns; they are positions, so any problem's will do.
        let mut positions = RowProblem::new();
        for column in &layout.columns {
            let (lower, upper) = (job.face.lower[*column] as f64, job.face.upper[*column] as f64);
            let cost = incidence.cost(tier, *column) as f64;
            problem.add_column(cost, lower..=upper, self.factors(job, incidence, *column));
            self.column_handles[*column] = Some(positions.add_column(0.0, ..1.0));
            self.columns.push(*column);
        }
        problem.try_optimise(Sense::Minimise)
    }

    fn grow(
        &mut self,
        mut solver: Highs,
        job: &Job,
        tier: usize,
        incidence: &Incidence,
        layout: &Layout,
    ) -> Result<Highs, HighsStatus> {
        for row in &layout.rows {
            if self.row_handles[*row].is_some() {
                continue;
            }
            let (least, most) = sides(job.face.rows[*row]);
            let terms = job.model.rows[*row].terms.iter();
            let factors = terms.filter_map(|(column, a)| Some((self.column_handles[column.0]?, *a as f64)));
            let factors: Vec<(Col, f64)> = factors.collect();
            self.row_handles[*row] = Some(solver.try_add_row(least..=most, factors)?);
            self.rows.push(*row);
        }
        for column in &layout.columns {
            if self.column_handles[*column].is_some() {
                continue;
            }
            let (lower, upper) = (job.face.lower[*column] as f64, job.face.upper[*column] as f64);
            let cost = incidence.cost(tier, *column) as f64;
            let factors = self.factors(job, incidence, *column);
            self.column_handles[*column] = Some(solver.try_add_column(cost, lower..=upper, factors)?);
            self.columns.push(*column);
        }
        Ok(solver)
    }

    /// Coefficients of a column in the rows that have joined.
    fn factors(&self, job: &Job, incidence: &Incidence, column: usize) -> Vec<(Row, f64)> {
        let rows = incidence.rows_of(column).iter();
        let rows = rows.filter_map(|(row, a)| Some((self.row_handles[row.0]?, *a as f64)));
        let held = job.face.held.iter().zip(&self.held_handles);
        let held = held.map(|(held, row)| (*row, incidence.cost(held.tier, column) as f64));
        rows.chain(held.filter(|(_, cost)| *cost != 0.0)).collect()
    }

    fn relaxed(&self, job: &Job, columns: &[f64], duals: &[f64]) -> Run {
        let mut values: Vec<f64> = job.face.lower.iter().map(|lower| *lower as f64).collect();
        for (column, value) in self.columns.iter().zip(columns) {
            values[*column] = *value;
        }
        let mut prices = vec![0.0; job.model.rows.len()];
        let (held_prices, rest) = duals.split_at(self.held_handles.len().min(duals.len()));
        for (row, price) in self.rows.iter().zip(rest) {
            prices[*row] = *price;
        }
        Run::Relaxed { values, prices, held_prices: held_prices.to_vec() }
    }
}

fn sides(bounds: RowBounds) -> (f64, f64) {
    match bounds {
        RowBounds::AtMost(side) => (f64::NEG_INFINITY, side as f64),
        RowBounds::AtLeast(side) => (side as f64, f64::INFINITY),
        RowBounds::Exactly(side) => (side as f64, side as f64),
    }
}
