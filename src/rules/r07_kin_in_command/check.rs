//! R07 on a finished plan.

use super::{CODE, KinInCommand};
use crate::check::RuleCheck;

impl RuleCheck for KinInCommand {
    fn code(&self) -> &'static str {
        CODE
    }
}
