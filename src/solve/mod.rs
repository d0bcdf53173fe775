//! The solver: minimizes the tiers of a [`crate::milp::Model`] one after the other and proves what it can.
//!
//! The only room that names a solver. HiGHS runs single-threaded and is stopped by work, so that the same model
//! gives the same answer everywhere; what it returns in floating point is rounded and checked in integers, and
//! bounds are computed exactly from its dual prices.

mod aim;
mod budget;
mod deadline;
mod engine;
mod exact;
mod face;
mod held;
mod incidence;
mod layout;
mod lazy;
mod probe;
mod propagate;
mod relaxation;
mod tiers;
mod types;

pub use deadline::Deadline;
pub use engine::{NAME, version};
pub use tiers::solve;
pub use types::{Options, Outcome, Progress, Proof, Solution, Stage, Stop, TierOutcome};
