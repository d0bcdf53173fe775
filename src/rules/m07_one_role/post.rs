//! M07 as rows of the team model.

use super::{CODE, OneRole};
use crate::rules::frame::TeamRule;

impl TeamRule for OneRole {
    fn code(&self) -> &'static str {
        CODE
    }
}
