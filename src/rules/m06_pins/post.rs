//! M06 as rows of the team model.

use super::{CODE, Pins};
use crate::rules::frame::TeamRule;

impl TeamRule for Pins {
    fn code(&self) -> &'static str {
        CODE
    }
}
