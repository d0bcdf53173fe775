//! R11 own-staff-in-each-pair 每对有自有人员.
//!
//! **What it requires.** In each pair at least one is of the handling body's own staff; so is the lead.
//!
//! **Source.** A district's rule; the lead is our reading.
//!
//! **Formulation.** In each pair role, own staff who are not on leave ≥ all others, every day; the plan names the pairs; leads are own staff by the template's filter.
//!
//! **Example.** Three pairs of borrowed staff need three own members.
//!
//! **Known gaps.** People lent to the commission for long do not count as own. That one of two is own staff is what
//! a pair means here and no number to be set.

mod check;
mod post;

/// The rule.
pub struct OwnInPair;

/// The rule's code.
pub(super) const CODE: &str = "R11";
