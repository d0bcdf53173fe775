//! What a tier may still spend.

use std::cell::Cell;
use std::time::{Duration, Instant};

use highs::SolvedModel;

use crate::policy::Limits;

use super::Stop;

/// Work and time left of one tier, over all its runs of the solver.
pub(super) struct Budget {
    /// Branch-and-bound nodes of each run.
    pub nodes: i64,
    iterations: Cell<i64>,
    until: Option<Instant>,
}

impl Budget {
    /// The budget of a tier after which `later` tiers follow, with `seconds` left for all of them.
    ///
    /// Under a time limit a tier gets half of what is left, the last one all: what the first tiers leave unproven must not
    /// keep the others from being looked at.
    pub fn new(limits: Limits, seconds: Option<f64>, later: usize) -> Self {
        let share = |seconds: f64| if later == 0 { seconds } else { seconds / 2.0 };
        let until =
            seconds.map(|seconds| Duration::try_from_secs_f64(share(seconds).max(0.0)).unwrap_or(Duration::MAX));
        Budget {
            nodes: limits.nodes,
            iterations: Cell::new(limits.iterations),
            until: until.and_then(|share| Instant::now().checked_add(share)),
        }
    }

    /// Simplex iterations left.
    pub fn iterations(&self) -> i64 {
        self.iterations.get()
    }

    /// Seconds left, `None` when only work counts.
    pub fn seconds(&self) -> Option<f64> {
        self.until.map(|until| until.saturating_duration_since(Instant::now()).as_secs_f64())
    }

    /// Takes the work of a run from what is left.
    pub fn spend(&self, solved: &SolvedModel) {
        let spent = solved.int_info_value(c"simplex_iteration_count").unwrap_or(0).max(0);
        self.iterations.set(self.iterations.get().saturating_sub(spent));
    }

    /// Why no further run may begin, if so.
    pub fn exhausted(&self) -> Option<Stop> {
        if self.iterations.get() <= 0 {
            Some(Stop::Work)
        } else if self.seconds().is_some_and(|seconds| seconds <= 0.0) {
            Some(Stop::Time)
        } else {
            None
        }
    }
}
