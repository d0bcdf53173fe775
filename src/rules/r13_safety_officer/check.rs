//! R13 on a finished plan.

use super::{CODE, SafetyOfficer};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject, count, roles_of};
use crate::diag::Text;
use crate::policy::{Role, Rule};

impl RuleCheck for SafetyOfficer {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            let mut faults = Vec::new();
            for stretch in team.stretches() {
                let officers = count(team.in_roles(&stretch, |role| role.safety_officer));
                if officers < rule.number("officers") {
                    let day = stretch.days.from;
                    faults.push(Text::new(
                        format!("{day} 起安全员只有 {officers} 人"),
                        format!("from {day} on there are {officers} safety officers"),
                    ));
                }
            }
            for member in team.members {
                let has =
                    |test: fn(&Role) -> bool| roles_of(member).any(|role| team.template.role(role).is_some_and(test));
                if has(|role| role.safety_officer) && has(|role| role.evidence_work) {
                    let named = judge.person_named(&member.person);
                    faults.push(Text::new(
                        format!("安全员 {named} 兼任谈话、取证岗位"),
                        format!("safety officer {named} does interview or evidence work as well"),
                    ));
                }
            }
            let found = Text::new("每日均有专任安全员", "on every day a safety officer serves");
            Entry::of_faults(Subject::team(&team.case.id), CODE, faults, found)
        });
        teams.collect()
    }
}
