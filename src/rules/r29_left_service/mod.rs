//! R29 left-the-service 离岗离职.
//!
//! **What it requires.** Whoever has left the service takes no part in cases.
//!
//! **Source.** 监察法 (2024) §68.
//!
//! **Formulation.** Block when the first day out of the service is today or earlier, or falls before the team's
//! work ends; service that is over by the day of judgment is judged by the latter alone.
//!
//! **Example.** A retired investigator is not drawn; nor is one who retires in the middle of the case.
//!
//! **Known gaps.** Where several people take turns in one slot, somebody who leaves half-way could still serve the
//! first turn; the rule bars that too. Limits on what people do after they left are outside the pool.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct LeftService;

/// The rule's code.
pub(super) const CODE: &str = "R29";
