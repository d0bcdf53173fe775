//! M09 declaration-owed 待声明.
//!
//! **What it requires.** Whoever has neither declared nor has kin on record is reviewed: unknown is not clear.
//!
//! **Source.** Our inference: missing facts fail closed.
//!
//! **Formulation.** Review, marked as a missing fact, without a general or case declaration within the set days.
//!
//! **Example.** A newcomer without a declaration may serve in a provisional team only, and owes it.
//!
//! **Known gaps.** A missing fact about a party is told in the coverage, not charged to every person.

mod check;
mod screen;

/// The rule.
pub struct DeclarationOwed;

/// The rule's code.
pub(super) const CODE: &str = "M09";
