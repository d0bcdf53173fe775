//! R10 as rows of the team model.

use super::{CODE, TwoOrMore};
use crate::rules::frame::TeamRule;

impl TeamRule for TwoOrMore {
    fn code(&self) -> &'static str {
        CODE
    }
}
