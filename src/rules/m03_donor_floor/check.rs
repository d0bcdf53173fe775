//! M03 on a finished plan.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{CODE, DonorFloor};
use crate::check::{Days, Docket, Entry, Judge, RuleCheck, Subject, count, next_day};
use crate::diag::Text;
use crate::id::{PersonId, UnitId};
use crate::plan::Assignment;
use crate::policy::Rule;
use crate::pool::{Person, Position, Unit};

impl RuleCheck for DonorFloor {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let mut lent: BTreeMap<&UnitId, Vec<&Assignment>> = BTreeMap::new();
        for assignment in docket.plan.assignments.iter().filter(|assignment| judge.draws(assignment)) {
            if let Some(person) = judge.pool.people.get(&assignment.person) {
                lent.entry(&person.unit).or_default().push(assignment);
            }
        }
        let units = lent.into_iter().filter_map(|(unit, lent)| {
            let unit = judge.pool.units.get(unit)?;
            let duties = judge.pool.duties.iter().filter(|duty| duty.unit == unit.id).map(|duty| duty.from);
            let away = away_from(judge, docket, unit);
            let mut days: Vec<Date> = lent.iter().map(|it| it.from).chain(away).chain(duties).collect();
            days.sort();
            days.dedup();
            let faults = days.into_iter().flat_map(|day| on_day(judge, rule, docket, unit, &lent, day)).collect();
            let found = Text::new("每日均留足规定力量", "on every day the unit keeps what it must");
            Some(Entry::of_faults(Subject::unit(&unit.id), CODE, faults, found))
        });
        units.collect()
    }
}

/// Days on which somebody of the unit begins or ceases to be away for another reason than the plan.
fn away_from(judge: &Judge, docket: &Docket, unit: &Unit) -> Vec<Date> {
    let starts = |person: &&Person| {
        let leave = judge.facts.leave(&person.id).iter().flat_map(|leave| [leave.from, next_day(leave.to)]);
        let drawn = docket.elsewhere(judge, &person.id).filter(|it| it.drawn);
        let drawn = drawn.flat_map(|it| [it.from, next_day(it.to)]);
        leave.chain(drawn).chain(person.left).collect::<Vec<_>>()
    };
    judge.facts.staff(&unit.id).iter().flat_map(starts).collect()
}

fn on_day(judge: &Judge, rule: &Rule, docket: &Docket, unit: &Unit, lent: &[&Assignment], day: Date) -> Vec<Text> {
    let staff = judge.facts.staff(&unit.id);
    let away = |person: &&&Person| is_away(judge, docket, person, day);
    let mut drawn: BTreeSet<&PersonId> =
        lent.iter().filter(|it| Days::new(it.from, it.to).holds(day)).map(|it| &it.person).collect();
    // Whoever is on leave or drawn elsewhere is missing already and counts once.
    for person in staff.iter().filter(away) {
        drawn.remove(&person.id);
    }
    if drawn.is_empty() {
        return Vec::new();
    }
    let leads = |person: &&&Person| matches!(person.position, Position::Head | Position::Deputy);
    let strength = unit.strength.unwrap_or_else(|| count(staff.iter()));
    let present = strength - count(staff.iter().filter(away));
    let mut on_duty = 0;
    for duty in &judge.pool.duties {
        if duty.unit == unit.id && Days::new(duty.from, duty.to).holds(day) {
            on_duty += duty.people;
        }
    }
    let by_strength = match strength {
        ..=1 => rule.number("keep_1"),
        2 => rule.number("keep_2"),
        3 => rule.number("keep_3"),
        4.. => rule.number("keep_4"),
    };
    let keep = if on_duty > by_strength { on_duty } else { by_strength };
    let mut faults = Vec::new();
    if count(drawn.iter()) > (present - keep).max(0) {
        faults.push(Text::new(
            format!("{day} 在岗 {present} 人，抽调 {} 人，应留 {keep} 人", drawn.len()),
            format!("on {day} {} of {present} present are drawn, and {keep} must stay", drawn.len()),
        ));
    }
    let leading = count(staff.iter().filter(leads).filter(|person| !away(person)));
    let leading_drawn = count(staff.iter().filter(leads).filter(|person| drawn.contains(&person.id)));
    if strength >= rule.number("head_from") && (leading == 0 || leading_drawn == leading) {
        faults.push(Text::new(
            format!("{day} 没有留下一名正职或者副职"),
            format!("on {day} neither a head nor a deputy stays"),
        ));
    }
    faults
}

/// Whether somebody is on leave, gone or drawn elsewhere already.
fn is_away(judge: &Judge, docket: &Docket, person: &Person, day: Date) -> bool {
    let on_leave = judge.facts.leave(&person.id).iter().any(|it| Days::new(it.from, it.to).holds(day));
    let elsewhere = docket.elsewhere(judge, &person.id).any(|it| it.drawn && Days::new(it.from, it.to).holds(day));
    on_leave || elsewhere || person.left.is_some_and(|left| left <= day)
}
