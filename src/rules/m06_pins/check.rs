//! M06 on a finished plan.

use super::{CODE, Pins};
use crate::check::RuleCheck;

impl RuleCheck for Pins {
    fn code(&self) -> &'static str {
        CODE
    }
}
