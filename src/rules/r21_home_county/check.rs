//! R21 on a finished plan.

use super::{CODE, HomeCounty};
use crate::check::RuleCheck;

impl RuleCheck for HomeCounty {
    fn code(&self) -> &'static str {
        CODE
    }
}
