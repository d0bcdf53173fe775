//! M07 on a finished plan.

use super::{CODE, OneRole};
use crate::check::RuleCheck;

impl RuleCheck for OneRole {
    fn code(&self) -> &'static str {
        CODE
    }
}
