//! R20 not-available 不宜抽调人员.
//!
//! **What it requires.** New heads on probation, county or township leaders, new hires, selected graduates and people with an unfinished special task are not drawn.
//!
//! **Source.** A province's rule; off by default.
//!
//! **Formulation.** No option for them, but for trainees, roles held by office and cases of their own zone.
//! A case is of the zone of its lead unit, else of the one zone of the local units of its region.
//!
//! **Example.** Where switched on, a graduate of last year serves only as a trainee.
//!
//! **Known gaps.** Where the zone of a unit is not on record, nobody of it is exempt by it.

mod check;
mod post;

/// The rule.
pub struct Unavailable;

/// The rule's code.
pub(super) const CODE: &str = "R20";
