//! M08 as rows of the team model.

use super::{CODE, PartTimeHeads};
use crate::rules::frame::TeamRule;

impl TeamRule for PartTimeHeads {
    fn code(&self) -> &'static str {
        CODE
    }
}
