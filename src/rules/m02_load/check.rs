//! M02 on a finished plan.

use super::{CODE, Load};
use crate::check::RuleCheck;

impl RuleCheck for Load {
    fn code(&self) -> &'static str {
        CODE
    }
}
