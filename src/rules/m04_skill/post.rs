//! M04 as rows of the team model.

use super::{CODE, SkillCoverage};
use crate::rules::frame::TeamRule;

impl TeamRule for SkillCoverage {
    fn code(&self) -> &'static str {
        CODE
    }
}
