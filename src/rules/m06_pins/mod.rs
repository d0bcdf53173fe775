//! M06 pins 指定与排除.
//!
//! **What it requires.** Who is pinned to a case serves; who is banned does not.
//!
//! **Source.** A named human's decision.
//!
//! **Formulation.** Σ of the pinned person's options = 1; none for the banned.
//!
//! **Example.** A lead named by the standing committee is pinned.
//!
//! **Known gaps.** A pin does not lift a verdict: whoever is pinned and recused makes the case infeasible, and the conflict says so.

mod check;
mod held;
mod post;

pub use held::{Held, held};

/// The rule.
pub struct Pins;

/// The rule's code.
pub(super) const CODE: &str = "M06";
