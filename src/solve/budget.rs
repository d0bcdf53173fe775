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
    /// Whether later tiers still want their share of the time.
    owes_share: bool,
}

impl Budget {
    /// The budget of a tier after which `later` tiers follow, with `seconds` left for all of them.
    pub fn new(limits: Limits, seconds: Option<f64>, later: usize) -> Self {
        let left = seconds.map(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX));
        Budget {
            nodes: limits.nodes,
            iterations: Cell::new(limits.iterations),
            until: left.and_then(|left| Instant::now().checked_add(left)),
            owes_share: later > 0,
        }
    }

    /// Keeps half of the time left for the tiers to come, once: what this tier leaves unproven must not keep them from
    /// being looked at. Before there is a point the later tiers could not use it.
    pub fn share(&mut self) {
        if std::mem::take(&mut self.owes_share) {
            let half = |until: Instant| until.saturating_duration_since(Instant::now()) / 2;
            self.until = self.until.map(|until| until.checked_sub(half(until)).unwrap_or(until));
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
        let counted = solved.int_info_value(c"simplex_iteration_count").unwrap_or(-1);
        // More than the solver can count.
        let spent = if counted < 0 { i64::from(i32::MAX) } else { counted };
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
