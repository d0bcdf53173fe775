//! R20 not-available 不宜抽调人员.
//!
//! **What it requires.** New heads on probation, county or township leaders, new hires, selected graduates and people with an unfinished special task are not drawn.
//!
//! **Source.** A province's rule; off by default.
//!
//! **Formulation.** No option for them, but for trainees and roles held by office.
//!
//! **Example.** Where switched on, a graduate of last year serves only as a trainee.
//!
//! **Known gaps.** Service inside one's own zone needs zones on record.

mod check;
mod post;

/// The rule.
pub struct Unavailable;

/// The rule's code.
pub(super) const CODE: &str = "R20";
