//! M01 on a finished plan.

use super::{CODE, Headcount};
use crate::check::RuleCheck;

impl RuleCheck for Headcount {
    fn code(&self) -> &'static str {
        CODE
    }
}
