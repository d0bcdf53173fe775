//! R20 as rows of the team model.

use super::{CODE, Unavailable};
use crate::rules::frame::TeamRule;

impl TeamRule for Unavailable {
    fn code(&self) -> &'static str {
        CODE
    }
}
