//! R04 on a finished plan.

use super::{CODE, OtherCircumstances};
use crate::check::RuleCheck;

impl RuleCheck for OtherCircumstances {
    fn code(&self) -> &'static str {
        CODE
    }
}
