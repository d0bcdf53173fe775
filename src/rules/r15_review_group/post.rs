//! R15 as rows of the team model.

use super::{CODE, ReviewGroup};
use crate::rules::frame::TeamRule;

impl TeamRule for ReviewGroup {
    fn code(&self) -> &'static str {
        CODE
    }
}
