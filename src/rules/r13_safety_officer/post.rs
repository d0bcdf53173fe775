//! R13 as rows of the team model.

use super::{CODE, SafetyOfficer};
use crate::policy::Rule;
use crate::rules::frame::{TeamFrame, TeamOption, TeamRule};

impl TeamRule for SafetyOfficer {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            let safety: Vec<bool> = frame.cases[case].roles.iter().map(|role| role.role.safety_officer).collect();
            let counts =
                |option: &TeamOption| i64::from(safety[option.role] || option.also.is_some_and(|also| safety[also]));
            frame.post_on_hand(CODE, case, "safety", rule.number("officers"), counts);
        }
    }
}
