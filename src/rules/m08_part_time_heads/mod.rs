//! M08 part-time-heads 派驻组长兼顾.
//!
//! **What it requires.** Heads of stationed groups join part-time; off by default.
//!
//! **Source.** Public reports of 仪陇.
//!
//! **Formulation.** Options of such heads carry at most the set load.
//!
//! **Example.** A head with 500 thousandths takes no full-load role.
//!
//! **Known gaps.** The limit is one for all heads; a host that needs its head more says so in the availability column.

mod check;
mod post;

/// The rule.
pub struct PartTimeHeads;

/// The rule's code.
pub(super) const CODE: &str = "M08";
