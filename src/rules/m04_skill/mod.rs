//! M04 skill 专长.
//!
//! **What it requires.** A formed team has the skills its template demands.
//!
//! **Source.** Public reports of talent pools; the team template.
//!
//! **Formulation.** People with the skill at the level in the counted roles ≥ min·z; people missing at the wanted level are the shortfall.
//!
//! **Example.** A detention team has one accountant of level 2 and wants one of level 3.
//!
//! **Known gaps.** A level is as good as its assessment; a skill that nobody recorded counts as absent.

mod check;
mod post;

pub use post::{counted_roles, counts};

/// The rule.
pub struct SkillCoverage;

/// The rule's code.
pub(super) const CODE: &str = "M04";
