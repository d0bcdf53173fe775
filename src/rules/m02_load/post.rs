//! M02 as rows of the team model.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{CODE, Load};
use crate::diag::{Text, during, plural};
use crate::id::{CaseId, PersonId};
use crate::policy::Rule;
use crate::pool::{Pool, days_between};
use crate::rules::frame::{Candidate, TeamFrame, TeamRule};

impl TeamRule for Load {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { pool, person, from, to, load, .. } = candidate;
        let away: Vec<(Date, Date)> = pool.leave_within(&person.id, *from, *to);
        let days: i64 = away.iter().map(|(begin, end)| days_between(*begin, *end)).sum();
        let too_long = days > rule.number("short_leave_days")
            || rule.number("most_leave_one_in") * days > days_between(*from, *to);
        if let Some((begin, end)) = away.first().filter(|_| too_long) {
            let dates = during(begin, end);
            return Err(Text::new(
                format!("参加办案期间请假 {days} 天（{}{}）", dates.zh, if away.len() > 1 { "等" } else { "" }),
                format!(
                    "{} of leave within the service ({}{})",
                    plural(days, "day"),
                    dates.en,
                    if away.len() > 1 { " and more" } else { "" }
                ),
            ));
        }
        if *load > person.availability {
            return Err(Text::new(
                format!("岗位工作量 {load}‰ 超过可用时间 {}‰", person.availability),
                format!("the role takes {load}‰ of full time, {}‰ is available", person.availability),
            ));
        }
        Ok(())
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        let planned: BTreeSet<CaseId> = frame.cases.iter().map(|case| case.case.id.clone()).collect();
        let people: Vec<(PersonId, Vec<usize>)> =
            frame.by_person.iter().map(|(person, options)| ((*person).clone(), options.clone())).collect();
        for (person, options) in people {
            let pool = frame.screener.pool;
            let availability = pool.people.get(&person).map_or(0, |person| person.availability);
            let room = |day: Date| availability - current_load(pool, &planned, &person, day);
            frame.post_loads(CODE, &person, &options, room);
        }
    }
}

/// Load of service outside the planned cases on a day, in thousandths.
fn current_load(pool: &Pool, planned: &BTreeSet<CaseId>, person: &PersonId, day: Date) -> i64 {
    pool.service_of(person)
        .filter(|service| !planned.contains(&service.case) && service.from <= day && day <= service.to)
        .map(|service| service.load)
        .sum()
}
