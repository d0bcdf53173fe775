//! R32 recent-colleague-of-subject 近年同单位工作.
//!
//! **What it requires.** Whoever worked in the subject's unit goes to review for some years after leaving it, and gets a warning for some more.
//!
//! **Source.** Our inference.
//!
//! **Formulation.** Service (post, temporary posting, secondment, concurrent post) in the subject's unit: its last
//! possible day later than review_years calendar years ago, or lasting, has the rule's verdict; later than warn_years
//! ago, a warning of warn_points. The latest spell counts, once per subject; so does, as lasting, the body of the person's
//! unit (a room or stationed group being a department of it) and the organisation in the row of a party who the person is. unit_scope says what a unit is: the whole
//! organisation, or the organisation and department, a blank department on either side being any. In the commission
//! that handles the case it is always the department: otherwise a case about one of its own people would send all of
//! them to review, and such cases are handled within the commission.
//!
//! Missing facts fail closed, for every class that the rule reviews, where the case has a subject besides the person:
//! a person of whom, in the days less than review_years ago and since entering the service, more than
//! gap_days on end are not on record, or no row of service (any but study) is; a working spell of the person at an employer not on file whose last possible day
//! is later than review_years calendar years ago; a subject of whom no workplace is on record. The first two are
//! settled by rows, an organisation or an alias, or by the person's declaration of none for this very case, valid as M09
//! says, that no declaration of “listed” for it followed. A subject works where the own row says, else at the body of the own unit,
//! else wherever a working spell lasts on the day; where none does, or one is at an employer not on file, it is not known.
//!
//! **Example.** Two years after leaving any section of the bureau a person is reviewed for its chief's case; on the
//! day three years are full, only warned.
//!
//! **Known gaps.** Being stationed there is R34's. Military service and stationing fill a gap, study does not:
//! it mostly goes on beside a post. An employer not on file that was left longer ago than review_years brings no warning.
//! Organisations above and below the subject's own are other units.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct WorkedWithSubject;

/// The rule's code.
pub(super) const CODE: &str = "R32";
