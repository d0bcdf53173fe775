//! R15 on a finished plan.

use super::{CODE, ReviewGroup};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, count};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{CaseStage, Person, Unit, UnitFunction};

impl RuleCheck for ReviewGroup {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let reviewed = docket
            .formed(judge.pool, judge.policy)
            .filter(|team| !matches!(team.case.stage, CaseStage::Supervision | CaseStage::Review));
        let teams = reviewed.map(|team| {
            let case = team.case;
            let reviews = |unit: &&Unit| unit.function == Some(UnitFunction::Review) && unit.body == case.body;
            let rooms = judge.pool.units.values().filter(reviews);
            let staff: Vec<&Person> = rooms.flat_map(|unit| judge.facts.staff(&unit.id)).copied().collect();
            let apart = |person: &&&Person| !team.members.iter().any(|member| member.person == person.id);
            let clear = |person: &&&Person| judge.is_clear(docket.checks, person, case, RoleClass::Member);
            let left = count(staff.iter().filter(apart).filter(clear));
            let fault = Text::new(
                format!("审理室只有 {left} 人无须回避且未参加本案"),
                format!("only {left} of the review staff are clear for the case and outside it"),
            );
            let found = match staff.is_empty() {
                true => Text::new("名册上没有本机关审理室人员，未核对", "the roster lists no review staff; not judged"),
                false => Text::new(
                    format!("审理室还有 {left} 人无须回避且未参加本案"),
                    format!("{left} of the review staff are clear for the case and outside it"),
                ),
            };
            let faults = if staff.is_empty() || left >= 2 { Vec::new() } else { vec![fault] };
            Entry::of_faults(Subject::team(&case.id), CODE, faults, found)
        });
        teams.collect()
    }
}
