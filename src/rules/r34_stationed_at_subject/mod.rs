//! R34 stationed-at-subjects-organ 派驻单位回避.
//!
//! **What it requires.** Whoever is, or lately was, stationed at the subject's organ or at one above it: the head is
//! recused when the subject is of the host's leadership; otherwise leads go to review and members get a warning.
//!
//! **Source.** Our inference, after 监察法 §67(4).
//!
//! **Formulation.** A unit whose host is a subject's organisation or stands above it (any number of `parent` steps),
//! or a spell of kind stationed there whose last possible day is later than `years` calendar years ago. Who heads or
//! headed the group there is blocked when the subject is of the leadership of the host itself, and else has the verdict
//! of a lead in every role; everybody else has the verdict of the role class, a warning weighing member_points.
//! host_exclusion blocks them all. The strictest posting counts, once per subject.
//!
//! Missing facts fail closed where the verdict, if it were so, would be review at least: a stationed group without a
//! host, a posting that still counts at a host not on file, and one whose position is blank, which may be that of the
//! head. The second is settled by an organisation or an alias, or by the person's declaration of none for this very case.
//!
//! **Example.** The education group's head is blocked from the case of a deputy chief of the education bureau.
//!
//! **Known gaps.** A posting that the record writes as an ordinary post counts for R32 instead. A subject of whom no
//! workplace is on record, neither in the own row nor as a present post, sends whom the verdict would review to review,
//! as a missing fact. A person without a career is R32's: the unit's host is known all the same.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct StationedAtSubject;

/// The rule's code.
pub(super) const CODE: &str = "R34";
