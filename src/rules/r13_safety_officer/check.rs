//! R13 on a finished plan.

use super::{CODE, SafetyOfficer};
use crate::check::RuleCheck;

impl RuleCheck for SafetyOfficer {
    fn code(&self) -> &'static str {
        CODE
    }
}
