//! R29 left-the-service 离岗离职.
//!
//! **What it requires.** Whoever has left the service takes no part in cases.
//!
//! **Source.** 监察法 (2024) §68.
//!
//! **Formulation.** Block from the day of leaving.
//!
//! **Example.** A retired investigator is not drawn.
//!
//! **Known gaps.** Limits on what people do after they left are outside the pool and not followed.

mod check;
mod screen;

/// The rule.
pub struct LeftService;

/// The rule's code.
pub(super) const CODE: &str = "R29";
