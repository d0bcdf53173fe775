//! R33 soft-tie-with-subject 同学、同乡、旧同事.
//!
//! **What it requires.** Classmates, townsmen, former colleagues and superiors of a party: leads are reviewed, members warned.
//!
//! **Source.** Our inference, after 监察法 §67(4).
//!
//! **Formulation.** Points of the ties between the person and each party.
//!
//! **Example.** A classmate of the subject does not lead without a waiver.
//!
//! **Known gaps.** Ties rest on the records there are.

mod check;
mod screen;

/// The rule.
pub struct SoftTies;

/// The rule's code.
pub(super) const CODE: &str = "R33";
