//! R01 near-relative-of-party 近亲属回避.
//!
//! **What it requires.** Nobody works on a case in which they or a near relative are a subject or an informant.
//!
//! **Source.** 监察法 (2024) §67(1), 监察官法 §47.
//!
//! **Formulation.** Near relatives are spouse, parents, children, siblings, grandparents and grandchildren, by birth,
//! adoption or remarriage, half-siblings included, as the kin graph shows them. Wider kin is R05's.
//!
//! **Example.** An investigator whose sister is the subject is blocked in every role.
//!
//! **Known gaps.** Kin that nobody recorded is not seen; M09 turns a missing declaration into review instead. A
//! declared term (舅舅) expands into links of its own: it says nothing about the declarer's brothers and sisters until
//! the links are on record by name.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct NearRelative;

/// The rule's code.
pub(super) const CODE: &str = "R01";
