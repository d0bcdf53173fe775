//! The independent checker: certifies a plan against the raw facts and the policy.
//!
//! It shares no code with ties, screening or the model: kin is a bounded walk over raw edges, dates and overlaps
//! are written anew, the objective is added up anew. This room owns the judge and the rules' interface; each
//! rule's own check lives in its folder under `rules/` and is handed in.

mod judge;
mod report;

pub use judge::{Judge, RuleCheck};
pub use report::{Entry, EntryVerdict, Report, Subject};
