//! R17 as rows of the team model.

use super::{CODE, OneCasePerSecondment};
use crate::rules::frame::TeamRule;

impl TeamRule for OneCasePerSecondment {
    fn code(&self) -> &'static str {
        CODE
    }
}
