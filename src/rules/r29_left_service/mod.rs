//! R29 left-the-service 离岗离职.
//!
//! **What it requires.** Who has left the service is out of the pool.
//!
//! **Source.** 监察法 (2024) §68.
//!
//! **Formulation.** Block from the day of leaving.
//!
//! **Example.** A retired investigator is not drawn.
//!
//! **Known gaps.** None known.

mod check;
mod screen;

/// The rule.
pub struct LeftService;

/// The rule's code.
pub(super) const CODE: &str = "R29";
