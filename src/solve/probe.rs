//! Probing: what the bound would be with a decisive column at 0 or at 1.

use super::engine::Run;
use super::exact::DualBound;
use super::face::Face;
use super::tiers::{TierRun, TierState};

/// Decisive columns that are probed, in the order of the model.
const MOST_PROBED: usize = 16;
/// Rounds of pricing for one probe.
const ROUNDS: usize = 3;

/// No point with this column at this value has an objective below the bound.
#[derive(Debug, Clone)]
pub(super) struct Probe {
    column: usize,
    at: i64,
    bound: i64,
}

impl TierRun<'_> {
    /// Probes the decisive columns that the last relaxation left between 0 and 1, once per tier; true when that raised
    /// the bound.
    pub fn probe(&mut self, tier: usize, state: &mut TierState) -> bool {
        if std::mem::replace(&mut state.probed, true) {
            return false;
        }
        let split = |column: &usize| {
            let value = state.values.get(*column).copied().unwrap_or(0.0);
            let binary = (self.face.lower[*column], self.face.upper[*column]) == (0, 1);
            self.model.columns[*column].decisive && binary && (value - value.round()).abs() > 1e-6
        };
        let columns: Vec<usize> = (0..self.model.columns.len()).filter(split).take(MOST_PROBED).collect();
        let before = state.bound;
        for column in columns {
            let (zero, one) = (self.probe_at(tier, state, column, 0), self.probe_at(tier, state, column, 1));
            state.bound = state.bound.max(zero.min(one));
            for (at, bound) in [(0, zero), (1, one)] {
                state.probes.push(Probe { column, at, bound });
            }
        }
        state.bound > before
    }

    /// The bound with a column fixed.
    fn probe_at(&mut self, tier: usize, state: &mut TierState, column: usize, at: i64) -> i64 {
        let objective = &self.model.objectives[tier];
        let mut face = self.face.clone();
        (face.lower[column], face.upper[column]) = (at, at);
        state.relaxation.set_bounds(column, at, at);
        let mut best = i64::MIN;
        for _ in 0..ROUNDS {
            let job = self.job(tier, &face, &self.active, &state.budget);
            let run = state.relaxation.solve(&job, tier, &self.incidence);
            let Run::Relaxed { prices, held_prices, .. } = run else { break };
            let exact = DualBound::new(self.model, &face, objective, &prices, &held_prices);
            best = best.max(exact.value(objective));
            if !self.active.take_priced(self.model, &face, &exact) {
                break;
            }
        }
        state.relaxation.set_bounds(column, self.face.lower[column], self.face.upper[column]);
        best
    }
}

impl Face {
    /// Keeps out what probing found to lie above `most`; the bounds may cross where nothing is left.
    pub fn apply(&mut self, probes: &[Probe], most: i64) {
        for probe in probes.iter().filter(|probe| most < probe.bound) {
            if probe.at == 0 {
                self.lower[probe.column] = self.lower[probe.column].max(1);
            } else {
                self.upper[probe.column] = self.upper[probe.column].min(0);
            }
        }
    }
}
