//! R34 stationed-at-subjects-organ 派驻单位回避.
//!
//! **What it requires.** Whoever is, or lately was, stationed at the subject's organ: the head is recused when the subject is of the host's leadership; otherwise leads go to review and members get a warning.
//!
//! **Source.** Our inference, after 监察法 §67(4).
//!
//! **Formulation.** The head: block when the subject is of the host's leadership, else by role class; members: warn; host_exclusion blocks all.
//!
//! **Example.** The education group's head is blocked from the case of a deputy chief of the education bureau.
//!
//! **Known gaps.** Known by the unit's host and by career spells of kind “stationed”; a posting that the record writes as an ordinary post counts for R32 instead.

mod check;
mod screen;

/// The rule.
pub struct StationedAtSubject;

/// The rule's code.
pub(super) const CODE: &str = "R34";
