//! M09 declaration-owed 待申报.
//!
//! **What it requires.** Whoever has not declared is reviewed: unknown kin is not no kin. So is whoever declared to
//! have something to name that nobody entered.
//!
//! **Source.** Our inference: missing facts fail closed.
//!
//! **Formulation.** Review, marked as a missing fact, without a general declaration of the last declaration_days days,
//! today not counted, and without one for this case, of today or earlier, that was made no longer than as many days
//! before the case begins: an older one was not about this case. The same for a declaration of “listed”
//! (有) that no later one of “none” (无) took back and that nothing is on record for: a general one, for every case,
//! while no row of kin or declared ties names the person; one for this case while no kin, no declared tie of the
//! person or of kin, and no relative's workplace leads to a party of the case.
//!
//! **Example.** A newcomer without a declaration may serve in a provisional team only, and owes it.
//!
//! **Known gaps.** Where a subject grew up, or kin of a subject, not on record is told in the coverage, not charged to
//! every person: it would turn the whole pool to review. Where a subject works is a matter of R32 to R34.

mod check;
mod lapse;
mod phrase;
mod screen;

pub use lapse::{Lapse, lapses};

/// The rule.
pub struct DeclarationOwed;

/// The rule's code.
pub(super) const CODE: &str = "M09";
