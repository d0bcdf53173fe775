//! R21 home-county 成长地回避.
//!
//! **What it requires.** Nobody leads a case in the county where they grew up.
//!
//! **Source.** 公务员法 §75, 监察官法 §23; case handling is our reading.
//!
//! **Formulation.** By role class when the case's county is that of upbringing; a warning weighs member_points.
//! Where the verdict of the class is review or block, an upbringing that is not on record, or known only to a
//! prefecture in which the county of the case lies, is reviewed as a missing fact.
//!
//! **Example.** A native of 耒阳 does not lead a case there, but may serve with a warning.
//!
//! **Known gaps.** Upbringing is known by county at best; where people worked long is M10's.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct HomeCounty;

/// The rule's code.
pub(super) const CODE: &str = "R21";
