//! R27 on a finished plan.

use super::{CODE, ClearanceLevel};
use crate::check::RuleCheck;

impl RuleCheck for ClearanceLevel {
    fn code(&self) -> &'static str {
        CODE
    }
}
