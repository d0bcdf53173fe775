//! M10 on a finished plan.

use super::{CODE, EmbeddedHere};
use crate::check::RuleCheck;

impl RuleCheck for EmbeddedHere {
    fn code(&self) -> &'static str {
        CODE
    }
}
