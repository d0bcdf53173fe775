//! R18 on a finished plan.

use super::{CODE, SecondmentLimits};
use crate::check::RuleCheck;

impl RuleCheck for SecondmentLimits {
    fn code(&self) -> &'static str {
        CODE
    }
}
