//! R34 on a finished plan.

use super::{CODE, StationedAtSubject};
use crate::check::RuleCheck;

impl RuleCheck for StationedAtSubject {
    fn code(&self) -> &'static str {
        CODE
    }
}
