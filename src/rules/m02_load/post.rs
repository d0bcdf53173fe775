//! M02 as rows of the team model.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{CODE, Load};
use crate::diag::Text;
use crate::id::{CaseId, PersonId};
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::pool::Pool;
use crate::rules::frame::{Candidate, TeamFrame, TeamRule};

impl TeamRule for Load {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, _rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { pool, person, from, to, load, .. } = candidate;
        let away = pool.leave.iter().find(|leave| leave.person == person.id && leave.from <= *to && *from <= leave.to);
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
            post_person(frame, &planned, &person, &options);
        }
    }
}

fn post_person(frame: &mut TeamFrame, planned: &BTreeSet<CaseId>, person: &PersonId, options: &[usize]) {
    let pool = frame.screener.pool;
    let availability = options.first().map_or(0, |option| frame.options[*option].person.availability);
    let mut days: BTreeSet<Date> = options.iter().map(|option| frame.options[*option].from).collect();
    let starts = pool.assignments.iter().filter(|service| service.person == *person).map(|service| service.from);
    days.extend(starts);
    let mut posted: BTreeSet<(Vec<usize>, i64)> = BTreeSet::new();
    for day in days {
        let active: Vec<usize> =
            options.iter().copied().filter(|option| frame.options[*option].serves_on(day)).collect();
        // Somebody overloaded today takes nothing more, but makes nothing infeasible.
        let room = (availability - current_load(pool, planned, person, day)).max(0);
        let cases: BTreeSet<usize> = active.iter().map(|option| frame.options[*option].case).collect();
        // Options of one case exclude each other (M07), so only the heaviest of each case can add up.
        let heaviest = |case: &usize| {
            active.iter().map(|o| &frame.options[*o]).filter(|o| o.case == *case).map(|o| o.load).max().unwrap_or(0)
        };
        let most: i64 = cases.iter().map(heaviest).sum();
        if most <= room || !posted.insert((active.clone(), room)) {
            continue;
        }
        let loads: Vec<i64> = active.iter().map(|option| frame.options[*option].load).collect();
        let mut sorted = loads.clone();
        sorted.sort_unstable();
        let two_never_fit = sorted.len() >= 2 && sorted[0] + sorted[1] > room && sorted[sorted.len() - 1] <= room;
        let provenance = Provenance { rule: CODE, subject: format!("{person} {day}") };
        let name = Name::new([CODE, person.as_str(), &day.to_string()]);
        let columns = active.iter().map(|option| frame.options[*option].column);
        let (terms, bounds): (Vec<_>, _) = if two_never_fit {
            // The same integer points as the loads, and a tighter relaxation.
            (columns.map(|column| (column, 1)).collect(), RowBounds::AtMost(1))
        } else {
            (columns.zip(loads).collect(), RowBounds::AtMost(room))
        };
        frame.model.add_row(name, provenance, terms, bounds);
    }
}

/// Load of service outside the planned cases on a day, in thousandths.
fn current_load(pool: &Pool, planned: &BTreeSet<CaseId>, person: &PersonId, day: Date) -> i64 {
    pool.assignments
        .iter()
        .filter(|s| s.person == *person && !planned.contains(&s.case) && s.from <= day && day <= s.to)
        .map(|service| service.load)
        .sum()
}
