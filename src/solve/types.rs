//! What the solver is asked and what it answers.

use std::time::Duration;

use crate::policy::Limits;

use super::Deadline;

/// How far the solver may go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Work limits of one tier.
    pub limits: Limits,
    /// When the whole run must end.
    pub deadline: Deadline,
    /// Seed of the solver's own tie-breaking.
    pub seed: u64,
}

/// Why a search ended before its proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The work limit.
    Work,
    /// The time limit.
    Time,
    /// The solver contradicted itself: a rounding error of its floating-point arithmetic.
    Numerical,
}

/// What the proof of a tier rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The exact bound of the linear relaxation: nothing rests on tolerances.
    DualBound,
    /// The solver's branch and bound.
    BranchAndBound,
    /// There is none.
    None,
}

/// What was reached in one tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierOutcome {
    /// Value of the best solution when the tier was solved.
    pub value: i64,
    /// A lower bound for every solution that holds the earlier tiers.
    pub bound: i64,
    /// What makes `value` optimal.
    pub proof: Proof,
    /// Why the search ended, if before its proof.
    pub stop: Option<Stop>,
}

impl TierOutcome {
    /// Whether the value is proven optimal.
    pub fn proven(&self) -> bool {
        self.proof != Proof::None
    }
}

/// The best solution found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Column values.
    pub values: Vec<i64>,
    /// Tiers in order.
    pub tiers: Vec<TierOutcome>,
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// There is a solution; its tiers say what is proven.
    Solved(Solution),
    /// No integer point obeys the rows and bounds.
    Infeasible,
    /// The limit came before the first solution.
    NoSolution(Stop),
    /// The solver failed; a fault of the program, never of the input.
    Failed(String),
}

/// What the solver is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The linear relaxation of a tier.
    Relaxation,
    /// The search for integers.
    Search,
    /// A tier is done.
    Done,
}

/// A message about the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Name of the tier's objective.
    pub tier: String,
    /// What is being done.
    pub stage: Stage,
    /// Columns in hand.
    pub columns: usize,
    /// Rows in hand.
    pub rows: usize,
    /// Value of the best solution so far.
    pub incumbent: Option<i64>,
    /// Bound so far.
    pub bound: Option<i64>,
    /// Time since the solver began.
    pub elapsed: Duration,
}
