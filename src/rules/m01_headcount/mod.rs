//! M01 headcount 岗位人数.
//!
//! **What it requires.** A formed team has at least each role's minimum and at most its wanted number; a role's people pass its filter.
//!
//! **Source.** Public reports fix people by role; the minimum is our count.
//!
//! **Formulation.** min·z ≤ Σx ≤ desired·z and Σx + open ≥ desired, per role and segment.
//!
//! **Example.** A team that wants four interviewers and may start with two can leave two slots open.
//!
//! **Known gaps.** A minimum is a matter of the template, not of the case: a case that needs more says so in the demands table.

mod check;
mod post;

/// The rule.
pub struct Headcount;

/// The rule's code.
pub(super) const CODE: &str = "M01";
