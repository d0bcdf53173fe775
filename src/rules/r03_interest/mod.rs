//! R03 interest-in-case 利害关系回避.
//!
//! **What it requires.** Whoever has an interest in the case, or whose near relative has one, does not work on it.
//!
//! **Source.** 监察法 (2024) §67(3).
//!
//! **Formulation.** Block when the person or a near relative (R01's list) is an interested party of the case, or
//! when a confirmed tie of kind interest joins the person or a near relative to any party of the case. An
//! unconfirmed tie of that kind has the rule's own verdict, review. Kin of unknown degree may be near relatives: their
//! interests go to review, confirmed or not. Ties count until they have faded.
//!
//! **Example.** A declared share in the subject's firm is reviewed; a confirmed one blocks.
//!
//! **Known gaps.** Only interests on record count.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct Interest;

/// The rule's code.
pub(super) const CODE: &str = "R03";
