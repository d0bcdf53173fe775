//! R18 secondment-limit 借调期限.
//!
//! **What it requires.** A secondment lasts at most a set time, and a person's secondments together at most another.
//!
//! **Source.** A province's rule; others set other limits.
//!
//! **Formulation.** Cases longer than the limit are cut into segments; a drawn person takes one of them, and days of service in the window stay within the total. What is on record of the same case and leads up to the planned
//! days without a break belongs to the same secondment; whoever serves on the day of planning may go on, with a warning.
//!
//! **Example.** A six-month case is covered by two people in turn.
//!
//! **Known gaps.** Cases are cut into equal segments; a hand-over at another day is planned by hand. Days are calendar days.

mod check;
mod post;

/// The rule.
pub struct SecondmentLimits;

/// The rule's code.
pub(super) const CODE: &str = "R18";
