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
//! **Known gaps.** None known.

mod check;
mod post;

/// The rule.
pub struct Pins;

/// The rule's code.
pub(super) const CODE: &str = "M06";
