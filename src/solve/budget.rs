//! What a tier may still spend.

use std::cell::Cell;

use highs::SolvedModel;

use crate::policy::Limits;

use super::{Deadline, Stop};

/// Work and time left of one tier, over all its runs of the solver.
pub(super) struct Budget {
    /// Branch-and-bound nodes of each run.
    pub nodes: i64,
    iterations: Cell<i64>,
    until: Deadline,
    /// Whether later tiers still want their share of the time.
    owes_share: bool,
}

impl Budget {
    /// The budget of a tier after which `later` tiers follow, all of them until `until`.
    pub fn new(limits: Limits, until: Deadline, later: usize) -> Self {
        Budget { nodes: limits.nodes, iterations: Cell::new(limits.iterations), until, owes_share: later > 0 }
    }

    /// Keeps half of the time left for the tiers to come, once: what this tier leaves unproven must not keep them from
    /// being looked at. Before there is a point the later tiers could not use it.
    pub fn share(&mut self) {
        if std::mem::take(&mut self.owes_share) {
            self.until = self.until.halfway();
        }
    }

    /// Simplex iterations left.
    pub fn iterations(&self) -> i64 {
        self.iterations.get()
    }

    /// Seconds left, `None` when only work counts.
    pub fn seconds(&self) -> Option<f64> {
        self.until.seconds_left()
    }

    /// Takes the work of a run from what is left.
    pub fn spend(&self, solved: &SolvedModel) {
        let counted = solved.int_info_value(c"simplex_iteration_count").unwrap_or(-1);
        // More than the solver can count.
        let spent = if counted < 0 { i64::from(i32::MAX) } else { counted };
        self.iterations.set(self.iterations.get().saturating_sub(spent).max(0));
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

#[cfg(test)]
mod tests {
    use highs::{RowProblem, Sense};

    use super::*;

    const WORK: Limits = Limits { nodes: 9, iterations: 100 };

    #[test]
    fn a_tier_leaves_half_of_the_time_to_later_ones_once_and_the_last_one_nothing() {
        for (later, share) in [(0, 80.0), (1, 40.0), (6, 40.0)] {
            let mut budget = Budget::new(WORK, Deadline::within(Some(80.0)), later);
            let near = |left: f64, share: f64| share - 20.0 < left && left <= share;
            assert!(near(budget.seconds().unwrap(), 80.0));
            for _ in 0..2 {
                budget.share();
                let left = budget.seconds().unwrap();
                assert!(near(left, share), "{later}: {left}");
            }
        }
    }

    #[test]
    fn time_that_is_over_is_none_and_never_less() {
        for over in [0.0, -3.0, f64::NEG_INFINITY, f64::NAN] {
            let mut budget = Budget::new(WORK, Deadline::within(Some(over)), 1);
            budget.share();
            assert_eq!((budget.seconds(), budget.exhausted()), (Some(0.0), Some(Stop::Time)), "{over}");
        }
    }

    #[test]
    fn without_a_time_limit_or_with_one_beyond_all_clocks_only_work_counts() {
        for seconds in [None, Some(f64::INFINITY), Some(f64::MAX)] {
            let mut budget = Budget::new(WORK, Deadline::within(seconds), 1);
            budget.share();
            assert_eq!((budget.seconds(), budget.exhausted(), budget.nodes), (None, None, 9));
        }
    }

    /// A relaxation that takes some iterations: its rows meet its objective at a slant.
    fn solved() -> SolvedModel {
        let mut problem = RowProblem::default();
        let columns: Vec<_> = (1..=6).map(|cost| problem.add_column(f64::from(cost), 0.0..=9.0)).collect();
        for (place, column) in columns.iter().enumerate() {
            let next = columns[(place + 1) % columns.len()];
            problem.add_row(place as f64 + 1.5.., [(*column, 2.0), (next, 1.0)]);
        }
        let mut model = problem.optimise(Sense::Minimise);
        model.make_quiet();
        model.set_option("presolve", "off");
        model.solve()
    }

    #[test]
    fn every_run_takes_its_work_until_none_is_left() {
        let run = solved();
        let work = run.int_info_value(c"simplex_iteration_count").unwrap();
        assert!(work > 1);
        let budget = Budget::new(Limits { iterations: 2 * work, ..WORK }, Deadline::NEVER, 0);
        budget.spend(&run);
        assert_eq!((budget.iterations(), budget.exhausted()), (work, None));
        budget.spend(&run);
        assert_eq!((budget.iterations(), budget.exhausted()), (0, Some(Stop::Work)));
        budget.spend(&run);
        assert_eq!((budget.iterations(), budget.exhausted()), (0, Some(Stop::Work)), "never below zero");
    }
}
