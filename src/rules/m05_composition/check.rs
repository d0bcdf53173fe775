//! M05 on a finished plan.

use super::{CODE, CompositionRows};
use crate::check::RuleCheck;

impl RuleCheck for CompositionRows {
    fn code(&self) -> &'static str {
        CODE
    }
}
