//! R27 clearance 涉密等级.
//!
//! **What it requires.** Clearance at least as high as the case's level.
//!
//! **Source.** 保守国家秘密法.
//!
//! **Formulation.** Block when the person's clearance is lower; a blank one is none.
//!
//! **Example.** A person without clearance is blocked from a secret case.
//!
//! **Known gaps.** Clearances that have lapsed must be taken off the roster.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct ClearanceLevel;

/// The rule's code.
pub(super) const CODE: &str = "R27";
