//! M05 as rows of the team model.

use super::{CODE, CompositionRows};
use crate::rules::frame::TeamRule;

impl TeamRule for CompositionRows {
    fn code(&self) -> &'static str {
        CODE
    }
}
