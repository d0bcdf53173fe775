//! R33 on a finished plan.

use super::{CODE, SoftTies};
use crate::check::RuleCheck;

impl RuleCheck for SoftTies {
    fn code(&self) -> &'static str {
        CODE
    }
}
