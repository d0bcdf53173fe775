//! The tiers, one after the other.

use std::time::Instant;

use crate::milp::{Model, Objective};

use super::budget::Budget;
use super::deadline::now;
use super::engine::{Job, Run};
use super::exact::DualBound;
use super::face::Face;
use super::incidence::Incidence;
use super::lazy::{Active, repair};
use super::probe::Probe;
use super::relaxation::Relaxation;
use super::{Options, Outcome, Progress, Proof, Solution, Stage, Stop, TierOutcome};

/// Minimizes the model's tiers in order, each on the face that the earlier ones leave.
///
/// Where a limit stops a tier, its value is the best one found, its bound is valid for the complete model, and
/// the later tiers are solved under that value.
pub fn solve(model: &Model, options: &Options, progress: &mut dyn FnMut(&Progress)) -> Outcome {
    if model.objectives.is_empty() {
        // Nothing to minimize says nothing about the rows.
        return Outcome::Failed("the model has no tier to minimize".to_string());
    }
    if let Some(column) = model.repair_that_pays() {
        return Outcome::Failed(format!(
            "column {} repairs rows that are left out, and pays",
            model.columns[column.0].name
        ));
    }
    let mut run = TierRun {
        model,
        options,
        face: Face::whole(model),
        incidence: Incidence::of(model),
        active: Active::of(model),
        incumbent: None,
        started: now(),
        progress,
    };
    if run.face.propagate(model, &run.incidence).is_err() {
        return Outcome::Infeasible;
    }
    let mut tiers = Vec::new();
    for tier in 0..model.objectives.len() {
        match run.solve_tier(tier) {
            Ok(outcome) => tiers.push(outcome),
            Err(end) => return end,
        }
    }
    match run.incumbent {
        Some(values) => Outcome::Solved(Solution { values, tiers }),
        None => Outcome::Infeasible,
    }
}

/// Rounds of the relaxation that may pass without a better bound.
const PATIENCE: usize = 3;

/// What is known about the tier in hand.
pub(super) struct TierState {
    pub bound: i64,
    /// The best exact bound on `face`, with its reduced costs.
    pub dual: DualBound,
    pub stop: Option<Stop>,
    /// Whether targets stay just above the bound, since one further up took too much work.
    pub modest: bool,
    /// What may still be spent.
    pub budget: Budget,
    /// The relaxation, with its rows and columns so far.
    pub relaxation: Relaxation,
    /// The last values of the relaxation.
    pub values: Vec<f64>,
    /// Whether the tier has been probed, and what was found.
    pub probed: bool,
    pub probes: Vec<Probe>,
}

pub(super) struct TierRun<'a> {
    pub model: &'a Model,
    options: &'a Options,
    pub face: Face,
    pub incidence: Incidence,
    pub active: Active,
    pub incumbent: Option<Vec<i64>>,
    started: Instant,
    progress: &'a mut dyn FnMut(&Progress),
}

impl TierRun<'_> {
    fn solve_tier(&mut self, tier: usize) -> Result<TierOutcome, Outcome> {
        self.active.begin_tier(self.model, tier, &self.face, self.incumbent.as_deref());
        let mut state = self.begin(tier);
        self.relax(tier, &mut state)?;
        self.search(tier, &mut state)?;
        self.close(tier, state)
    }

    fn begin(&self, tier: usize) -> TierState {
        // Without any price the bound is that of the columns alone: poor, but there from the start.
        let dual = DualBound::new(self.model, &self.face, &self.model.objectives[tier], &[], &[]);
        TierState {
            bound: dual.value(&self.model.objectives[tier]),
            dual,
            stop: None,
            modest: false,
            budget: Budget::new(self.options.limits, self.options.deadline, self.model.objectives.len() - 1 - tier),
            relaxation: Relaxation::default(),
            values: Vec::new(),
            probed: false,
            probes: Vec::new(),
        }
    }

    /// The linear relaxation, with violated rows and helpful columns taken in, gives the exact bound and perhaps the
    /// answer.
    fn relax(&mut self, tier: usize, state: &mut TierState) -> Result<(), Outcome> {
        let objective = &self.model.objectives[tier];
        let mut idle = 0;
        while state.stop.is_none() && idle < PATIENCE && self.value(tier).is_none_or(|value| value > state.bound) {
            if self.incumbent.is_some() {
                state.budget.share();
            }
            self.tell(tier, Stage::Relaxation, state.bound);
            let job = self.job(tier, &self.face, &self.active, &state.budget);
            match state.relaxation.solve(&job, tier, &self.incidence) {
                Run::Relaxed { mut values, prices, held_prices } => {
                    self.active.count(self.model, &mut values);
                    let exact = DualBound::new(self.model, &self.face, objective, &prices, &held_prices);
                    self.offer(&values, tier);
                    let rows = !self.active.take_violated(self.model, &values).is_empty();
                    let columns = self.active.take_priced(self.model, &self.face, &exact);
                    // A relaxation that is no better than the bound already gives nothing but more rows.
                    let better = ceiling(relaxed_value(objective, &values)) > state.bound;
                    idle = if better { 0 } else { idle + 1 };
                    if exact.value(objective) >= state.bound {
                        state.bound = exact.value(objective);
                        state.dual = exact;
                    }
                    state.values = values;
                    if !rows && !columns {
                        break;
                    }
                }
                Run::Infeasible if self.active.take_all_columns() => {}
                other => state.stop = Some(self.ended(other)?),
            }
        }
        Ok(())
    }

    /// Why a run without an answer ends the tier: what is known already is kept, if anything is.
    pub fn ended(&self, run: Run) -> Result<Stop, Outcome> {
        match (run, &self.incumbent) {
            (Run::Stopped(stop), _) => Ok(stop),
            (_, Some(_)) => Ok(Stop::Numerical),
            (Run::Infeasible, None) => Err(Outcome::Infeasible),
            (Run::Failed(error), None) => Err(Outcome::Failed(error)),
            (other, None) => Err(Outcome::Failed(format!("unexpected end of a run: {other:?}"))),
        }
    }

    /// Holds the tier at its value and says what is proven.
    fn close(&mut self, tier: usize, state: TierState) -> Result<TierOutcome, Outcome> {
        let objective = &self.model.objectives[tier];
        let Some(value) = self.value(tier) else {
            return Err(Outcome::NoSolution(state.stop.unwrap_or(Stop::Numerical)));
        };
        let exact = state.dual.value(objective);
        let (mut bound, mut stop) = (state.bound, state.stop);
        let mut proof = if exact >= value {
            Proof::DualBound
        } else if bound >= value {
            Proof::BranchAndBound
        } else {
            Proof::None
        };
        let whole = self.face.clone();
        let held = if objective.slack == 0 {
            self.hold(tier, value, state, proof)?
        } else {
            self.face.hold_by_row(tier, value.saturating_add(objective.slack));
            self.face.propagate(self.model, &self.incidence).is_ok()
        };
        // An empty face, or a better point on it, means that the search claimed too much: only the exact bound stands.
        let now = self.value(tier).unwrap_or(value);
        if !held || now < value {
            (proof, bound, stop) = (Proof::None, exact, Some(Stop::Numerical));
            self.face = whole;
            self.face.hold_by_row(tier, now.saturating_add(objective.slack));
        }
        self.tell(tier, Stage::Done, bound.min(now));
        Ok(TierOutcome { value: now, bound: bound.min(now), proof, stop: stop.filter(|_| proof == Proof::None) })
    }

    /// Narrows the face to the points at the value; false when nothing is left.
    ///
    /// After a tier that took branching, the relaxation of what is left is solved once more: its bound often is as good
    /// as the value.
    fn hold(&mut self, tier: usize, value: i64, state: TierState, proof: Proof) -> Result<bool, Outcome> {
        let objective = &self.model.objectives[tier];
        let mut dual = state.dual;
        // No tier comes after the last one.
        if proof == Proof::BranchAndBound && tier + 1 < self.model.objectives.len() {
            self.face.narrow(self.model, tier, value, &dual);
            self.face.apply(&state.probes, value);
            if self.face.propagate(self.model, &self.incidence).is_err() {
                return Ok(false);
            }
            let mut again = TierState { budget: state.budget, ..self.begin(tier) };
            self.relax(tier, &mut again)?;
            dual.move_to(&self.face);
            if again.dual.value(objective) > dual.value(objective) {
                dual = again.dual;
            }
        }
        self.face.hold(self.model, tier, value, &dual);
        Ok(self.face.propagate(self.model, &self.incidence).is_ok())
    }

    pub fn job<'a>(&'a self, tier: usize, face: &'a Face, active: &'a Active, budget: &'a Budget) -> Job<'a> {
        Job { model: self.model, face, active, objective: &self.model.objectives[tier], options: self.options, budget }
    }

    /// Takes the values as the incumbent if, rounded and repaired, they are a better point of the face.
    pub fn offer(&mut self, values: &[f64], tier: usize) {
        if values.iter().any(|value| (value - value.round()).abs() > 1e-6) {
            return;
        }
        let whole = values.iter().map(|value| value.round() as i64).collect();
        let Some(whole) = repair(self.model, &self.face, whole) else { return };
        let objective = &self.model.objectives[tier];
        let better = self.value(tier).is_none_or(|value| self.model.objective_value(objective, &whole) < value);
        if better && self.face.contains(self.model, &whole) {
            self.incumbent = Some(whole);
        }
    }

    pub fn value(&self, tier: usize) -> Option<i64> {
        let objective = self.model.objectives.get(tier)?;
        self.incumbent.as_ref().map(|values| self.model.objective_value(objective, values))
    }

    pub fn tell(&mut self, tier: usize, stage: Stage, bound: i64) {
        let message = Progress {
            tier: self.model.objectives[tier].name.to_string(),
            stage,
            columns: self.active.columns(),
            rows: self.active.rows().count(),
            incumbent: self.value(tier),
            bound: Some(bound),
            elapsed: now().saturating_duration_since(self.started),
        };
        (self.progress)(&message);
    }
}

/// The objective of a relaxation's values.
pub(super) fn relaxed_value(objective: &Objective, values: &[f64]) -> f64 {
    let sum: f64 = objective.terms.iter().map(|(column, cost)| *cost as f64 * values[column.0]).sum();
    sum + objective.constant as f64
}

/// The integer ceiling of a floating-point bound, with room for the solver's tolerance.
pub(super) fn ceiling(bound: f64) -> i64 {
    if bound.is_finite() { (bound - 1e-6).ceil() as i64 } else { i64::MIN / 4 }
}
