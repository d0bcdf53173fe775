//! R10 as rows of the team model.

use super::{CODE, TwoOrMore};
use crate::policy::Rule;
use crate::rules::frame::{AsksOnHand, CaseFrame, OnHand, TeamOption, TeamRule};

impl TeamRule for TwoOrMore {
    fn code(&self) -> &'static str {
        CODE
    }

    fn on_hand(&self) -> Option<AsksOnHand> {
        Some(in_pairs)
    }
}

fn in_pairs(rule: &Rule, case: &CaseFrame) -> Vec<OnHand> {
    let least = rule.number("people_per_session") * case.template.sessions_of(case.case);
    if least == 0 {
        return Vec::new();
    }
    let pairs: Vec<bool> = case.roles.iter().map(|role| role.role.pairs).collect();
    let counts =
        move |option: &TeamOption| i64::from(pairs[option.role] || option.also.is_some_and(|also| pairs[also]));
    vec![OnHand { label: "sessions".to_string(), least, counts: Box::new(counts) }]
}
