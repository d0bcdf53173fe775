//! R05 kin-interest-official-duty 公务回避.
//!
//! **What it requires.** Nobody handles business that concerns the interest of a spouse, lineal kin, collateral kin within three generations or near affines.
//!
//! **Source.** 公务员法 §§74, 76.
//!
//! **Formulation.** Block when the kin closure, in either direction, joins the person to a subject or interested party.
//!
//! **Example.** The subject's brother-in-law is blocked.
//!
//! **Known gaps.** As R01.

mod check;
mod screen;

/// The rule.
pub struct KinOfInterested;

/// The rule's code.
pub(super) const CODE: &str = "R05";
