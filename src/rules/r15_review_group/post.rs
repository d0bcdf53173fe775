//! R15 as rows of the team model.

use std::collections::BTreeSet;

use super::{CODE, ReviewGroup, group};
use crate::id::PersonId;
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::rules::frame::{TeamFrame, TeamRule};

impl TeamRule for ReviewGroup {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            let asked = frame.cases[case].case;
            let staff = group::staff(frame.screener, asked);
            if staff.is_empty() {
                continue;
            }
            let counted: BTreeSet<&PersonId> = staff
                .into_iter()
                .filter(|(_, screening)| group::counts(screening, frame.provisional))
                .map(|(person, _)| person)
                .collect();
            // Reviewers who serve in the team, and those who must remain, fit among those who count. Whoever served in
            // one segment is no reviewer in any, so there is one row for the case.
            let most = RowBounds::AtMost(counted.len() as i64);
            let members = frame.members.iter().filter(|((of, person), _)| *of == case && counted.contains(*person));
            let formed = (frame.cases[case].formed, rule.number("reviewers"));
            let terms: Vec<_> = members.map(|(_, member)| (member.column, 1)).chain([formed]).collect();
            let id = asked.id.to_string();
            let name = Name::new([CODE, "review", &id]);
            frame.model.add_row(name, Provenance { rule: CODE, subject: id }, terms, most);
        }
    }
}
