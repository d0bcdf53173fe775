//! R02 on a finished plan.

use super::{CODE, Witness};
use crate::check::RuleCheck;

impl RuleCheck for Witness {
    fn code(&self) -> &'static str {
        CODE
    }
}
