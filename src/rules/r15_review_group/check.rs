//! R15 on a finished plan.

use super::{CODE, ReviewGroup};
use crate::check::RuleCheck;

impl RuleCheck for ReviewGroup {
    fn code(&self) -> &'static str {
        CODE
    }
}
