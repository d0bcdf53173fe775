//! R08 on a finished plan.

use super::{BorrowedBound, CODE};
use crate::check::RuleCheck;

impl RuleCheck for BorrowedBound {
    fn code(&self) -> &'static str {
        CODE
    }
}
