//! R01 on a finished plan.

use super::{CODE, NearRelative};
use crate::check::RuleCheck;

impl RuleCheck for NearRelative {
    fn code(&self) -> &'static str {
        CODE
    }
}
