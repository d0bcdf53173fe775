//! Closed cases of the past two years and who served in them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::calendar::days_after;
use super::cases::{code, handling};
use super::dice::{Dice, Stage};
use super::society::UnitClass;
use super::world::World;
use crate::id::{PersonId, UnitId};
use crate::pool::{Assignment, Case, CaseStage, Clearance, Position, UnitFunction, UnitKind};

/// Who was busy when.
type Busy = BTreeMap<PersonId, Vec<(Date, Date)>>;

/// Remembers the closed cases; their parties' data is gone, as it must be.
pub(super) fn remember(world: &mut World<'_>) {
    let mut dice = world.dice(Stage::History);
    let habits = world.society.records.clone();
    let rooms: Vec<UnitId> = world
        .pool
        .units
        .values()
        .filter(|unit| unit.kind == UnitKind::Room)
        .filter(|unit| matches!(unit.function, Some(UnitFunction::Discipline | UnitFunction::Investigation)))
        .map(|unit| unit.id.clone())
        .collect();
    let mut busy = Busy::new();
    for assignment in &world.pool.assignments {
        busy.entry(assignment.person.clone()).or_default().push((assignment.from, assignment.to));
    }
    let mut numbers: BTreeMap<i16, usize> = BTreeMap::new();
    for _ in 0..world.request.people / habits.past_case_per_people.max(1) {
        let length = dice.between(40, 90);
        let from = days_after(world.request.as_of, -dice.between(length + 15, habits.past_years_of_cases * 365));
        let to = days_after(from, length);
        let number = numbers.entry(from.year()).or_insert(if from.year() == world.request.as_of.year() {
            world.request.cases
        } else {
            0
        });
        *number += 1;
        let id = code(world, from.year(), *number);
        let (body, region) = handling(world);
        let lead_unit = dice.pick(&rooms).cloned();
        let case = Case {
            id,
            template: habits.past_template.clone(),
            priority: 2,
            stage: CaseStage::Preliminary,
            region,
            body,
            lead_unit,
            from,
            to,
            clearance: Clearance::Secret,
            sectors: Vec::new(),
            sessions: Some(1),
            female_search: false,
            open: false,
            jurisdiction_document: None,
        };
        team(world, &mut dice, &mut busy, &case);
        world.pool.cases.insert(case.id.clone(), case);
    }
}

/// Half from the lead room, half drawn from everywhere.
fn team(world: &mut World<'_>, dice: &mut Dice, busy: &mut Busy, case: &Case) {
    let habits = world.society.records.clone();
    let leaders: Vec<UnitId> =
        world.units.iter().filter(|unit| unit.class == UnitClass::Leadership).map(|unit| unit.id.clone()).collect();
    let free = |person: &PersonId, busy: &Busy| {
        let spells = busy.get(person).map_or(&[][..], |spells| spells.as_slice());
        spells.iter().all(|(from, to)| case.to < *from || *to < case.from)
    };
    let size = dice.between(habits.past_team.0, habits.past_team.1) as usize;
    let own: Vec<_> = case.lead_unit.iter().flat_map(|unit| world.pool.staff_of(unit)).collect();
    let lead = own.iter().filter(|person| person.position != Position::Staff).map(|person| person.id.clone());
    let mut members: Vec<PersonId> = lead.filter(|id| free(id, busy)).take(1).collect();
    let led = !members.is_empty();
    let colleagues: Vec<PersonId> = own.iter().map(|person| person.id.clone()).collect();
    let strangers = world.pool.people.values().filter(|person| !leaders.contains(&person.unit));
    let strangers: Vec<PersonId> =
        strangers.filter(|person| person.pools.investigation && person.left.is_none()).map(|p| p.id.clone()).collect();
    for (from, wanted) in [(&colleagues, size / 2), (&strangers, size)] {
        for id in dice.sample(from, wanted) {
            if members.len() < wanted && !members.contains(&id) && free(&id, busy) {
                members.push(id);
            }
        }
    }
    for (index, person) in members.into_iter().enumerate() {
        let unit = world.pool.people.get(&person).map(|person| person.unit.clone());
        let role = match (index, led) {
            (0, true) => habits.lead_role.clone(),
            _ => dice.weighted(&habits.past_roles).cloned().unwrap_or_default(),
        };
        busy.entry(person.clone()).or_default().push((case.from, case.to));
        world.pool.assignments.push(Assignment {
            person,
            case: case.id.clone(),
            role,
            stage: Some(case.stage),
            from: case.from,
            to: case.to,
            load: dice.weighted(&habits.past_loads).copied().unwrap_or(1000),
            drawn: unit != case.lead_unit,
            extension: false,
        });
    }
}
