//! What units and personnel offices keep: skills, leave, duties, requests, rates, service elsewhere.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::calendar::days_after;
use super::dice::{Dice, Stage};
use super::people::service_years;
use super::society::UnitClass;
use super::world::World;
use crate::id::{CaseId, PersonId, SkillName};
use crate::pool::{
    Assignment, Clearance, Duty, Leave, Person, Position, Rate, RateKind, Request, RequestOutcome, Skill, UnitKind,
};

/// Keeps the books of every unit and the skills of everyone.
pub(super) fn keep(world: &mut World<'_>) {
    let mut dice = world.dice(Stage::Records);
    skills(world, &mut dice);
    absences(world, &mut dice);
    scarce_skill(world, &mut dice);
    books(world, &mut dice);
    rates(world);
}

fn skills(world: &mut World<'_>, dice: &mut Dice) {
    let habits = world.society.skills.clone();
    let facts = world.facts();
    let mut rows = Vec::new();
    for person in world.pool.people.values() {
        let class = facts.get(&person.unit).map_or(UnitClass::Any, |unit| unit.class);
        let sectors = world.pool.units.get(&person.unit).map(|unit| unit.sectors.clone()).unwrap_or_default();
        let years = service_years(world, person);
        let mut names: Vec<String> = Vec::new();
        for sector in sectors {
            if habits.dictionary.iter().any(|row| row.name == sector) && dice.chance(habits.sector_share) {
                names.push(sector);
            }
        }
        for _ in 0..dice.middling(habits.per_person.0, habits.per_person.1) {
            let drawn = dice.weighted_by(&habits.dictionary, |row| row.weight(class)).map(|row| row.name.clone());
            names.extend(drawn.filter(|name| !names.contains(name)));
        }
        for name in names {
            let base = 1 + i64::from(years >= habits.level_years.0) + i64::from(years >= habits.level_years.1);
            let lower = i64::from(dice.chance(habits.level_noise));
            rows.push(skill(world, dice, &person.id, &name, (base - lower).max(1)));
        }
    }
    world.pool.skills.extend(rows);
}

fn skill(world: &World<'_>, dice: &mut Dice, person: &PersonId, name: &str, level: i64) -> Skill {
    let evidence = world.society.skills.evidence.get((level - 1).max(0) as usize).cloned();
    Skill {
        person: person.clone(),
        skill: SkillName::new(name),
        level,
        evidence,
        assessor: dice.pick(&world.society.records.assessors).cloned(),
    }
}

/// The one skill that few have: the experts are free staff of the handling commission's own units, the rest are
/// anywhere and know less.
fn scarce_skill(world: &mut World<'_>, dice: &mut Dice) {
    let scarce = world.society.skills.scarce.clone();
    let pool = &world.pool;
    let away: BTreeSet<&PersonId> = pool.leave.iter().map(|leave| &leave.person).collect();
    let serving: BTreeSet<&PersonId> = pool.assignments.iter().map(|assignment| &assignment.person).collect();
    let free = |person: &&Person| {
        let kind = pool.units.get(&person.unit).map(|unit| unit.kind);
        matches!(kind, Some(UnitKind::Room | UnitKind::Stationed))
            && person.position == Position::Staff
            && person.left.is_none()
            && person.availability == 1000
            && person.pools.investigation
            && person.clearance >= Clearance::Secret
            && !away.contains(&person.id)
            && !serving.contains(&person.id)
    };
    let able: Vec<PersonId> = pool.people.values().filter(free).map(|person| person.id.clone()).collect();
    let experts = dice.sample(&able, scarce.experts);
    let all: Vec<PersonId> = world.pool.people.keys().filter(|id| !experts.contains(id)).cloned().collect();
    let others = dice.sample(&all, world.request.people * scarce.others / 1000);
    let levels =
        experts.iter().map(|id| (id, 3)).chain(others.iter().enumerate().map(|(n, id)| (id, 1 + n as i64 % 2)));
    let rows: Vec<Skill> = levels.map(|(id, level)| skill(world, dice, id, &scarce.name, level)).collect();
    world.pool.skills.extend(rows);
}

/// Leave, and service in cases that this roster does not hold.
fn absences(world: &mut World<'_>, dice: &mut Dice) {
    let (people, records, as_of) = (world.society.people.clone(), world.society.records.clone(), world.request.as_of);
    let ids: Vec<PersonId> = world.pool.people.keys().cloned().collect();
    for id in ids {
        if dice.chance(people.on_leave) {
            let from = days_after(as_of, dice.between(-20, 40));
            let to = days_after(from, dice.between(5, 60));
            world.pool.leave.push(Leave { person: id.clone(), from, to });
        }
        if dice.chance(people.serving_elsewhere) {
            let number = dice.between(1, 9);
            world.pool.assignments.push(Assignment {
                person: id,
                case: CaseId::new(format!("{}-{number:02}", records.elsewhere_code)),
                role: dice.weighted(&records.past_roles).cloned().unwrap_or_default(),
                stage: None,
                from: days_after(as_of, -dice.between(10, 60)),
                to: days_after(as_of, dice.between(20, 80)),
                load: 1000,
                drawn: true,
                extension: false,
            });
        }
    }
}

/// Duties of the coming months and requests of the past year.
fn books(world: &mut World<'_>, dice: &mut Dice) {
    let records = world.society.records.clone();
    let as_of = world.request.as_of;
    let outcomes = [
        (RequestOutcome::Lent, records.lent),
        (RequestOutcome::Refused, records.refused),
        (RequestOutcome::Asked, records.unanswered),
    ];
    for unit in &world.units {
        if unit.size >= 3 && dice.chance(records.duty) {
            let from = days_after(as_of, dice.between(-30, 30));
            let duty = Duty {
                unit: unit.id.clone(),
                duty: dice.weighted(&records.duties).cloned().unwrap_or_default(),
                from,
                to: days_after(from, dice.between(30, 150)),
                people: if unit.size >= 6 { dice.between(1, 2) } else { 1 },
            };
            world.pool.duties.push(duty);
        }
        if dice.chance(records.asked_units) {
            for _ in 0..dice.between(1, 3) {
                let date: Date = days_after(as_of, -dice.between(0, 360));
                let people = dice.between(1, 2);
                let outcome = dice.weighted(&outcomes).copied().unwrap_or(RequestOutcome::Lent);
                world.pool.requests.push(Request { unit: unit.id.clone(), date, people, outcome });
            }
        }
    }
}

fn rates(world: &mut World<'_>) {
    let records = &world.society.records;
    let everywhere = |kind, fen| Rate { kind, region: None, fen };
    world.pool.rates = vec![
        everywhere(RateKind::DayAway, records.day_away_fen),
        everywhere(RateKind::Kilometer, records.kilometer_fen),
    ];
    let remote = world.counties.values().min_by_key(|county| (county.population, county.code.clone()));
    if let Some(county) = remote {
        let (region, fen) = (Some(county.code.clone()), records.remote_day_away_fen);
        world.pool.rates.push(Rate { kind: RateKind::DayAway, region, fen });
    }
}
