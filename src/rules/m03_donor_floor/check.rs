//! M03 on a finished plan.

use super::{CODE, DonorFloor};
use crate::check::RuleCheck;

impl RuleCheck for DonorFloor {
    fn code(&self) -> &'static str {
        CODE
    }
}
