//! M07 as rows of the team model.

use super::{CODE, OneRole};
use crate::milp::{Name, Provenance};
use crate::policy::Rule;
use crate::rules::frame::{TeamFrame, TeamRule};

impl TeamRule for OneRole {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        // Where membership has a column of its own, that column's bound is this rule.
        for member in frame.members.values().filter(|member| member.columns.len() > 1) {
            let (case, person) = (member.case.as_str(), member.person.as_str());
            let provenance = Provenance { rule: CODE, subject: format!("{case} {person}") };
            let name = Name::new([CODE, case, person]);
            frame.model.add_count(name, provenance, member.columns.iter().copied(), member.column);
        }
    }
}
