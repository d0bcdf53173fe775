//! R05 on a finished plan.

use super::{CODE, KinOfInterested};
use crate::check::RuleCheck;

impl RuleCheck for KinOfInterested {
    fn code(&self) -> &'static str {
        CODE
    }
}
