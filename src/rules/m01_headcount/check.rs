//! M01 on a finished plan.

use std::collections::BTreeMap;

use super::{CODE, Headcount};
use crate::check::{Docket, Entry, Formed, Judge, RuleCheck, Subject, count, roles_of};
use crate::diag::Text;
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
                faults.push(Text::new(
                    format!("{day} 起“{}”有 {people} 人，应为 {least} 至 {most} 人", name.zh),
                    format!("from {day} on `{}` has {people} people, not {least} to {most}", name.en),
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
                faults.push(Text::new(
                    format!("{} 不符合“{}”的来源要求", person.id, role.name.zh),
                    format!("{} does not pass the filter of `{}`", person.id, role.name.en),
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
    let list = |slots: &BTreeMap<String, i64>| {
        let each: Vec<String> = slots.iter().map(|(role, count)| format!("{role}×{count}")).collect();
        if each.is_empty() { "0".to_string() } else { each.join(" ") }
    };
    vec![Text::new(
        format!("空缺岗位写为 {}，应为 {}", list(&stated), list(&found)),
        format!("open slots are stated as {}, they are {}", list(&stated), list(&found)),
    )]
}
