//! What is asked of the team planner, and how it can end.

use jiff::civil::Date;

use crate::id::CaseId;
use crate::plan::Plan;
use crate::solve::Stop;

/// A request for teams.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamRequest {
    /// The cases.
    pub cases: Vec<CaseId>,
    /// Cases whose team must be formed.
    pub require: Vec<CaseId>,
    /// Whether every slot must be filled.
    pub no_open: bool,
    /// Whether people whose only open point is a missing fact may serve.
    pub provisional: bool,
    /// The day on which is judged.
    pub as_of: Date,
    /// Seed of the lottery among equal plans.
    pub seed: u64,
    /// Seconds; `None` is bounded by work alone.
    pub time_limit: Option<f64>,
    /// Hex digest of the roster.
    pub fingerprint: String,
}

/// How planning can end.
#[derive(Debug, Clone, PartialEq)]
pub enum TeamOutcome {
    /// There is a plan; its tiers say what is proven.
    Planned(Box<Plan>),
    /// The hard rules, pins, current assignments and the request contradict each other.
    Infeasible,
    /// The limit came before the first plan.
    NoPlanWithinLimit(Stop),
    /// The solver failed; a fault of the program, never of the input.
    Failed(String),
}
