//! M04 on a finished plan.

use super::{CODE, SkillCoverage};
use crate::check::RuleCheck;

impl RuleCheck for SkillCoverage {
    fn code(&self) -> &'static str {
        CODE
    }
}
