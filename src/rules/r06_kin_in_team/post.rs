//! R06 as rows of the team model.

use super::{CODE, KinInTeam};
use crate::rules::frame::TeamRule;

impl TeamRule for KinInTeam {
    fn code(&self) -> &'static str {
        CODE
    }
}
