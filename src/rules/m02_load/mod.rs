//! M02 load 负荷与请假.
//!
//! **What it requires.** Loads stay within availability on every day; nobody serves on leave.
//!
//! **Source.** Public reports of shared work and part-time heads; adding up by day is our count.
//!
//! **Formulation.** At every day on which an option starts: loads of the options then active plus current service ≤ availability.
//!
//! **Example.** Two half-load cases fit together, two full-load cases never overlap.
//!
//! **Known gaps.** Only service in the assignments table and planned cases count; routine work of a unit shows in the donor floor, not here.

mod check;
mod post;

/// The rule.
pub struct Load;

/// The rule's code.
pub(super) const CODE: &str = "M02";
