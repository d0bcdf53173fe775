//! R27 on a person and a case.

use super::{CODE, ClearanceLevel};
use crate::check::{Judge, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, Person};

impl RuleCheck for ClearanceLevel {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, _judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of("涉密等级不低于案件密级", "clearance is at least the case's secrecy level");
        if case.clearance > person.clearance {
            let words = Text::new("涉密等级低于案件密级", "clearance is below the case's secrecy level");
            opinion.concern(level(rule, class), words);
        }
        Some(opinion)
    }
}
