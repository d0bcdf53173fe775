//! R05 kin-interest-official-duty 公务回避.
//!
//! **What it requires.** Nobody handles business that concerns their own interest, or that of a spouse, lineal kin,
//! collateral kin within three generations or near affines.
//!
//! **Source.** 公务员法 §§74, 76.
//!
//! **Formulation.** Block when a subject or interested party of the case is the person or near kin, the kin closure
//! being read in both directions; and where a confirmed tie of kind interest joins near kin to any party of the case.
//! One that is not confirmed is reviewed. The interests of the person and of near relatives (R01's list) are R03's, those
//! of former spouses, birth kin of the adopted and distant kin R04's.
//!
//! **Example.** The subject's brother-in-law is blocked.
//!
//! **Known gaps.** As R01.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct KinOfInterested;

/// The rule's code.
pub(super) const CODE: &str = "R05";
