//! M02 as rows of the team model.

use super::{CODE, Load};
use crate::rules::frame::TeamRule;

impl TeamRule for Load {
    fn code(&self) -> &'static str {
        CODE
    }
}
