//! M07 one-role 一人一岗.
//!
//! **What it requires.** A person holds one role in a case, but for the template's doublings.
//!
//! **Source.** Public reports of task forces with sub-teams; one role a person is our count.
//!
//! **Formulation.** Options of a person in a case ≤ 1.
//!
//! **Example.** The lead may sit in an interview pair where the template says so.
//!
//! **Known gaps.** A person who helps another role now and then is not seen; only what the template allows is planned.

mod check;
mod post;

/// The rule.
pub struct OneRole;

/// The rule's code.
pub(super) const CODE: &str = "M07";
