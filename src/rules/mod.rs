//! The rules: one folder each, holding the rule's doc (`mod.rs`), its screening (`screen.rs`), its rows
//! (`post.rs`), its check on a finished plan (`check.rs`) and its words (`phrase.rs`), as far as it has them.
//!
//! A rule's statement, source and parameters are data in `models/rules/`; a test compares the two lists.

mod r01_near_relative;

use crate::check::RuleCheck;
use crate::screen::ScreeningRule;

/// Every rule that judges a person for a case, by code.
pub fn screening() -> &'static [&'static dyn ScreeningRule] {
    &[&r01_near_relative::NearRelative]
}

/// Every rule's check on a finished plan, by code.
pub fn checks() -> &'static [&'static dyn RuleCheck] {
    &[&r01_near_relative::NearRelative]
}
