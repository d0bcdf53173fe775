//! R32 on a finished plan.

use super::{CODE, WorkedWithSubject};
use crate::check::RuleCheck;

impl RuleCheck for WorkedWithSubject {
    fn code(&self) -> &'static str {
        CODE
    }
}
