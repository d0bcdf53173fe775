//! M03 as rows of the team model.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{CODE, DonorFloor};
use crate::id::{CaseId, PersonId, UnitId};
use crate::milp::{Name, Provenance, RowBounds};
use crate::policy::Rule;
use crate::pool::{Person, Pool, Position, Unit};
use crate::rules::frame::{AtMost, TeamFrame, TeamOption, TeamRule, strongest};

impl TeamRule for DonorFloor {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, rule: &Rule, frame: &mut TeamFrame) {
        let mut by_unit: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for (index, option) in frame.options.iter().enumerate().filter(|(_, option)| option.drawn) {
            by_unit.entry(option.unit.id.clone()).or_default().push(index);
        }
        let planned: BTreeSet<CaseId> = frame.cases.iter().map(|case| case.case.id.clone()).collect();
        for (unit, options) in by_unit {
            post_unit(rule, frame, &planned, &unit, &options);
        }
    }
}

fn post_unit(rule: &Rule, frame: &mut TeamFrame, planned: &BTreeSet<CaseId>, id: &UnitId, options: &[usize]) {
    let pool = frame.screener.pool;
    let Some(unit) = pool.units.get(id) else { return };
    let staff: Vec<&Person> = pool.staff_of(id).collect();
    let strength = unit.strength.unwrap_or(staff.len() as i64);
    let mut days: BTreeSet<Date> = options.iter().map(|option| frame.options[*option].from).collect();
    // Somebody who is drawn during leave counts as drawn from the day after it.
    let leave = staff.iter().flat_map(|person| pool.leave_of(&person.id));
    days.extend(leave.flat_map(|leave| [Some(leave.from), leave.to.tomorrow().ok()]).flatten());
    let service = staff.iter().flat_map(|person| pool.service_of(&person.id));
    days.extend(service.flat_map(|service| [Some(service.from), service.to.tomorrow().ok()]).flatten());
    days.extend(staff.iter().filter_map(|person| person.left));
    days.extend(pool.duties.iter().filter(|duty| duty.unit == *id).map(|duty| duty.from));
    let (mut all, mut of_chiefs) = (Vec::new(), Vec::new());
    for day in days {
        // Whoever is away already cannot be taken away once more.
        let here = |option: &TeamOption| option.serves_on(day) && !is_absent(pool, planned, &option.person.id, day);
        let active: Vec<usize> = options.iter().copied().filter(|option| here(&frame.options[*option])).collect();
        let absent = |person: &&&Person| is_absent(pool, planned, &person.id, day);
        let present = strength - staff.iter().filter(absent).count() as i64;
        let chiefs = staff.iter().filter(|person| is_chief(person)).filter(|person| !absent(person)).count() as i64;
        let keeps_chief = strength >= rule.number("head_from");
        let mut room = (present - keep(rule, strength).max(on_duty(pool, id, day))).max(0);
        if keeps_chief && chiefs == 0 {
            room = 0;
        }
        if keeps_chief {
            let active = active.iter().copied().filter(|option| is_chief(frame.options[*option].person)).collect();
            of_chiefs.push(AtMost { day, active, room: (chiefs - 1).max(0) });
        }
        all.push(AtMost { day, active, room });
    }
    for (rows, label) in [(all, "all"), (of_chiefs, "chiefs")] {
        for row in strongest(rows) {
            post_row(frame, unit, &row, label);
        }
    }
}

fn post_row(frame: &mut TeamFrame, unit: &Unit, row: &AtMost, label: &str) {
    let AtMost { day, active: options, room } = row;
    let mut by_person: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for option in options {
        by_person.entry(frame.options[*option].person.id.clone()).or_default().push(*option);
    }
    if by_person.len() as i64 <= *room {
        return;
    }
    let day = day.to_string();
    let mut terms = Vec::new();
    for options in by_person.values() {
        let columns = frame.drawn_terms(CODE, options, &format!("{day}.{label}"));
        terms.extend(columns.into_iter().map(|column| (column, 1)));
    }
    let name = Name::new([CODE, label, unit.id.as_str(), &day]);
    let provenance = Provenance { rule: CODE, subject: format!("{} {day}", unit.id) };
    frame.model.add_row(name, provenance, terms, RowBounds::AtMost(*room));
}

/// People whom a unit of this strength keeps.
fn keep(rule: &Rule, strength: i64) -> i64 {
    match strength {
        4.. => rule.number("keep_4"),
        3 => rule.number("keep_3"),
        2 => rule.number("keep_2"),
        _ => rule.number("keep_1"),
    }
}

/// People whom the unit's routine work takes on a day; several duties add up.
fn on_duty(pool: &Pool, unit: &UnitId, day: Date) -> i64 {
    let duties = pool.duties.iter().filter(|duty| duty.unit == *unit);
    duties.filter(|duty| duty.from <= day && day <= duty.to).map(|duty| duty.people).sum()
}

fn is_chief(person: &Person) -> bool {
    matches!(person.position, Position::Head | Position::Deputy)
}

/// On leave, out of the service, or already drawn for a case outside the plan.
fn is_absent(pool: &Pool, planned: &BTreeSet<CaseId>, person: &PersonId, day: Date) -> bool {
    let on_leave = pool.leave_of(person).any(|leave| leave.from <= day && day <= leave.to);
    let drawn = pool
        .service_of(person)
        .any(|service| service.drawn && !planned.contains(&service.case) && service.from <= day && day <= service.to);
    let left = pool.people.get(person).and_then(|person| person.left).is_some_and(|left| left <= day);
    on_leave || drawn || left
}
