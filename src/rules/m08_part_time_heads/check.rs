//! M08 on a finished plan.

use super::{CODE, PartTimeHeads};
use crate::check::RuleCheck;

impl RuleCheck for PartTimeHeads {
    fn code(&self) -> &'static str {
        CODE
    }
}
