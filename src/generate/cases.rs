//! Open cases as the place file lists them, with their demands, a waiver and a pin.

use super::calendar::days_after;
use super::dice::Stage;
use super::parties;
use super::place::CaseSpec;
use super::world::World;
use crate::id::{ActorId, CaseId, OrganisationId, PersonId, RegionCode, SkillName, UnitId};
use crate::pool::{Case, DeclaredTieKind, Demand, Pin, PinKind, Position, Waiver};

/// Days by which the list's cases are put off each time it goes round.
const ROUND_DAYS: i64 = 14;

/// Opens the requested cases.
pub(super) fn open(world: &mut World<'_>) {
    let mut dice = world.dice(Stage::Cases);
    for (index, (round, spec)) in world.case_specs().iter().enumerate() {
        let case = case(world, (index, *round), spec);
        for demand in &spec.demands {
            world.pool.demands.push(Demand {
                case: case.id.clone(),
                role: demand.role.clone(),
                min: demand.min,
                desired: demand.desired,
                skill: demand.skill.as_ref().map(SkillName::new),
                level: demand.level,
            });
        }
        let id = case.id.clone();
        world.pool.cases.insert(id.clone(), case);
        parties::invent(world, &mut dice, &id, spec);
    }
    waive_one(world);
    pin_one(world);
}

/// Code of a case: the place's letters, the year, a running number.
pub(super) fn code(world: &World<'_>, year: i16, number: usize) -> CaseId {
    CaseId::new(format!("{}-{year}-{number:02}", world.place().code))
}

/// The handling commission and its region.
pub(super) fn handling(world: &World<'_>) -> (OrganisationId, RegionCode) {
    let region = world.place().bodies.first().and_then(|body| body.region.clone());
    let region = region.unwrap_or_else(|| world.place().prefecture.clone());
    (commission_of(&region), region)
}

fn commission_of(region: &RegionCode) -> OrganisationId {
    OrganisationId::new(format!("o-{region}-commission"))
}

fn case(world: &World<'_>, (index, round): (usize, usize), spec: &CaseSpec) -> Case {
    let (body, region) = match &spec.body {
        Some(region) => (commission_of(region), region.clone()),
        None => handling(world),
    };
    let from = days_after(world.request.as_of, i64::from(spec.start) + round as i64 * ROUND_DAYS);
    let lead_unit = spec.lead_unit.as_ref().map(|key| UnitId::new(format!("u-{region}-{key}")));
    Case {
        id: code(world, world.request.as_of.year(), index + 1),
        template: spec.template.clone(),
        priority: spec.priority,
        stage: spec.stage,
        region: spec.region.clone(),
        body,
        lead_unit: lead_unit.filter(|unit| world.pool.units.contains_key(unit)),
        from,
        to: days_after(from, i64::from(spec.days) - 1),
        clearance: spec.clearance,
        sectors: spec.sectors.clone(),
        sessions: Some(spec.sessions),
        female_search: spec.female_search,
        open: true,
        jurisdiction_document: spec.document.clone(),
    }
}

/// One waiver, for a friendship with a subject that somebody looked into.
fn waive_one(world: &mut World<'_>) {
    let records = world.society.records.clone();
    let found = world.pool.declared_ties.iter().find_map(|tie| {
        let party = world.pool.parties.values().find(|party| ActorId::from(&party.id) == tie.other)?;
        let person = PersonId::new(tie.actor.as_str());
        (tie.kind == DeclaredTieKind::Friend).then_some((person, party.case.clone()))
    });
    let Some((person, case)) = found else { return };
    let Some(expires) = world.pool.cases.get(&case).map(|case| case.to) else { return };
    world.pool.waivers.push(Waiver {
        rule: records.waiver_rule,
        person,
        case,
        reason: records.waiver_reason,
        author: records.author,
        approver: records.approver,
        expires,
    });
}

/// One pin: someone of the lead room of the most urgent case who knows none of the parties.
fn pin_one(world: &mut World<'_>) {
    let records = world.society.records.clone();
    let case = world.pool.cases.values().filter(|case| case.lead_unit.is_some());
    let Some(case) = case.min_by_key(|case| (case.priority, case.id.clone())) else { return };
    let Some(lead_unit) = case.lead_unit.clone() else { return };
    let free = world.pool.staff_of(&lead_unit).find(|person| {
        let away = world.pool.leave.iter().any(|leave| leave.person == person.id)
            || world.pool.assignments.iter().any(|assignment| assignment.person == person.id);
        let able = person.availability == 1000 && person.pools.investigation && person.clearance >= case.clearance;
        person.position == Position::Staff && able && !away && !world.involved.contains(&person.id)
    });
    let Some(person) = free.map(|person| person.id.clone()) else { return };
    world.pool.pins.push(Pin {
        person,
        case: case.id.clone(),
        role: None,
        kind: PinKind::Pin,
        reason: records.pin_reason,
        author: records.author,
        approver: records.approver,
    });
}
