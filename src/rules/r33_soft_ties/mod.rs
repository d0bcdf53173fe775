//! R33 soft-tie-with-subject 同学、同乡、旧同事.
//!
//! **What it requires.** Classmates, townspeople, former colleagues and superiors of a subject: leads and deputies
//! are reviewed, members warned.
//!
//! **Source.** Our inference, after 监察法 §67(4).
//!
//! **Formulation.** Each tie to a subject of kind colleague, superior, classmate, townsman or co-handled, or
//! declared as classmate, townsman or colleague. Where the verdict of the role class is review or block, a tie of
//! at least lead_review_points has that verdict; every other tie is a warning that weighs its points.
//!
//! **Example.** A classmate of the subject does not lead without a waiver.
//!
//! **Known gaps.** Ties rest on the records there are. Those whom the verdict would review go to review, as a missing
//! fact, where neither the organisation of a subject nor service in the last record_years is on record, and where the case has a subject besides them,
//! their own career, or a subject's service in those years, is not and they did not declare none for this very case. What is a career on record, of the last
//! record_years and with gaps of gap_days at most, and which declarations count, is as in R32. Employers not on file tie
//! nobody.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct SoftTies;

/// The rule's code.
pub(super) const CODE: &str = "R33";
