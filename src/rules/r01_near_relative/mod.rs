//! R01 near-relative-of-party 近亲属回避.
//!
//! **What it requires.** Nobody works on a case in which a near relative (spouse, parent, child, sibling, grandparent, grandchild) is a subject or an informant.
//!
//! **Source.** 监察法 (2024) §67(1), 监察官法 §47.
//!
//! **Formulation.** Block when the kin graph shows such a relation between the person and a subject or informant.
//!
//! **Example.** An investigator whose sister is the subject is blocked in every role.
//!
//! **Known gaps.** Kin that nobody recorded is not seen; M09 turns a missing declaration into review instead.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct NearRelative;

/// The rule's code.
pub(super) const CODE: &str = "R01";
