//! R18 as rows of the team model.

use super::{CODE, SecondmentLimits};
use crate::rules::frame::TeamRule;

impl TeamRule for SecondmentLimits {
    fn code(&self) -> &'static str {
        CODE
    }
}
