//! R26 on a finished plan.

use super::{CODE, Jurisdiction};
use crate::check::RuleCheck;

impl RuleCheck for Jurisdiction {
    fn code(&self) -> &'static str {
        CODE
    }
}
