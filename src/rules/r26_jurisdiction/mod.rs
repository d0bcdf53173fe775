//! R26 designated-jurisdiction 指定管辖.
//!
//! **What it requires.** Cross-jurisdiction handling needs a designation document.
//!
//! **Source.** 监察法 (2024) §17.
//!
//! **Formulation.** The plan prints that the document is still needed when the case's county is not within the handling commission's region,
//! or that region is not on record, and no number is on record.
//!
//! **Example.** A case handed to a neighbor county prints «needs document no. ___».
//!
//! **Known gaps.** Whether the document covers all that is planned is for people to read.

mod check;

/// The rule.
pub struct Jurisdiction;

/// The rule's code.
pub(super) const CODE: &str = "R26";
