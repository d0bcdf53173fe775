//! R13 as rows of the team model.

use super::{CODE, SafetyOfficer};
use crate::policy::Rule;
use crate::rules::frame::{AsksOnHand, CaseFrame, OnHand, TeamOption, TeamRule};

impl TeamRule for SafetyOfficer {
    fn code(&self) -> &'static str {
        CODE
    }

    fn on_hand(&self) -> Option<AsksOnHand> {
        Some(officers)
    }
}

fn officers(rule: &Rule, case: &CaseFrame) -> Vec<OnHand> {
    let safety: Vec<bool> = case.roles.iter().map(|role| role.role.safety_officer).collect();
    let counts =
        move |option: &TeamOption| i64::from(safety[option.role] || option.also.is_some_and(|also| safety[also]));
    vec![OnHand { label: "safety".to_string(), least: rule.number("officers"), counts: Box::new(counts) }]
}
