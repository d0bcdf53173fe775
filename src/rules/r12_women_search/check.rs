//! R12 on a finished plan.

use super::{CODE, WomenSearch};
use crate::check::RuleCheck;

impl RuleCheck for WomenSearch {
    fn code(&self) -> &'static str {
        CODE
    }
}
