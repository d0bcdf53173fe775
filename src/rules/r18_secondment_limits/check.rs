//! R18 on a finished plan.

use super::{CODE, SecondmentLimits};
use crate::check::{Days, Docket, Entry, EntryVerdict, Judge, RuleCheck, Subject, months_ago, next_day};
use crate::diag::{Text, plural};
use crate::plan::Assignment;
use crate::policy::Rule;

impl RuleCheck for SecondmentLimits {
    fn code(&self) -> &'static str {
        CODE
    }

    fn assignment(&self, judge: &Judge, rule: &Rule, docket: &Docket, assignment: &Assignment) -> Vec<Entry> {
        if !judge.draws(assignment) {
            return Vec::new();
        }
        let Some(case) = judge.pool.cases.get(&assignment.case) else { return Vec::new() };
        let planned = Days::new(assignment.from, assignment.to).count();
        let days = planned + already(judge, assignment);
        let (most, least) = (rule.number("stint_days"), rule.number("minimum_stint_days"));
        let least = least.min(docket.days_of(case).count());
        let subject = Subject::assignment(&assignment.case, &assignment.person);
        let mut here = judge.facts.served(&assignment.person).iter().filter(|it| it.case == assignment.case);
        let extended = here.any(|it| it.extension);
        let words = |zh: &str, en: &str| {
            Text::new(
                format!("连续借调 {days} 天，{zh}"),
                format!("seconded for {} without a break, {en}", plural(days, "day")),
            )
        };
        // Zero is no limit, as in the model, which then cuts no case into segments.
        if most > 0 && days > most && !extended {
            // Whoever serves already was decided about before; going on is for a human to approve.
            let serving = docket.serves_already(judge, &assignment.person, &assignment.case);
            let verdict = if serving { EntryVerdict::Warn } else { EntryVerdict::Fail };
            let words = words(
                &format!("超过 {most} 天，没有批准的延长"),
                &format!("more than {most}, and no extension is approved"),
            );
            return vec![Entry::new(subject, CODE, verdict, words)];
        }
        let fault = words(&format!("少于每人最短 {least} 天"), &format!("less than the shortest stint of {least}"));
        let found = words("在单次上限之内", "within the limit of one secondment");
        vec![Entry::of_faults(subject, CODE, if planned < least { vec![fault] } else { Vec::new() }, found)]
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let most = rule.number("total_days");
        let window = Days::new(months_ago(judge.as_of, rule.number("total_months")), jiff::civil::Date::MAX);
        let people = docket.people().filter_map(|(person, served)| {
            let drawn: Vec<&Assignment> = served.iter().copied().filter(|it| judge.draws(it)).collect();
            let now: i64 = drawn.iter().map(|it| Days::new(it.from, it.to).count()).sum();
            let mut before = 0;
            for past in judge.facts.served(person).iter().filter(|past| past.drawn) {
                let mut days = Days::new(past.from, past.to).common(window);
                // The plan says itself how it goes on in its own cases.
                if let Some(case) = judge.pool.cases.get(&past.case)
                    && drawn.iter().any(|it| it.case == past.case)
                {
                    let planned = docket.days_of(case).from;
                    days = days.common(Days::new(jiff::civil::Date::MIN, planned.yesterday().unwrap_or(planned)));
                }
                before += days.count();
            }
            let total = now + before;
            let words = Text::new(
                format!("统计期内累计借调 {total} 天，上限 {most} 天"),
                format!("{} of secondment within the window, at most {most}", plural(total, "day")),
            );
            let faults = if total > most { vec![words.clone()] } else { Vec::new() };
            (!drawn.is_empty()).then(|| Entry::of_faults(Subject::person(person), CODE, faults, words))
        });
        people.collect()
    }
}

/// Days of service on record in the same case that lead up to the planned ones without a break.
fn already(judge: &Judge, assignment: &Assignment) -> i64 {
    let mut recorded: Vec<Days> = Vec::new();
    for served in judge.facts.served(&assignment.person) {
        if served.drawn && served.case == assignment.case {
            recorded.push(Days::new(served.from, served.to));
        }
    }
    let mut first = assignment.from;
    loop {
        let touching = |days: &&Days| days.from < first && next_day(days.to) >= first;
        match recorded.iter().find(touching) {
            Some(days) => first = days.from,
            None => break,
        }
    }
    if first < assignment.from { Days::new(first, assignment.from).count() - 1 } else { 0 }
}
