//! R17 on a finished plan.

use super::{CODE, OneCasePerSecondment};
use crate::check::RuleCheck;

impl RuleCheck for OneCasePerSecondment {
    fn code(&self) -> &'static str {
        CODE
    }
}
