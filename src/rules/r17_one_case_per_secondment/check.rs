//! R17 on a finished plan.

use super::{CODE, OneCasePerSecondment};
use crate::check::{Days, Docket, Entry, Judge, RuleCheck, Subject, days_after};
use crate::diag::{Text, during, plural};
use crate::id::CaseId;
use crate::plan::Assignment;
use crate::policy::Rule;

impl RuleCheck for OneCasePerSecondment {
    fn code(&self) -> &'static str {
        CODE
    }

    fn assignment(&self, judge: &Judge, rule: &Rule, docket: &Docket, assignment: &Assignment) -> Vec<Entry> {
        if !judge.draws(assignment) {
            return Vec::new();
        }
        let mine = Days::new(assignment.from, assignment.to);
        let mut faults: Vec<Text> = not_in_pool(judge, assignment).into_iter().collect();
        let planned = docket.of_person(&assignment.person).iter().filter(|other| judge.draws(other));
        let planned = planned.map(|other| (&other.case, Days::new(other.from, other.to)));
        let past = judge.facts.served(&assignment.person).iter().filter(|other| other.drawn);
        let past = past.map(|other| (&other.case, Days::new(other.from, other.to)));
        let gap = rule.number("cooldown_days");
        for (case, days) in planned.chain(past).filter(|(case, _)| **case != assignment.case) {
            if too_close(mine, days, gap) {
                faults.push(too_close_words(case, days, gap));
            }
        }
        let found =
            Text::new("属于相应人才库，一案一借，间隔期已满", "of the right pool, one case, and the cool-down is kept");
        vec![Entry::of_faults(Subject::assignment(&assignment.case, &assignment.person), CODE, faults, found)]
    }
}

fn not_in_pool(judge: &Judge, assignment: &Assignment) -> Option<Text> {
    let person = judge.pool.people.get(&assignment.person)?;
    let case = judge.pool.cases.get(&assignment.case)?;
    let (member, zh, en) = match judge.policy.templates.get(&case.template)?.supervision {
        true => (person.pools.supervision, "监督检查人才库", "supervision pool"),
        false => (person.pools.investigation, "审查调查人才库", "investigation pool"),
    };
    (!member).then(|| Text::new(format!("不在{zh}"), format!("not in the {en}")))
}

/// Whether fewer than `gap` days lie between the end of one and the start of the other.
fn too_close(one: Days, other: Days, gap: i64) -> bool {
    let (first, second) = if one.from <= other.from { (one, other) } else { (other, one) };
    days_after(first.to, second.from) <= gap
}

fn too_close_words(case: &CaseId, days: Days, gap: i64) -> Text {
    let dates = during(days.from, days.to);
    Text::new(
        format!("另借调到案件 {case}（{}），间隔不足 {gap} 天", dates.zh),
        format!("seconded to {case} {}, closer than {}", dates.en, plural(gap, "day")),
    )
}
