//! R03 on a finished plan.

use super::{CODE, Interest};
use crate::check::RuleCheck;

impl RuleCheck for Interest {
    fn code(&self) -> &'static str {
        CODE
    }
}
