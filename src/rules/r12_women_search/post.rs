//! R12 as rows of the team model.

use super::{CODE, WomenSearch};
use crate::policy::Rule;
use crate::pool::Sex;
use crate::rules::frame::{TeamFrame, TeamOption, TeamRule};

impl TeamRule for WomenSearch {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            if frame.cases[case].case.female_search {
                let is_woman = |option: &TeamOption| i64::from(option.person.sex == Some(Sex::Female));
                frame.post_on_hand(CODE, case, "women", rule.number("women"), is_woman);
            }
        }
    }
}
