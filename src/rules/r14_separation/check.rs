//! R14 on a finished plan.

use super::{CODE, Separation};
use crate::check::RuleCheck;

impl RuleCheck for Separation {
    fn code(&self) -> &'static str {
        CODE
    }
}
