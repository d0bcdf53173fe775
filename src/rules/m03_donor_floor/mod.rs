//! M03 donor-floor 派出单位留守.
//!
//! **What it requires.** A sending unit keeps a floor of people, a large one a head or deputy among them, and never fewer than its routine work takes on the day.
//!
//! **Source.** A default of this program, to be set locally: a unit must go on working while others are lent.
//!
//! **Formulation.** People drawn from a unit on a day ≤ present − max(floor, people of the duties of that day); heads and deputies drawn ≤ those present − 1.
//!
//! **Example.** A group of four lends two, never both head and deputy; while a duty takes three of them, one.
//!
//! **Known gaps.** Strength is a head count: it does not ask whether those who stay can do the unit's work. A unit already below its floor lends nobody and makes nothing infeasible.

mod check;
mod post;

/// The rule.
pub struct DonorFloor;

/// The rule's code.
pub(super) const CODE: &str = "M03";
