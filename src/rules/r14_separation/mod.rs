//! R14 investigation-and-review-apart 查审分离.
//!
//! **What it requires.** Investigation and review are separate: whoever worked on the preliminary, filed or
//! detention stage of a case sits neither in its review nor in the zone's first review, nor the reverse.
//!
//! **Source.** 监察法 (2024) §39.
//!
//! **Formulation.** Block when an assignment of the person to the same case is of the other side. In a review, an
//! assignment without a stage goes to review as a missing fact.
//!
//! **Example.** The recorder of the preliminary stage may go on to the filed stage, not to the review. Whoever gave the zone's first review may sit in the review.
//!
//! **Known gaps.** Only service in the assignments table counts; inquiry and supervision are on neither side.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct Separation;

/// The rule's code.
pub(super) const CODE: &str = "R14";
