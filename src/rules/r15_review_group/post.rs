//! R15 as rows of the team model.

use std::collections::BTreeSet;

use super::{CODE, ReviewGroup};
use crate::id::PersonId;
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::{RoleClass, Rule};
use crate::pool::{CaseStage, UnitFunction};
use crate::rules::frame::{TeamFrame, TeamRule};
use crate::screen::Verdict;

impl TeamRule for ReviewGroup {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        let pool = frame.screener.pool;
        for case in 0..frame.cases.len() {
            let asked = frame.cases[case].case;
            if matches!(asked.stage, CaseStage::Supervision | CaseStage::Review) {
                continue;
            }
            let reviews = |unit: &crate::id::UnitId| {
                pool.units
                    .get(unit)
                    .is_some_and(|unit| unit.function == Some(UnitFunction::Review) && unit.body == asked.body)
            };
            let staff: Vec<_> = pool.people.values().filter(|person| reviews(&person.unit)).collect();
            if staff.is_empty() {
                continue;
            }
            let clear: BTreeSet<&PersonId> = staff
                .into_iter()
                .filter(|person| frame.screener.screen(person, asked, RoleClass::Member).verdict == Verdict::Clear)
                .map(|person| &person.id)
                .collect();
            // Clear reviewers who serve in the team, and the two who must remain, fit among the clear ones. Whoever
            // served in one segment is no reviewer in any, so there is one row for the case.
            let most = RowBounds::AtMost(clear.len() as i64);
            let members = frame.members.iter().filter(|((of, person), _)| *of == case && clear.contains(*person));
            let terms: Vec<_> =
                members.map(|(_, member)| (member.column, 1)).chain([(frame.cases[case].formed, 2)]).collect();
            let id = asked.id.to_string();
            let name = Name::new([CODE, "review", &id]);
            frame.model.add_row(name, Provenance { rule: CODE, subject: id }, terms, most);
        }
    }
}
