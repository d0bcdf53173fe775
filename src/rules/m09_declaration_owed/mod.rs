//! M09 declaration-owed 待声明.
//!
//! **What it requires.** Whoever has not declared is reviewed: unknown kin is not no kin.
//!
//! **Source.** Our inference: missing facts fail closed.
//!
//! **Formulation.** Review, marked as a missing fact, without a declaration for this case of today or earlier and
//! without a general declaration of the last declaration_days days, today not counted.
//!
//! **Example.** A newcomer without a declaration may serve in a provisional team only, and owes it.
//!
//! **Known gaps.** A missing fact about a party (where it works, where it grew up) is told in the coverage, not
//! charged to every person: it would turn the whole pool to review.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct DeclarationOwed;

/// The rule's code.
pub(super) const CODE: &str = "M09";
