//! R11 as rows of the team model.

use super::{CODE, OwnInPair};
use crate::policy::Rule;
use crate::rules::frame::{TeamFrame, TeamOption, TeamRule};

impl TeamRule for OwnInPair {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            for role in 0..frame.cases[case].roles.len() {
                let asked = frame.cases[case].roles[role].role.clone();
                if !asked.pairs {
                    continue;
                }
                // 2 · own ≥ all: an own member counts 1, everybody else −1.
                let terms = |option: &TeamOption| match (option.fills(role), option.own) {
                    (true, true) => 1,
                    (true, false) => -1,
                    (false, _) => 0,
                };
                frame.post_on_hand(CODE, case, &asked.id, 0, terms);
            }
        }
    }
}
