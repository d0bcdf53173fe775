//! R10 as rows of the team model.

use super::{CODE, TwoOrMore};
use crate::policy::Rule;
use crate::rules::frame::{TeamFrame, TeamOption, TeamRule};

impl TeamRule for TwoOrMore {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            let needed = rule.number("people_per_session") * frame.cases[case].case.sessions;
            if needed == 0 {
                continue;
            }
            let pairs: Vec<bool> = frame.cases[case].roles.iter().map(|role| role.role.pairs).collect();
            let counts =
                |option: &TeamOption| i64::from(pairs[option.role] || option.also.is_some_and(|also| pairs[also]));
            frame.post_on_hand(CODE, case, "sessions", needed, counts);
        }
    }
}
