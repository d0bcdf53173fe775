//! R20 on a finished plan.

use super::{CODE, Unavailable};
use crate::check::RuleCheck;

impl RuleCheck for Unavailable {
    fn code(&self) -> &'static str {
        CODE
    }
}
