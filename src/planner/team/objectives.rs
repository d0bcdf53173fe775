//! The objective tiers of the team model.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::journey::Journey;
use super::lottery::draw;
use crate::id::{PersonId, UnitId};
use crate::milp::{ColumnId, Name, Provenance, RowBounds};
use crate::policy::TierName;
use crate::pool::{Pool, days_between};
use crate::rules::frame::{TeamFrame, TeamOption, choice};
use crate::rules::skill::{counted_roles, counts};

/// One tier of the model, in the order of the model's objectives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Which tier.
    pub name: TierName,
    /// The priority class of an open-slots sub-tier.
    pub priority: Option<i64>,
    /// How far later tiers may push it.
    pub slack: i64,
}

/// Terms and constant of an objective.
type Terms = (Vec<(ColumnId, i64)>, i64);

/// Posts the tiers that policy switches on, with the columns and rows they need.
pub fn post(frame: &mut TeamFrame, seed: u64) -> Vec<Tier> {
    let mut tiers = Vec::new();
    for setting in frame.screener.policy.team.tiers.clone() {
        let mut add = |frame: &mut TeamFrame, priority: Option<i64>, (terms, constant): Terms| {
            let tier = Tier { name: setting.name, priority, slack: setting.slack };
            frame.model.add_objective(tier_name(tier), terms, constant, setting.slack);
            tiers.push(tier);
        };
        match setting.name {
            TierName::OpenSlots => {
                let classes: BTreeSet<i64> = frame.cases.iter().map(|case| case.case.priority).collect();
                for priority in classes {
                    let terms = open_slots(frame, priority);
                    add(frame, Some(priority), terms);
                }
            }
            // Nobody who owes a declaration has an option in another request.
            TierName::Provisional if !frame.provisional => {}
            TierName::Provisional => {
                let terms = provisional(frame);
                add(frame, None, terms);
            }
            TierName::Preference => {
                let terms = preference(frame);
                add(frame, None, terms);
            }
            TierName::Exposure => {
                let terms = exposure(frame);
                add(frame, None, terms);
            }
            TierName::SkillShortfall => {
                let terms = skill_shortfall(frame);
                add(frame, None, terms);
            }
            TierName::Burden => {
                let terms = burden(frame);
                add(frame, None, terms);
            }
            TierName::Travel => {
                let terms = travel(frame);
                add(frame, None, terms);
            }
            TierName::Lottery => {
                let terms = lottery(frame, seed);
                add(frame, None, terms);
            }
        }
    }
    tiers
}

fn tier_name(tier: Tier) -> Name {
    let name = match tier.name {
        TierName::OpenSlots => "open-slots",
        TierName::Provisional => "provisional",
        TierName::Preference => "preference",
        TierName::Exposure => "exposure",
        TierName::SkillShortfall => "skill-shortfall",
        TierName::Burden => "burden",
        TierName::Travel => "travel",
        TierName::Lottery => "lottery",
    };
    Name::new([Some(name.to_string()), tier.priority.map(|priority| priority.to_string())].into_iter().flatten())
}

fn open_slots(frame: &TeamFrame, priority: i64) -> Terms {
    let cases = frame.cases.iter().filter(|case| case.case.priority == priority);
    (cases.flat_map(|case| case.roles.iter().map(|role| (role.open, 1))).collect(), 0)
}

/// Who serves although a declaration is owed.
fn provisional(frame: &TeamFrame) -> Terms {
    let owing = frame.options.iter().filter(|option| option.owes);
    (owing.map(|option| (option.column, 1)).collect(), 0)
}

/// How far down a role's choices each person comes, for both roles of a doubling.
fn preference(frame: &TeamFrame) -> Terms {
    let cost = |option: &TeamOption| (option.column, lone_preference(frame, option));
    (frame.options.iter().map(cost).filter(|(_, cost)| *cost != 0).collect(), 0)
}

/// How many choices come before an option's person, in both roles of a doubling.
pub fn lone_preference(frame: &TeamFrame, option: &TeamOption) -> i64 {
    let framed = &frame.cases[option.case];
    let roles = std::iter::once(option.role).chain(option.also).map(|role| &framed.roles[role].role);
    roles.map(|role| choice(role, frame.screener.pool, framed.case, option.person, option.unit)).sum()
}

/// Person and case, and tied pairs in a team: a pair's column is repaired by its lazy row.
fn exposure(frame: &mut TeamFrame) -> Terms {
    let mut terms: Vec<_> = frame.options.iter().map(|option| (option.column, option.exposure)).collect();
    let pairs = super::pairs::Pairs::of(frame);
    for case in 0..frame.cases.len() {
        terms.extend(super::pairs::post(frame, case, &pairs));
    }
    (terms, 0)
}

fn skill_shortfall(frame: &mut TeamFrame) -> Terms {
    let pool = frame.screener.pool;
    let mut terms = Vec::new();
    for case in 0..frame.cases.len() {
        for (index, demand) in frame.cases[case].skills.clone().into_iter().enumerate() {
            if demand.desired == 0 {
                continue;
            }
            let id = frame.cases[case].case.id.to_string();
            let name = Name::new(["s", &id, &(index + 1).to_string()]);
            let missing = frame.model.add_column(name, 0, demand.desired);
            let roles = counted_roles(&frame.cases[case], &demand);
            for segment in 0..frame.cases[case].segments.len() {
                let row: Vec<_> = frame
                    .in_segment(case, segment)
                    .filter(|option| counts(pool, &demand, &roles, demand.desired_level, option))
                    .map(|option| (option.column, 1))
                    .chain([(missing, 1), (frame.cases[case].formed, -demand.desired)])
                    .collect();
                let name = Name::new(["shortfall", &id, &(index + 1).to_string(), &(segment + 1).to_string()]);
                let provenance = Provenance { rule: "skill_shortfall", subject: format!("{id} {}", demand.skill) };
                frame.model.add_row(name, provenance, row, RowBounds::AtLeast(0));
            }
            terms.push((missing, 1));
        }
    }
    (terms, 0)
}

fn burden(frame: &mut TeamFrame) -> Terms {
    let mut terms = Vec::new();
    let people: Vec<(PersonId, Vec<usize>)> =
        frame.by_person.iter().map(|(person, options)| ((*person).clone(), options.clone())).collect();
    let mut drawn_from: BTreeMap<UnitId, (Vec<ColumnId>, i64)> = BTreeMap::new();
    for (person, options) in people {
        let options: Vec<usize> = options.into_iter().filter(|option| frame.options[*option].drawn).collect();
        let Some(first) = options.first() else { continue };
        let unit = frame.options[*first].unit.id.clone();
        terms.extend(personal_burden(frame, &person, &options));
        let drawn = frame.drawn_terms("burden", &options, "plan");
        let entry = drawn_from.entry(unit).or_default();
        entry.0.extend(drawn);
        entry.1 += 1;
    }
    for (unit, (columns, people)) in drawn_from {
        terms.extend(strain(frame, &unit, columns, people));
    }
    (terms, 0)
}

/// What one option alone adds to its person's burden.
pub fn lone_burden(frame: &TeamFrame, option: &TeamOption) -> i64 {
    if !option.drawn {
        return 0;
    }
    let (team, as_of) = (&frame.screener.policy.team, frame.screener.as_of);
    let step = team.burden_step_days.max(1);
    let before = past_drawn_days(frame.screener.pool, &option.person.id, team.burden_months, as_of);
    let square = |days: i64| ((days + step - 1) / step).pow(2);
    square(before + days_between(option.from, option.to)) - square(before)
}

/// `s(after)² − s(before)²` in steps of draw-days.
fn personal_burden(frame: &mut TeamFrame, person: &PersonId, options: &[usize]) -> Vec<(ColumnId, i64)> {
    let team = &frame.screener.policy.team;
    let (step, as_of) = (team.burden_step_days.max(1), frame.screener.as_of);
    let before = past_drawn_days(frame.screener.pool, person, team.burden_months, as_of);
    let steps = |days: i64| (days + step - 1) / step;
    let square = |days: i64| steps(days) * steps(days);
    let length = |option: &TeamOption| days_between(option.from, option.to);
    if frame.exclusive_groups(options).len() <= 1 {
        let cost = |option: &TeamOption| square(before + length(option)) - square(before);
        return options.iter().map(|o| &frame.options[*o]).map(|option| (option.column, cost(option))).collect();
    }
    let lengths: Vec<(ColumnId, i64)> =
        options.iter().map(|o| &frame.options[*o]).map(|option| (option.column, -length(option))).collect();
    let most: i64 = lengths.iter().map(|(_, days)| -days).sum();
    let mut row = lengths;
    let mut terms = Vec::new();
    for k in steps(before) + 1..=steps(before + most) {
        let name = Name::new(["b", person.as_str(), &k.to_string()]);
        let column = frame.model.add_column(name, 0, 1);
        row.push((column, step));
        terms.push((column, 2 * k - 1));
    }
    let provenance = Provenance { rule: "burden", subject: person.to_string() };
    let free = before - steps(before) * step;
    frame.model.add_row(Name::new(["burden", person.as_str()]), provenance, row, RowBounds::AtLeast(free));
    terms
}

/// Days of secondment in the last months, up to today.
fn past_drawn_days(pool: &Pool, person: &PersonId, months: i64, as_of: Date) -> i64 {
    let since = as_of.saturating_sub(months.months());
    pool.service_of(person)
        .filter(|service| service.drawn)
        .map(|service| (service.from.max(since), service.to.min(as_of)))
        .map(|(from, to)| days_between(from, to).max(0))
        .sum()
}

/// `n²` for `n` people drawn from the unit.
fn strain(frame: &mut TeamFrame, unit: &UnitId, columns: Vec<ColumnId>, people: i64) -> Vec<(ColumnId, i64)> {
    let mut row: Vec<_> = columns.into_iter().map(|column| (column, -1)).collect();
    let mut terms = Vec::new();
    for k in 1..=people {
        let column = frame.model.add_column(Name::new(["v", unit.as_str(), &k.to_string()]), 0, 1);
        row.push((column, 1));
        terms.push((column, 2 * k - 1));
    }
    let provenance = Provenance { rule: "burden", subject: unit.to_string() };
    frame.model.add_row(Name::new(["strain", unit.as_str()]), provenance, row, RowBounds::AtLeast(0));
    terms
}

fn travel(frame: &TeamFrame) -> Terms {
    let team = &frame.screener.policy.team;
    let cost = |option: &TeamOption| {
        let journey = Journey::of(frame, option);
        team.travel_points_per_km * 2 * journey.distance_km.unwrap_or(0) * journey.months
            + team.travel_points_per_day_away * journey.days_away
    };
    (frame.options.iter().map(|option| (option.column, cost(option))).collect(), 0)
}

fn lottery(frame: &TeamFrame, seed: u64) -> Terms {
    (frame.options.iter().map(|option| (option.column, draw(frame, option, seed))).collect(), 0)
}
