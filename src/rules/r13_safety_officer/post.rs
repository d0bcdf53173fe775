//! R13 as rows of the team model.

use super::{CODE, SafetyOfficer};
use crate::rules::frame::TeamRule;

impl TeamRule for SafetyOfficer {
    fn code(&self) -> &'static str {
        CODE
    }
}
