//! R13 safety-officer 安全员.
//!
//! **What it requires.** Every team names a safety officer (安全员).
//!
//! **Source.** 监督执纪工作规则 §70.
//!
//! **Formulation.** On every day people in safety-officer roles who are not on leave ≥ officers if the team is formed.
//!
//! **Example.** A team whose only safety officer is recused, or on leave for a day, is not formed.
//!
//! **Known gaps.** Whether the officer is trained shows only where the skill table says so.

mod check;
mod post;

/// The rule.
pub struct SafetyOfficer;

/// The rule's code.
pub(super) const CODE: &str = "R13";
