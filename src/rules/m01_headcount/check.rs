//! M01 on a finished plan.

use std::collections::BTreeMap;

use super::{CODE, Headcount};
use crate::check::{Docket, Entry, Formed, Judge, RuleCheck, Subject, count, roles_of};
use crate::diag::{Text, range};
use crate::id::CaseId;
use crate::policy::Rule;

impl RuleCheck for Headcount {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.plan.teams.iter().map(|team| {
            let mut faults = open_slots(judge, docket, &team.case);
            if let Some(formed) = docket.formed_for(judge.pool, judge.policy, &team.case) {
                faults.extend(numbers(judge, &formed));
                faults.extend(filters(judge, &formed));
            }
            let found = Text::new(
                "每日各岗位人数在最低与需求之间，人员符合岗位来源要求，空缺如实列明",
                "on every day each role has between its least and its wanted number, its people pass its filter, and open slots are as stated",
            );
            Entry::of_faults(Subject::team(&team.case), CODE, faults, found)
        });
        teams.collect()
    }
}

fn numbers(judge: &Judge, team: &Formed) -> Vec<Text> {
    let mut faults = Vec::new();
    for stretch in team.stretches() {
        for role in &team.template.roles {
            let (least, most) = judge.headcount(team.case, role);
            let people = count(team.in_roles(&stretch, |other| other.id == role.id));
            if people < least || people > most {
                let (day, name) = (stretch.days.from, &role.name);
                let due = range(least, most);
                faults.push(Text::new(
                    format!("{day} 起“{}”有 {people} 人，应为 {} 人", name.zh, due.zh),
                    format!("from {day} on `{}` has {people}, not {}", name.en, due.en),
                ));
            }
        }
    }
    faults
}

fn filters(judge: &Judge, team: &Formed) -> Vec<Text> {
    let mut faults = Vec::new();
    for member in team.members {
        let Some(person) = judge.pool.people.get(&member.person) else { continue };
        for role in roles_of(member).filter_map(|role| team.template.role(role)) {
            if !judge.takes(&role.from, person, team.case) {
                let named = judge.person_named(&person.id);
                faults.push(Text::new(
                    format!("{named} 不符合“{}”的来源要求", role.name.zh),
                    format!("{named} does not pass the filter of `{}`", role.name.en),
                ));
            }
        }
    }
    faults
}

fn open_slots(judge: &Judge, docket: &Docket, case: &CaseId) -> Vec<Text> {
    let mut stated: BTreeMap<String, i64> = BTreeMap::new();
    for open in docket.plan.open_slots.iter().filter(|open| open.case == *case) {
        *stated.entry(open.role.clone()).or_default() += open.count;
    }
    let found = judge.open_slots(docket, case);
    if stated == found {
        return Vec::new();
    }
    let (stated, found) = (listed(judge, case, &stated), listed(judge, case, &found));
    vec![Text::new(
        format!("空缺岗位：方案写{}，应为{}", stated.zh, found.zh),
        format!("open slots: the plan states {}, the facts give {}", stated.en, found.en),
    )]
}

/// Open slots by what people call their roles.
fn listed(judge: &Judge, case: &CaseId, slots: &BTreeMap<String, i64>) -> Text {
    let each = slots.iter().map(|(role, count)| {
        let name = judge.role_named(case, role);
        (format!("“{}”{count} 人", name.zh), format!("{count} of `{}`", name.en))
    });
    let (zh, en): (Vec<String>, Vec<String>) = each.unzip();
    if zh.is_empty() { Text::new("无", "none") } else { Text::new(zh.join("、"), en.join(", ")) }
}
