//! R02 witness-in-case 证人回避.
//!
//! **What it requires.** Whoever was a witness in the case does not work on it.
//!
//! **Source.** 监察法 (2024) §67(2).
//!
//! **Formulation.** Block when a witness on the case's list of parties is the person. A person who is its subject
//! or informant is R01's, one with an interest R03's.
//!
//! **Example.** A stationed officer who gave testimony is blocked.
//!
//! **Known gaps.** Parties are matched by the roster's person column, never by name.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct Witness;

/// The rule's code.
pub(super) const CODE: &str = "R02";
