//! R12 women-search-women 女性由女性搜查.
//!
//! **What it requires.** A woman's body is searched by women.
//!
//! **Source.** 监察法 (2024) §27.
//!
//! **Formulation.** On every day women in the team who are not on leave ≥ women where such a search is planned and the team is
//! formed.
//!
//! **Example.** A detention case with a female subject gets two women.
//!
//! **Known gaps.** A sex that is not on record does not count.

mod check;
mod post;

/// The rule.
pub struct WomenSearch;

/// The rule's code.
pub(super) const CODE: &str = "R12";
