//! M09 on a finished plan.

use super::{CODE, DeclarationOwed};
use crate::check::RuleCheck;

impl RuleCheck for DeclarationOwed {
    fn code(&self) -> &'static str {
        CODE
    }
}
