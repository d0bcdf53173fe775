//! R11 on a finished plan.

use super::{CODE, OwnInPair};
use crate::check::RuleCheck;

impl RuleCheck for OwnInPair {
    fn code(&self) -> &'static str {
        CODE
    }
}
