//! M02 as rows of the team model.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{CODE, Load};
use crate::diag::Text;
use crate::id::{CaseId, PersonId};
use crate::policy::Rule;
use crate::pool::Pool;
use crate::rules::frame::{Candidate, TeamFrame, TeamRule};

impl TeamRule for Load {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, _rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { pool, person, from, to, load, .. } = candidate;
        let away = pool.leave_of(&person.id).find(|leave| leave.from <= *to && *from <= leave.to);
        if let Some(leave) = away {
            return Err(Text::new(
                format!("{} 至 {} 休假", leave.from, leave.to),
                format!("on leave from {} to {}", leave.from, leave.to),
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
