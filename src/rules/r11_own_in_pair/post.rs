//! R11 as rows of the team model.

use super::{CODE, OwnInPair};
use crate::rules::frame::TeamRule;

impl TeamRule for OwnInPair {
    fn code(&self) -> &'static str {
        CODE
    }
}
