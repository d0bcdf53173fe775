//! R03 interest-in-case 利害关系回避.
//!
//! **What it requires.** Whoever has an interest in the case, or whose near relative has one, does not work on it.
//!
//! **Source.** 监察法 (2024) §67(3).
//!
//! **Formulation.** Review when an interest is declared, block when it is confirmed.
//!
//! **Example.** A declared share in the subject's firm is reviewed; a confirmed one blocks.
//!
//! **Known gaps.** Only interests on record count.

mod check;
mod screen;

/// The rule.
pub struct Interest;

/// The rule's code.
pub(super) const CODE: &str = "R03";
