//! The plan: the answer of every planner as a domain type, and its file format `evenhand.plan/1`.
//!
//! A plan holds no wall time, thread count or path: the same input, seed and version give the same bytes.

mod coverage;
mod model;
mod result;
mod tier;

pub use coverage::{CaseCoverage, Coverage};
pub use model::{
    Assignment, InputReference, OpenSlot, Pair, PassedOver, PinUsed, Plan, PlanKind, PolicyReference, ProvisionalUse,
    SCHEMA, SolverReference, Team, WaiverUsed,
};
pub use result::{ExitCode, Termination};
pub use tier::TierResult;
