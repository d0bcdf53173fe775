//! R10 on a finished plan.

use super::{CODE, TwoOrMore};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, count};
use crate::diag::{Text, plural};
use crate::policy::Rule;

impl RuleCheck for TwoOrMore {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            let needed = team.case.sessions * rule.number("people_per_session");
            let mut faults = Vec::new();
            for stretch in team.stretches() {
                let people = count(team.in_roles(&stretch, |role| role.pairs));
                if people < needed {
                    let day = stretch.days.from;
                    faults.push(Text::new(
                        format!("{day} 起结对岗位有 {people} 人，{} 场同时进行需要 {needed} 人", team.case.sessions),
                        format!("from {day} on {} in pair roles, {needed} needed", plural(people, "person")),
                    ));
                }
            }
            let found = Text::new(
                format!("每日结对岗位人数满足 {} 场同时进行", team.case.sessions),
                format!("on every day there are pairs for {} parallel sessions", team.case.sessions),
            );
            Entry::of_faults(Subject::team(&team.case.id), CODE, faults, found)
        });
        teams.collect()
    }
}
