//! R10 two-or-more 二人以上进行.
//!
//! **What it requires.** Interviews, searches and the taking of evidence are done by two or more.
//!
//! **Source.** 监察法 (2024) §44.
//!
//! **Formulation.** On every day people in pair roles who are not on leave ≥ people_per_session · parallel sessions of the case, if its
//! team is formed.
//!
//! **Example.** Two parallel interviews need four people in pair roles.
//!
//! **Known gaps.** Sessions are what the case row plans, or the template where that row is blank. The law binds each measure and knows no exception; what is a setting
//! here is only the count of people against planned sessions, which a commission may make in another way. A plan made
//! without the rule says so.

mod check;
mod post;

/// The rule.
pub struct TwoOrMore;

/// The rule's code.
pub(super) const CODE: &str = "R10";
