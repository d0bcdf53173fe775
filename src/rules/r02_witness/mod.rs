//! R02 witness-in-case 证人回避.
//!
//! **What it requires.** Whoever was a witness in the case, or is its subject or informant, does not work on it.
//!
//! **Source.** 监察法 (2024) §67(2).
//!
//! **Formulation.** Block when a party of the case is the person.
//!
//! **Example.** A stationed officer who gave testimony is blocked.
//!
//! **Known gaps.** Parties are matched by the roster's person column, never by name.

mod check;
mod screen;

/// The rule.
pub struct Witness;

/// The rule's code.
pub(super) const CODE: &str = "R02";
