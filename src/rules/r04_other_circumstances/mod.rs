//! R04 other-circumstances 其他可能影响公正的情形.
//!
//! **What it requires.** Friends, distant kin, people with a grudge or a loan: whatever else may impair impartial handling is reviewed.
//!
//! **Source.** 监察法 (2024) §67(4).
//!
//! **Formulation.** Review when such a tie to a party is declared.
//!
//! **Example.** A declared loan from the subject is reviewed, and may be waived with a reason.
//!
//! **Known gaps.** Only declared ties count; ties inferred from careers and schools are R33's.

mod check;
mod screen;

/// The rule.
pub struct OtherCircumstances;

/// The rule's code.
pub(super) const CODE: &str = "R04";
