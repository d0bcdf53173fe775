//! R34 on a person and a case.

use super::{CODE, StationedAtSubject};
use crate::policy::RoleClass;
use crate::pool::{Case, Person};
use crate::screen::{Finding, Screener, ScreeningRule};

impl ScreeningRule for StationedAtSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, _screener: &Screener, _person: &Person, _case: &Case, _class: RoleClass) -> Vec<Finding> {
        Vec::new()
    }
}
