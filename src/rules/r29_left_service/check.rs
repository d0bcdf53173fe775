//! R29 on a finished plan.

use super::{CODE, LeftService};
use crate::check::RuleCheck;

impl RuleCheck for LeftService {
    fn code(&self) -> &'static str {
        CODE
    }
}
