//! R32 recent-colleague-of-subject 近年同单位工作.
//!
//! **What it requires.** Whoever worked in the subject's unit goes to review for some years after leaving it, and gets a warning for some more.
//!
//! **Source.** Our inference.
//!
//! **Formulation.** Service (post, temporary posting, secondment, concurrent post) in the subject's unit: its last
//! possible day later than review_years calendar years ago, or lasting, has the rule's verdict; later than warn_years
//! ago, a warning of warn_points. The latest spell counts, once per subject. unit_scope says what a unit is: the whole
//! organisation, or the organisation and department, a blank department on either side being any. In the commission
//! that handles the case it is always the department: otherwise a case about one of its own people would send all of
//! them to review, and such cases are handled within the commission.
//!
//! **Example.** Two years after leaving any section of the bureau a person is reviewed for its chief's case; on the
//! day three years are full, only warned.
//!
//! **Known gaps.** Being stationed there is R34's. A subject with neither organisation nor career on record
//! sends everybody to review, as a missing fact; one with a career but no organisation is only told in the coverage.
//! Organisations above and below the subject's own are other units.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct WorkedWithSubject;

/// The rule's code.
pub(super) const CODE: &str = "R32";
