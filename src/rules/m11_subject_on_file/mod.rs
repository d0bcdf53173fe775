//! M11 subject-on-file 被审查调查人未登记.
//!
//! **What it requires.** Recusal is about somebody: while a case at a stage that has a subject names none, nobody is
//! clear for it.
//!
//! **Source.** Our inference: missing facts fail closed.
//!
//! **Formulation.** Review, marked as a missing fact, of everybody while the case is at a stage other than supervision
//! and no party of it is its subject.
//!
//! **Example.** A filed case whose subject nobody entered is staffed by a provisional team only; entering the subject
//! settles it for all at once.
//!
//! **Known gaps.** A case that is opened on a matter before anybody is suspected takes a waiver for each person, or this
//! rule is switched off in the folder. Of two subjects of whom only one is on file nothing can be known.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct SubjectOnFile;

/// The rule's code.
pub(super) const CODE: &str = "M11";
