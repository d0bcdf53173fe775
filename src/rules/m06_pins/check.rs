//! M06 on a finished plan.

use std::collections::BTreeSet;

use super::{CODE, Pins};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, roles_of};
use crate::diag::Text;
use crate::id::{CaseId, PersonId};
use crate::policy::Rule;
use crate::pool::PinKind;

impl RuleCheck for Pins {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let planned: BTreeSet<&CaseId> = docket.plan.input.cases.iter().collect();
        let mut entries = Vec::new();
        for pin in judge.pool.pins.iter().filter(|pin| planned.contains(&pin.case)) {
            let serves = serves(docket, &pin.person, &pin.case, pin.role.as_deref());
            let (fault, found) = match pin.kind {
                PinKind::Pin => (
                    (!serves).then(|| Text::new("指定参加而没有编入", "pinned and does not serve")),
                    Text::new("指定参加，已编入", "pinned and serves"),
                ),
                PinKind::Ban => (
                    serves.then(|| Text::new("排除参加而仍编入", "banned and serves")),
                    Text::new("排除参加，没有编入", "banned and does not serve"),
                ),
            };
            let subject = Subject::assignment(&pin.case, &pin.person);
            entries.push(Entry::of_faults(subject, CODE, fault.into_iter().collect(), found));
        }
        for served in judge.pool.assignments.iter().filter(|it| judge.as_of <= it.to && planned.contains(&it.case)) {
            let kept = serves(docket, &served.person, &served.case, Some(&served.role));
            let role = judge.role_named(&served.case, &served.role);
            let fault = Text::new(
                format!("现任“{}”而没有继续编入", role.zh),
                format!("serves as `{}` today and is not kept", role.en),
            );
            let faults = if kept { Vec::new() } else { vec![fault] };
            let found = Text::new("现任人员继续编入", "serves today and is kept");
            entries.push(Entry::of_faults(Subject::assignment(&served.case, &served.person), CODE, faults, found));
        }
        entries
    }
}

fn serves(docket: &Docket, person: &PersonId, case: &CaseId, role: Option<&str>) -> bool {
    let mut mine = docket.of_person(person).iter().filter(|it| it.case == *case);
    mine.any(|it| role.is_none_or(|role| roles_of(it).any(|mine| mine == role)))
}
