//! R18 as rows of the team model and conditions on who may serve.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{CODE, SecondmentLimits};
use crate::diag::{Text, plural};
use crate::id::{CaseId, PersonId};
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::pool::{Case, Pool, days_between};
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
        let ahead = case.days_ahead(*as_of).map_or(0, |(from, to)| days_between(from, to));
        if stint < shortest.min(ahead) {
            return Err(Text::new(
                format!("一段借调只有 {stint} 天，少于 {shortest} 天"),
                format!("a stint of {} is shorter than {shortest}", plural(stint, "day")),
            ));
        }
        // Service in this case that reaches up to the first day is the same secondment.
        let most = rule.number("stint_days");
        let here = || pool.service_of(&person.id).filter(|service| service.case == case.id);
        let mut begun = *from;
        while let Some(service) = here().find(|it| it.drawn && it.from < begun && days_between(it.to, begun) <= 2) {
            begun = service.from;
        }
        let whole = days_between(begun, *to);
        let decided = here().any(|service| service.extension || *as_of <= service.to);
        if most > 0 && begun < *from && whole > most && !decided {
            return Err(Text::new(
                format!("连同本案已有的借调将达 {whole} 天，超过 {most} 天"),
                format!(
                    "with the secondment to this case on record it would last {}, more than {most}",
                    plural(whole, "day")
                ),
            ));
        }
        let past = days_before(rule, pool, &person.id, *as_of, case);
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
            let all = drawn_days(rule, pool, &person, as_of, |_| Date::MAX);
            // What is on record of an option's case, from the day of planning on, is in the option's days already.
            let added = |option: &TeamOption| {
                let before = days_before(rule, pool, &person, as_of, frame.cases[option.case].case);
                days_between(option.from, option.to) - (all - before)
            };
            let drawn = options.iter().map(|option| &frame.options[*option]).filter(|option| option.drawn);
            let terms: Vec<_> = drawn.map(|option| (option.column, added(option))).collect();
            let room = rule.number("total_days") - all;
            let name = Name::new([CODE, person.as_str()]);
            let provenance = Provenance { rule: CODE, subject: person.to_string() };
            frame.model.add_row(name, provenance, terms, RowBounds::AtMost(room.max(0)));
        }
    }
}

/// Days of secondment since the start of the window, but for those in the case from the day of planning on.
fn days_before(rule: &Rule, pool: &Pool, person: &PersonId, as_of: Date, case: &Case) -> i64 {
    let begun = case.from.max(as_of).yesterday().unwrap_or(Date::MIN);
    drawn_days(rule, pool, person, as_of, |other| if *other == case.id { begun } else { Date::MAX })
}

/// Days of secondment since the start of the window, in each case up to a day.
fn drawn_days(rule: &Rule, pool: &Pool, person: &PersonId, as_of: Date, until: impl Fn(&CaseId) -> Date) -> i64 {
    let since = as_of.saturating_sub(rule.number("total_months").months());
    pool.service_of(person)
        .filter(|service| service.drawn)
        .map(|service| days_between(service.from.max(since), service.to.min(until(&service.case))).max(0))
        .sum()
}
