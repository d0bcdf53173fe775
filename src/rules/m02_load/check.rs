//! M02 on a finished plan.

use super::{CODE, Load};
use crate::check::{Days, Docket, Entry, Judge, RuleCheck, Subject, share};
use crate::diag::{Text, plural};
use crate::id::PersonId;
use crate::plan::Assignment;
use crate::policy::Rule;

impl RuleCheck for Load {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let people = docket.people().map(|(person, served)| {
            let (most, share) = (rule.number("short_leave_days"), rule.number("most_leave_one_in"));
            let faults = [overload(judge, docket, person, served), leave(judge, person, served, (most, share))].concat();
            let found = Text::new(
                format!("每日负荷在可用时间之内，参加办案期间请假不超过 {most} 天，也不超过参加天数的 1/{share}"),
                format!(
                    "the load stays within the availability on every day, with {} of leave and one day of leave in {share} at most",
                    plural(most, "day")
                ),
            );
            Entry::of_faults(Subject::person(person), CODE, faults, found)
        });
        people.collect()
    }
}

fn overload(judge: &Judge, docket: &Docket, person: &PersonId, served: &[&Assignment]) -> Vec<Text> {
    let Some(availability) = judge.pool.people.get(person).map(|person| person.availability) else { return Vec::new() };
    let planned = served.iter().map(|it| (Days::new(it.from, it.to), load(judge, it)));
    let current = docket.elsewhere(judge, person).map(|it| (Days::new(it.from, it.to), it.load));
    let all: Vec<(Days, i64)> = planned.chain(current).collect();
    let mut faults = Vec::new();
    // A load can only rise on the first day of some service.
    for (first, _) in &all {
        let day = first.from;
        let in_plan = served.iter().any(|it| Days::new(it.from, it.to).holds(day));
        let load: i64 = all.iter().filter(|(days, _)| days.holds(day)).map(|(_, load)| load).sum();
        if in_plan && load > availability {
            let (load, most) = (share(load), share(availability));
            faults.push(Text::new(
                format!("{day} 负荷 {load}，超过可用时间 {most}"),
                format!("on {day} the load of {load} exceeds the availability of {most}"),
            ));
        }
    }
    faults
}

fn load(judge: &Judge, assignment: &Assignment) -> i64 {
    let role = || {
        let case = judge.pool.cases.get(&assignment.case)?;
        judge.policy.templates.get(&case.template)?.role(&assignment.role)
    };
    role().map_or(assignment.load, |role| role.load)
}

fn leave(judge: &Judge, person: &PersonId, served: &[&Assignment], (most, share): (i64, i64)) -> Vec<Text> {
    let mut faults = Vec::new();
    for assignment in served {
        let service = Days::new(assignment.from, assignment.to);
        let rows = judge.facts.leave(person).iter();
        let away = Days::together(rows.map(|row| Days::new(row.from, row.to).common(service)));
        let away: i64 = away.into_iter().map(Days::count).sum();
        if away > most || share * away > service.count() {
            let case = &assignment.case;
            faults.push(Text::new(
                format!("在案件 {case} 参加办案期间请假 {away} 天，超过 {most} 天或者参加天数的 1/{share}"),
                format!(
                    "{} of leave within the service in {case}, more than {most} or one day in {share}",
                    plural(away, "day")
                ),
            ));
        }
    }
    faults
}
