//! M02 load 负荷与请假.
//!
//! **What it requires.** Loads stay within availability on every day; no more than a few days of leave fall into a
//! service.
//!
//! **Source.** Public reports of shared work and part-time heads; adding up by day is our count.
//!
//! **Formulation.** At every day on which an option starts: loads of the options then active plus current service ≤ availability.
//! An option during which the days of leave, both ends counted and each day once, exceed short_leave_days, or
//! one day in most_leave_one_in of its own, does not exist.
//!
//! **Example.** Two half-load cases fit together, two full-load cases never overlap. A week of leave within three months of
//! service keeps nobody out; a month does.
//!
//! **Known gaps.** Only service in the assignments table and planned cases count; routine work of a unit shows in the donor floor, not here.
//! Roles, skills and composition count people on short leave as serving; two or more (R10), own staff
//! in pairs (R11), women (R12) and the safety officer (R13) do not. Pairs are not formed anew for those days; the plan lists them.

mod check;
mod post;

/// The rule.
pub struct Load;

/// The rule's code.
pub(super) const CODE: &str = "M02";
