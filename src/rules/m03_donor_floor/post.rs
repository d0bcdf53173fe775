//! M03 as rows of the team model.

use super::{CODE, DonorFloor};
use crate::rules::frame::TeamRule;

impl TeamRule for DonorFloor {
    fn code(&self) -> &'static str {
        CODE
    }
}
