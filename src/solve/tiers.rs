//! The tiers, one after the other.

use std::time::Instant;

use crate::milp::Model;

use super::engine::{Job, Run};
use super::exact::DualBound;
use super::face::Face;
use super::lazy::{Active, repair};
use super::{Options, Outcome, Progress, Proof, Solution, Stage, Stop, TierOutcome};

/// Minimizes the model's tiers in order, each on the face that the earlier ones leave.
///
/// Where a limit stops a tier, its value is the best one found, its bound is valid for the complete model, and
/// the later tiers are solved under that value.
pub fn solve(model: &Model, options: &Options, progress: &mut dyn FnMut(&Progress)) -> Outcome {
    let mut run = TierRun {
        model,
        options,
        deadline: options.time_limit.map(|seconds| (Instant::now(), seconds)),
        face: Face::whole(model),
        active: Active::beginning(model),
        incumbent: None,
        progress,
    };
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

/// What is known about the tier in hand.
struct TierState {
    bound: i64,
    /// The best exact bound, with its reduced costs.
    dual: DualBound,
    stop: Option<Stop>,
}

struct TierRun<'a> {
    model: &'a Model,
    options: &'a Options,
    deadline: Option<(Instant, f64)>,
    face: Face,
    active: Active,
    incumbent: Option<Vec<i64>>,
    progress: &'a mut dyn FnMut(&Progress),
}

impl TierRun<'_> {
    fn solve_tier(&mut self, tier: usize) -> Result<TierOutcome, Outcome> {
        self.active.begin_tier(self.model, self.incumbent.as_deref());
        // Without any price the bound is that of the columns alone: poor, but there from the start.
        let dual = DualBound::new(self.model, &self.face, &self.model.objectives[tier], &[], &[]);
        let mut state = TierState { bound: dual.value(&self.model.objectives[tier]), dual, stop: None };
        self.relax(tier, &mut state)?;
        self.search(tier, &mut state)?;
        self.close(tier, state)
    }

    /// The linear relaxation, with violated rows and helpful columns taken in, gives the exact bound and perhaps the
    /// answer.
    fn relax(&mut self, tier: usize, state: &mut TierState) -> Result<(), Outcome> {
        let objective = &self.model.objectives[tier];
        while state.stop.is_none() {
            self.tell(tier, Stage::Relaxation, state.bound);
            match self.job(tier).relax() {
                Run::Relaxed { values, prices, held_prices } => {
                    let exact = DualBound::new(self.model, &self.face, objective, &prices, &held_prices);
                    self.offer(&values, tier);
                    let rows = self.active.take_violated(self.model, tier, &values);
                    let columns = self.active.take_priced(self.model, &self.face, &exact);
                    if exact.value(objective) >= state.bound {
                        state.bound = exact.value(objective);
                        state.dual = exact;
                    }
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

    /// The search for integers, again with violated rows and threatening columns taken in, unless the bound is
    /// reached already.
    fn search(&mut self, tier: usize, state: &mut TierState) -> Result<(), Outcome> {
        let objective = &self.model.objectives[tier];
        while state.stop.is_none() && self.value(tier).is_none_or(|value| value > state.bound) {
            self.tell(tier, Stage::Search, state.bound);
            match self.job(tier).search(Some(state.bound), self.incumbent.as_deref()) {
                Run::Searched { values: Some(values), bound: searched, stop } => {
                    state.stop = stop;
                    self.offer(&values, tier);
                    let mut more = self.active.take_violated(self.model, tier, &rounded(&values));
                    match self.value(tier) {
                        None => more |= self.active.take_all_columns(),
                        Some(value) if value <= state.bound => break,
                        // The searched bound is one of the columns in hand. It is one of the complete model only up to
                        // the value that no column held back can undercut.
                        Some(value) => {
                            let room_below = state.dual.room(value - 1, objective);
                            if self.active.take_threatening(&self.face, &state.dual, room_below) {
                                more = true;
                            } else {
                                let searched = ceiling(searched).saturating_add(objective.constant);
                                state.bound = state.bound.max(searched.min(value));
                            }
                        }
                    }
                    let closed = self.value(tier).is_some_and(|value| value <= state.bound);
                    if !more && !closed && state.stop.is_none() {
                        state.stop = Some(Stop::Numerical);
                    }
                }
                Run::Searched { values: None, stop, .. } => state.stop = Some(stop.unwrap_or(Stop::Numerical)),
                Run::Infeasible if self.active.take_all_columns() => {}
                other => state.stop = Some(self.ended(other)?),
            }
        }
        Ok(())
    }

    /// Why a run without an answer ends the tier: what is known already is kept, if anything is.
    fn ended(&self, run: Run) -> Result<Stop, Outcome> {
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
        let TierState { bound, dual, stop } = state;
        let Some(value) = self.value(tier) else {
            return Err(Outcome::NoSolution(stop.unwrap_or(Stop::Numerical)));
        };
        let proof = if dual.value(objective) >= value {
            Proof::DualBound
        } else if bound >= value {
            Proof::BranchAndBound
        } else {
            Proof::None
        };
        let most = value.saturating_add(objective.slack);
        let held_by_row = if objective.slack == 0 {
            self.face.hold(self.model, tier, most, &dual)
        } else {
            self.face.hold_by_row(tier, most);
            true
        };
        self.tell(tier, Stage::Done, bound.min(value));
        Ok(TierOutcome {
            value,
            bound: bound.min(value),
            proof,
            stop: stop.filter(|_| proof == Proof::None),
            held_by_row,
        })
    }

    fn job(&self, tier: usize) -> Job<'_> {
        Job {
            model: self.model,
            face: &self.face,
            active: &self.active,
            objective: &self.model.objectives[tier],
            options: self.options,
            seconds: self.deadline.map(|(start, seconds)| seconds - start.elapsed().as_secs_f64()),
        }
    }

    /// Takes the values as the incumbent if, rounded and repaired, they are a better point of the face.
    fn offer(&mut self, values: &[f64], tier: usize) {
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

    fn value(&self, tier: usize) -> Option<i64> {
        let objective = self.model.objectives.get(tier)?;
        self.incumbent.as_ref().map(|values| self.model.objective_value(objective, values))
    }

    fn tell(&mut self, tier: usize, stage: Stage, bound: i64) {
        let message = Progress {
            tier: self.model.objectives[tier].name.to_string(),
            stage,
            columns: self.model.columns.len(),
            rows: self.active.rows().count(),
            incumbent: self.value(tier),
            bound: Some(bound),
        };
        (self.progress)(&message);
    }
}

/// The integer ceiling of a floating-point bound, with room for the solver's tolerance.
fn ceiling(bound: f64) -> i64 {
    if bound.is_finite() { (bound - 1e-6).ceil() as i64 } else { i64::MIN / 4 }
}

fn rounded(values: &[f64]) -> Vec<f64> {
    values.iter().map(|value| value.round()).collect()
}
