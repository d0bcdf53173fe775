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
        let Some(objective) = self.model.objectives.get(tier) else { return Err(Outcome::Infeasible) };
        // Without any price the bound is that of the columns alone: poor, but there from the start.
        let free = DualBound::new(self.model, &self.face, objective, &[], &[]);
        let mut bound = free.value(objective);
        let mut dual = Some(free);
        let mut stop = None;
        let mut proof = Proof::None;

        // The linear relaxation, with violated rows taken in, gives the exact bound and perhaps the answer.
        loop {
            self.tell(tier, Stage::Relaxation, Some(bound));
            match self.job(tier).relax() {
                Run::Relaxed { values, prices, held_prices } => {
                    let exact = DualBound::new(self.model, &self.face, objective, &prices, &held_prices);
                    self.offer(&values, tier);
                    let rows = self.active.take_violated(self.model, tier, &values);
                    let columns = self.active.take_priced(self.model, &self.face, &exact);
                    if exact.value(objective) >= bound {
                        bound = exact.value(objective);
                        dual = Some(exact);
                    }
                    if !rows && !columns {
                        break;
                    }
                }
                Run::Infeasible if self.active.take_all_columns() => {}
                Run::Infeasible if self.incumbent.is_none() => return Err(Outcome::Infeasible),
                Run::Stopped(reason) => {
                    stop = Some(reason);
                    break;
                }
                Run::Failed(error) => return Err(Outcome::Failed(error)),
                Run::Infeasible | Run::Searched { .. } => {
                    return Err(Outcome::Failed("the relaxation lost a known solution".to_string()));
                }
            }
        }

        // The search for integers, again with violated rows taken in, unless the bound is reached already.
        while stop.is_none() && self.value(tier).is_none_or(|value| value > bound) {
            self.tell(tier, Stage::Search, Some(bound));
            match self.job(tier).search(Some(bound), self.incumbent.as_deref()) {
                Run::Searched { values, bound: searched, stop: reason } => {
                    stop = reason;
                    let Some(values) = values else { break };
                    self.offer(&values, tier);
                    let mut more = self.active.take_violated(self.model, tier, &rounded(&values));
                    // The searched bound is one of the columns in hand. It is one of the complete model only up to the
                    // value that no column held back can undercut.
                    let Some(value) = self.value(tier) else {
                        if more || stop.is_some() || self.active.take_all_columns() {
                            continue;
                        }
                        return Err(Outcome::Failed("the search found no whole point".to_string()));
                    };
                    if value <= bound {
                        break;
                    }
                    let room_below = dual.as_ref().map_or(i128::MAX, |dual| dual.room(value - 1, objective));
                    let threatened =
                        dual.as_ref().is_none_or(|dual| self.active.take_threatening(&self.face, dual, room_below));
                    more |= threatened;
                    if !threatened {
                        bound = bound.max(ceiling(searched).saturating_add(objective.constant).min(value));
                    }
                    if self.value(tier).is_some_and(|value| value <= bound) {
                        proof = Proof::BranchAndBound;
                        break;
                    }
                    if !more && stop.is_none() {
                        return Err(Outcome::Failed("the search ended without closing its gap".to_string()));
                    }
                }
                Run::Infeasible if self.active.take_all_columns() => {}
                Run::Infeasible if self.incumbent.is_none() => return Err(Outcome::Infeasible),
                Run::Stopped(reason) => stop = Some(reason),
                Run::Failed(error) => return Err(Outcome::Failed(error)),
                Run::Infeasible | Run::Relaxed { .. } => {
                    return Err(Outcome::Failed("the search lost a known solution".to_string()));
                }
            }
        }

        let Some(value) = self.value(tier) else {
            return Err(Outcome::NoSolution(stop.unwrap_or(Stop::Work)));
        };
        if dual.as_ref().is_some_and(|dual: &DualBound| dual.value(objective) >= value) {
            proof = Proof::DualBound;
        } else if bound >= value {
            proof = Proof::BranchAndBound;
        }
        let most = value.saturating_add(objective.slack);
        let held_by_row = match (&dual, objective.slack) {
            (Some(dual), 0) => self.face.hold(self.model, tier, most, dual),
            _ => {
                self.face.hold_by_row(tier, most);
                true
            }
        };
        self.tell(tier, Stage::Done, Some(bound.min(value)));
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

    fn tell(&mut self, tier: usize, stage: Stage, bound: Option<i64>) {
        let message = Progress {
            tier: self.model.objectives[tier].name.to_string(),
            stage,
            columns: self.model.columns.len(),
            rows: self.active.rows().count(),
            incumbent: self.value(tier),
            bound,
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
