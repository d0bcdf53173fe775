//! R10 on a finished plan.

use super::{CODE, TwoOrMore};
use crate::check::RuleCheck;

impl RuleCheck for TwoOrMore {
    fn code(&self) -> &'static str {
        CODE
    }
}
