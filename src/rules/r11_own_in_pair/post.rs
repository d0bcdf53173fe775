//! R11 as rows of the team model.

use super::{CODE, OwnInPair};
use crate::policy::Rule;
use crate::rules::frame::{AsksOnHand, CaseFrame, OnHand, TeamOption, TeamRule};

impl TeamRule for OwnInPair {
    fn code(&self) -> &'static str {
        CODE
    }

    fn on_hand(&self) -> Option<AsksOnHand> {
        Some(own_beside_others)
    }
}

fn own_beside_others(_rule: &Rule, case: &CaseFrame) -> Vec<OnHand> {
    let pairs = case.roles.iter().enumerate().filter(|(_, framed)| framed.role.pairs);
    let asked = pairs.map(|(role, framed)| {
        // 2 · own ≥ all: an own member counts 1, everybody else −1.
        let counts = move |option: &TeamOption| match (option.fills(role), option.own) {
            (true, true) => 1,
            (true, false) => -1,
            (false, _) => 0,
        };
        OnHand { label: framed.role.id.clone(), least: 0, counts: Box::new(counts) }
    });
    asked.collect()
}
