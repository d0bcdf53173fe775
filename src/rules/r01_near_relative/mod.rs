//! R01 near-relative-of-party 近亲属回避.
//!
//! **What it requires.** Nobody works on a case in which a near relative is a subject or an informant, or in
//! which the person is one.
//! **Source.** 监察法 (2024) §67(1), 监察官法 §47.
//! **Formulation.** Block when the kin graph makes person and party spouses, lineal kin, collateral kin within
//! three generations or near affines, in either direction.
//! **Example.** An investigator whose cousin is the subject is blocked in every role.
//! **Known gaps.** Kin that nobody recorded is not seen; missing declarations turn into review instead.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct NearRelative;

/// The rule's code.
pub(super) const CODE: &str = "R01";
