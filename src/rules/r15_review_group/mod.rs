//! R15 clean-review-group 审理力量.
//!
//! **What it requires.** A clean review group of two must remain.
//!
//! **Source.** 监督执纪工作规则 §55, to be confirmed.
//!
//! **Formulation.** Review staff of the handling commission who are clear for the review of the case (R14 keeps
//! out who worked on its investigation) and do not serve in it ≥ reviewers, if the team is formed. In a provisional
//! plan those count too against whom nothing speaks but missing facts; where the group needs them, the plan lists them
//! with what they still owe and is not final.
//!
//! **Example.** A commission with three reviewers lends at most one to its own case.
//!
//! **Known gaps.** Where the roster lists no review room the rule cannot be judged, which is a warning.

mod check;
mod group;
mod post;

pub use group::provisional_reviewers;

/// The rule.
pub struct ReviewGroup;

/// The rule's code.
pub(super) const CODE: &str = "R15";
