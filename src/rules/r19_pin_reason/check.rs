//! R19 on a finished plan.

use super::{CODE, PinReason};
use crate::check::RuleCheck;

impl RuleCheck for PinReason {
    fn code(&self) -> &'static str {
        CODE
    }
}
