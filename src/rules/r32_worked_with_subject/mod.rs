//! R32 recent-colleague-of-subject 近年同单位工作.
//!
//! **What it requires.** Whoever worked in the subject's unit goes to review for some years after leaving it, and gets a warning for some more.
//!
//! **Source.** Our inference.
//!
//! **Formulation.** Service in the subject's organisation and department: ended less than review_years ago, review; less than warn_years, warn.
//!
//! **Example.** Two years after leaving the bureau a person is reviewed for its chief's case.
//!
//! **Known gaps.** Being stationed there is R34's.

mod check;
mod screen;

/// The rule.
pub struct WorkedWithSubject;

/// The rule's code.
pub(super) const CODE: &str = "R32";
