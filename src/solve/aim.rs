//! The search for integers: aimed at a target just above the bound, on the little that exact reduced costs leave of the
//! face below it.

use super::engine::Run;
use super::face::Face;
use super::lazy::Active;
use super::tiers::{TierRun, TierState, ceiling};
use super::{Outcome, Stage, Stop};

/// The first target above the bound lies above it by the bound divided by this.
const FIRST_REACH: i64 = 1000;

/// Free columns up to which a target may as well be higher.
const MOST_FREE: usize = 3000;

/// Most left-out rows that are taken in at once.
const MOST_ROWS: usize = 20_000;

impl TierRun<'_> {
    /// Closes the gap between the value in hand and the bound, unless there is none.
    ///
    /// Without a point in hand any will do. With one, targets are tried from the bound upwards: where nothing is left
    /// below a target, the bound rises past it; where something is left, it is small enough to be searched. The columns
    /// in hand come first where they are few, since a point found among them may close the tier.
    pub fn search(&mut self, tier: usize, state: &mut TierState) -> Result<(), Outcome> {
        let mut reach = 0;
        while state.stop.is_none() && self.value(tier).is_none_or(|value| value > state.bound) {
            self.tell(tier, Stage::Search, state.bound);
            let Some(value) = self.value(tier) else {
                self.search_any(tier, state)?;
                continue;
            };
            state.budget.share();
            let target = state.bound.saturating_add(reach).min(value - 1);
            let (wide, aim) = self.widest(tier, state, target, value - 1);
            self.approach(tier, state, wide, aim, &mut reach)?;
            if state.stop == Some(Stop::Work) && wide > target && state.budget.exhausted().is_none() {
                // It was too much at once.
                (state.stop, state.modest) = (None, true);
            }
        }
        Ok(())
    }

    /// Looks for a point up to the target on what that leaves of the face, or raises the bound past it.
    fn approach(
        &mut self,
        tier: usize,
        state: &mut TierState,
        target: i64,
        aim: Option<Face>,
        reach: &mut i64,
    ) -> Result<(), Outcome> {
        if let Some(aim) = aim {
            let (in_hand, missing) = self.active.free_columns(&aim);
            if missing > in_hand / 4 {
                self.search_hand(tier, state, target, &aim, self.active.clone())?;
                // What fails among a few columns may succeed among all.
                state.stop = state.stop.filter(|stop| *stop != Stop::Numerical);
                if state.stop.is_some() || self.value(tier).is_some_and(|value| value <= target) {
                    return Ok(());
                }
            }
            if self.probe(tier, state) {
                *reach = 0;
                return Ok(());
            }
            self.search_below(tier, state, target, &aim)?;
        } else {
            state.bound = target + 1;
        }
        if state.bound > target {
            *reach = (2 * *reach + 1).max(state.bound.saturating_abs() / FIRST_REACH);
        }
        Ok(())
    }

    /// Looks for any point of the face.
    fn search_any(&mut self, tier: usize, state: &mut TierState) -> Result<(), Outcome> {
        let mut hand = self.active.clone();
        hand.take_counts(self.model, &self.face);
        match self.job(tier, &self.face, &hand, &state.budget).search(state.bound, None) {
            Run::Searched { values: Some(mut values), stop, .. } => {
                state.stop = stop;
                hand.count(self.model, &mut values);
                self.offer(&values, tier);
                let mut more = !self.active.take_violated(self.model, &rounded(&values)).is_empty();
                if self.value(tier).is_none() {
                    more |= self.active.take_all_columns();
                    if !more && state.stop.is_none() {
                        state.stop = Some(Stop::Numerical);
                    }
                }
            }
            Run::Searched { values: None, stop, .. } => state.stop = Some(stop.unwrap_or(Stop::Numerical)),
            Run::Infeasible if self.active.take_all_columns() => {}
            other => state.stop = Some(self.ended(other)?),
        }
        Ok(())
    }

    /// A target from `target` up to `most` that leaves hardly more columns free than the lowest, and what it leaves;
    /// the bound itself stays the target.
    fn widest(&self, tier: usize, state: &TierState, mut target: i64, most: i64) -> (i64, Option<Face>) {
        let free = |aim: &Option<Face>| {
            let columns = aim.as_ref().map(|aim| self.active.free_columns(aim));
            columns.map_or(0, |(in_hand, missing)| in_hand + missing)
        };
        let mut aim = self.aim(tier, state, target);
        while !state.modest && state.bound < target && target < most {
            let further = state.bound.saturating_add((target - state.bound).saturating_mul(4)).min(most);
            let wider = self.aim(tier, state, further);
            if free(&wider) > MOST_FREE.min(free(&aim) * 5 / 4) {
                break;
            }
            (target, aim) = (further, wider);
        }
        (target, aim)
    }

    /// What is left of the face below the target; `None` when nothing is.
    fn aim(&self, tier: usize, state: &TierState, target: i64) -> Option<Face> {
        let mut aim = self.face.clone();
        aim.narrow(self.model, tier, target, &state.dual);
        aim.apply(&state.probes, target);
        aim.hold_by_row(tier, target);
        aim.propagate(self.model, &self.incidence).ok()?;
        // The search knows its cutoff: as a row it would only be dense.
        aim.held.pop();
        Some(aim)
    }

    /// Searches all that is left below the target for the best point; raises the bound to what is proven.
    fn search_below(&mut self, tier: usize, state: &mut TierState, target: i64, aim: &Face) -> Result<(), Outcome> {
        let mut hand = self.active.clone();
        hand.take_free(aim);
        if self.search_hand(tier, state, target, aim, hand)? {
            let value = self.value(tier).unwrap_or(i64::MAX);
            state.bound = state.bound.max(value.min(target + 1));
        }
        Ok(())
    }

    /// Searches the columns in hand; true when the search ended with the best of them in hand or with none.
    fn search_hand(
        &mut self,
        tier: usize,
        state: &mut TierState,
        target: i64,
        aim: &Face,
        mut hand: Active,
    ) -> Result<bool, Outcome> {
        let objective = &self.model.objectives[tier];
        hand.take_forbidden(self.model, aim);
        hand.take_reachable(self.model, aim, MOST_ROWS);
        hand.take_counts(self.model, aim);
        loop {
            match self.job(tier, aim, &hand, &state.budget).search(state.bound, Some(target)) {
                Run::Searched { values: Some(mut values), bound: searched, stop } => {
                    state.stop = stop;
                    hand.count(self.model, &mut values);
                    self.offer(&values, tier);
                    let values = rounded(&values);
                    self.active.take_violated(self.model, &values);
                    let more = hand.take_violated_and_like(self.model, aim, &values);
                    let value = self.value(tier).unwrap_or(i64::MAX);
                    let searched = ceiling(searched).saturating_add(objective.constant);
                    // The search may hand over a point above its cutoff when there is none below.
                    if value <= state.bound || value.min(target + 1) <= searched {
                        return Ok(true);
                    }
                    if state.stop.is_none() && !more {
                        state.stop = Some(Stop::Numerical);
                    }
                    if state.stop.is_some() {
                        return Ok(false);
                    }
                }
                Run::Searched { values: None, stop, .. } => {
                    state.stop = Some(stop.unwrap_or(Stop::Numerical));
                    return Ok(false);
                }
                Run::Infeasible => return Ok(true),
                other => {
                    state.stop = Some(self.ended(other)?);
                    return Ok(false);
                }
            }
        }
    }
}

fn rounded(values: &[f64]) -> Vec<f64> {
    values.iter().map(|value| value.round()).collect()
}
