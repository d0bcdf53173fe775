//! M01 as rows of the team model.

use super::{CODE, Headcount};
use crate::rules::frame::TeamRule;

impl TeamRule for Headcount {
    fn code(&self) -> &'static str {
        CODE
    }
}
