//! R19 requests-name-conditions 点名须有理由.
//!
//! **What it requires.** A request names numbers and conditions, not persons; a pin needs reason and approver.
//!
//! **Source.** A province's rule.
//!
//! **Formulation.** Pins without reason or approver are refused, the others printed.
//!
//! **Example.** A pinned lead stands in the plan with the approver's name.
//!
//! **Known gaps.** A request that describes one person by its conditions is not recognized.

mod check;

/// The rule.
pub struct PinReason;

/// The rule's code.
pub(super) const CODE: &str = "R19";
