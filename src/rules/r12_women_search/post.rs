//! R12 as rows of the team model.

use super::{CODE, WomenSearch};
use crate::policy::Rule;
use crate::pool::Sex;
use crate::rules::frame::{AsksOnHand, CaseFrame, OnHand, TeamOption, TeamRule};

impl TeamRule for WomenSearch {
    fn code(&self) -> &'static str {
        CODE
    }

    fn on_hand(&self) -> Option<AsksOnHand> {
        Some(women)
    }
}

fn women(rule: &Rule, case: &CaseFrame) -> Vec<OnHand> {
    if !case.case.female_search {
        return Vec::new();
    }
    let is_woman = |option: &TeamOption| i64::from(option.person.sex == Some(Sex::Female));
    vec![OnHand { label: "women".to_string(), least: rule.number("women"), counts: Box::new(is_woman) }]
}
