//! R18 as rows of the team model and conditions on who may serve.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{CODE, SecondmentLimits};
use crate::diag::{Text, plural};
use crate::id::{CaseId, PersonId};
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::pool::{Pool, days_between};
use crate::rules::frame::{Candidate, TeamFrame, TeamOption, TeamRule};

impl TeamRule for SecondmentLimits {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { pool, person, case, from, to, drawn, as_of, .. } = candidate;
        if !drawn {
            return Ok(());
        }
        let (stint, shortest) = (days_between(*from, *to), rule.number("minimum_stint_days"));
        if stint < shortest.min(days_between(case.from, case.to)) {
            return Err(Text::new(
                format!("一段借调只有 {stint} 天，少于 {shortest} 天"),
                format!("a stint of {} is shorter than {shortest}", plural(stint, "day")),
            ));
        }
        let past = drawn_days(rule, pool, &person.id, *as_of, |other| *other != case.id);
        let (total, total_most) = (past + days_between(*from, *to), rule.number("total_days"));
        if total > total_most {
            return Err(Text::new(
                format!("累计借调将达 {total} 天，超过 {total_most} 天"),
                format!("secondments would add up to {}, more than {total_most}", plural(total, "day")),
            ));
        }
        Ok(())
    }

    fn post(&self, rule: &Rule, frame: &mut TeamFrame) {
        let (pool, as_of) = (frame.screener.pool, frame.screener.as_of);
        let people: Vec<(PersonId, Vec<usize>)> =
            frame.by_person.iter().map(|(person, options)| ((*person).clone(), options.clone())).collect();
        for (person, options) in people {
            if frame.exclusive_groups(&options).len() < 2 {
                continue;
            }
            let past = |counts: &dyn Fn(&CaseId) -> bool| drawn_days(rule, pool, &person, as_of, counts);
            // An option covers its whole case: what is on record of that case is in its days already.
            let added = |option: &TeamOption| {
                let case = &frame.cases[option.case].case.id;
                days_between(option.from, option.to) - past(&|other| other == case)
            };
            let drawn = options.iter().map(|option| &frame.options[*option]).filter(|option| option.drawn);
            let terms: Vec<_> = drawn.map(|option| (option.column, added(option))).collect();
            let room = rule.number("total_days") - past(&|_| true);
            let name = Name::new([CODE, person.as_str()]);
            let provenance = Provenance { rule: CODE, subject: person.to_string() };
            frame.model.add_row(name, provenance, terms, RowBounds::AtMost(room.max(0)));
        }
    }
}

/// Days of secondment since the start of the window, in the cases that count.
fn drawn_days(rule: &Rule, pool: &Pool, person: &PersonId, as_of: Date, counts: impl Fn(&CaseId) -> bool) -> i64 {
    let since = as_of.saturating_sub(rule.number("total_months").months());
    pool.service_of(person)
        .filter(|service| service.drawn && counts(&service.case))
        .map(|service| days_between(service.from.max(since), service.to).max(0))
        .sum()
}
