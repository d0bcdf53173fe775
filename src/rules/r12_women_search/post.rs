//! R12 as rows of the team model.

use super::{CODE, WomenSearch};
use crate::rules::frame::TeamRule;

impl TeamRule for WomenSearch {
    fn code(&self) -> &'static str {
        CODE
    }
}
