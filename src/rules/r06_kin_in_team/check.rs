//! R06 on a finished plan.

use super::{CODE, KinInTeam};
use crate::check::RuleCheck;

impl RuleCheck for KinInTeam {
    fn code(&self) -> &'static str {
        CODE
    }
}
