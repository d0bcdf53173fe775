//! R10 two-or-more 二人以上进行.
//!
//! **What it requires.** Interviews, searches and the taking of evidence are done by two or more.
//!
//! **Source.** 监察法 (2024) §44.
//!
//! **Formulation.** People in pair roles ≥ 2 · parallel sessions of the case, if its team is formed.
//!
//! **Example.** Two parallel interviews need four people in pair roles.
//!
//! **Known gaps.** Sessions are what the case row plans.

mod check;
mod post;

/// The rule.
pub struct TwoOrMore;

/// The rule's code.
pub(super) const CODE: &str = "R10";
