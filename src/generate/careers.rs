//! Careers: from the first post to the present one, through townships, bureaus and commissions.

use std::collections::BTreeMap;

use super::calendar::{Month, month_of_partial, partial, until_next};
use super::dice::{Dice, Stage};
use super::organisations::Directory;
use super::people::county_of;
use super::place::Level;
use super::society::{Station, UnitClass};
use super::world::{UnitFacts, World};
use crate::id::{ActorId, OrganisationId, RegionCode, UnitId};
use crate::pool::{Position, Spell, SpellKind, Unit};

/// A working life to fill up to the present post.
pub(super) struct Life {
    pub actor: ActorId,
    pub entered: Month,
    pub present_from: Month,
    /// The county of their youth.
    pub origin: Option<RegionCode>,
    /// The region of the present employer.
    pub base: RegionCode,
}

/// The rooms and groups of each commission, for spells in them.
#[derive(Default)]
pub(super) struct Rooms {
    rooms: BTreeMap<RegionCode, Vec<Unit>>,
    groups: BTreeMap<RegionCode, Vec<Unit>>,
}

impl Rooms {
    pub fn of(world: &World<'_>) -> Rooms {
        let mut all = Rooms::default();
        for facts in &world.units {
            let Some(unit) = world.pool.units.get(&facts.id) else { continue };
            let table = match facts.class {
                UnitClass::Room | UnitClass::Local => &mut all.rooms,
                UnitClass::Stationed => &mut all.groups,
                _ => continue,
            };
            table.entry(facts.home.clone()).or_default().push(unit.clone());
        }
        all
    }
}

/// Gives everyone on the roster a career.
pub(super) fn live(world: &mut World<'_>) {
    let mut dice = world.dice(Stage::Careers);
    let rooms = Rooms::of(world);
    let facts = world.facts();
    let homes = former_employers(world);
    let people: Vec<_> = world.pool.people.keys().cloned().collect();
    for id in people {
        let Some(person) = world.pool.people.get(&id) else { continue };
        let Some(unit) = facts.get(&person.unit) else { continue };
        let mut life = Life {
            actor: ActorId::from(&id),
            entered: person.entered.map_or(world.now(), month_of_partial),
            present_from: person.post_since.map_or(world.now(), month_of_partial),
            origin: person.grew_up.as_ref().and_then(|region| county_of(world, region)),
            base: unit.home.clone(),
        };
        if let Some(former) = homes.get(&unit.id) {
            came_from(world, &mut dice, &mut life, former);
            if let Some(person) = world.pool.people.get_mut(&id) {
                person.post_since = Some(partial(life.present_from));
                person.entered = Some(partial(life.entered));
            }
        } else {
            let past = past(world, &mut dice, &rooms, &life, life.present_from);
            world.pool.careers.extend(past);
        }
        present(world, &id, unit, &life);
    }
}

/// Units that are the natural home of a case whose staff all served under its subject, with the subject's organisation.
fn former_employers(world: &World<'_>) -> BTreeMap<UnitId, OrganisationId> {
    let mut homes = BTreeMap::new();
    for (_, case) in world.case_specs().into_iter().filter(|(_, case)| case.home_recused) {
        let Some(subject) = case.subjects.first() else { continue };
        let organisation = Directory::id(&subject.organisation);
        for unit in world.pool.units.values().filter(|unit| unit.host.as_ref() == Some(&organisation)) {
            homes.insert(unit.id.clone(), organisation.clone());
        }
    }
    homes
}

/// The whole career before the present post was in `former`, and the change is recent.
fn came_from(world: &mut World<'_>, dice: &mut Dice, life: &mut Life, former: &OrganisationId) {
    life.present_from = life.present_from.max(world.now() - dice.between(6, 30));
    life.entered = life.entered.min(life.present_from - 12);
    let since = (life.present_from - dice.between(24, 60)).max(life.entered);
    let rooms = Rooms::of(world);
    let before = past(world, dice, &rooms, life, since);
    let department = dice.pick(departments(world, former)).cloned();
    world.pool.careers.extend(before);
    let spell = Spell {
        actor: life.actor.clone(),
        period: until_next(since, Some(life.present_from)),
        organisation: Some(former.clone()),
        organisation_text: organisation_name(world, former),
        department,
        post: Some(world.society.careers.posts.staff.clone()),
        position: Some(Position::Staff),
        rank: None,
        kind: SpellKind::Post,
    };
    world.pool.careers.push(spell);
}

fn present(world: &mut World<'_>, id: &crate::id::PersonId, facts: &UnitFacts, life: &Life) {
    let (Some(person), Some(unit)) = (world.pool.people.get(id), world.pool.units.get(&facts.id)) else { return };
    let post = Spell {
        actor: life.actor.clone(),
        period: until_next(life.present_from, None),
        organisation: Some(facts.employer.clone()),
        organisation_text: organisation_name(world, &facts.employer),
        department: Some(unit.name.clone()),
        post: person.post.clone(),
        position: Some(person.position),
        rank: person.rank,
        kind: SpellKind::Post,
    };
    let stationed = unit.host.clone().map(|host| stationed(world, &post, &host));
    world.pool.careers.push(post);
    world.pool.careers.extend(stationed);
}

/// The spells from entering the service until `end`.
pub(super) fn past(world: &World<'_>, dice: &mut Dice, rooms: &Rooms, life: &Life, end: Month) -> Vec<Spell> {
    let habits = &world.society.careers;
    let mut spells = Vec::new();
    let mut from = life.entered;
    let (shortest, longest) = habits.spell_months;
    while from < end {
        let planned = from + dice.middling(shortest, longest);
        let next = if end - planned < shortest / 2 { end } else { planned };
        let stations = if from == life.entered { &habits.starts } else { &habits.middles };
        let station = dice.weighted(stations).cloned().unwrap_or(Station::Bureau);
        let early = from == life.entered || next - life.entered < (end - life.entered) / 2;
        let at_home = early && dice.chance(habits.early_at_home);
        let region = life.origin.as_ref().filter(|_| at_home).unwrap_or(&life.base);
        let region = if world.directory.bureaus.contains_key(region) { region } else { &life.base };
        let mut spell = Spell {
            actor: life.actor.clone(),
            period: until_next(from, Some(next)),
            organisation: None,
            organisation_text: String::new(),
            department: None,
            post: Some(habits.posts.soldier.clone()),
            position: None,
            rank: None,
            kind: SpellKind::Military,
        };
        let host = settle(world, dice, rooms, &mut spell, &station, region);
        if station != Station::Military {
            let position = promoted(world, dice, (from - life.entered) / 12);
            spell.position = Some(position);
            spell.post = Some(match position {
                Position::Head | Position::CommissionLeader => habits.posts.head.clone(),
                Position::Deputy => habits.posts.deputy.clone(),
                Position::Staff => habits.posts.staff.clone(),
            });
            spell.kind = SpellKind::Post;
        }
        spells.extend(host.map(|host| stationed(world, &spell, &host)));
        spells.extend(seconded(world, dice, rooms, &spell, from, next, region));
        spells.push(spell);
        from = next;
    }
    spells
}

/// Puts a spell into an organisation and department; gives the host when it is a stationed post.
fn settle(
    world: &World<'_>,
    dice: &mut Dice,
    rooms: &Rooms,
    spell: &mut Spell,
    station: &Station,
    region: &RegionCode,
) -> Option<OrganisationId> {
    let bureaus = world.directory.bureaus.get(region);
    let mut unit = None;
    let organisation = match station {
        Station::Military => dice.pick(&world.directory.military).cloned(),
        Station::Township => {
            let offices = world.directory.townships.get(region).or(bureaus);
            offices.and_then(|offices| dice.pick(offices).cloned())
        }
        Station::Bureau => bureaus.and_then(|bureaus| dice.pick(bureaus).cloned()),
        Station::Named(key) => {
            let id = Directory::id(&format!("{region}/{key}"));
            world.pool.organisations.contains_key(&id).then_some(id)
        }
        Station::Commission | Station::Stationed => {
            let table = if *station == Station::Commission { &rooms.rooms } else { &rooms.groups };
            unit = table.get(region).and_then(|units| dice.pick(units));
            // A roster of few people leaves some commissions without a room or a group.
            let otherwise = bureaus.filter(|_| unit.is_none());
            unit.map(|unit| unit.body.clone()).or_else(|| dice.pick(otherwise?).cloned())
        }
    }?;
    spell.organisation_text = organisation_name(world, &organisation);
    spell.department = match unit {
        Some(unit) => Some(unit.name.clone()),
        None if *station == Station::Military => dice.pick(&world.society.careers.military_departments).cloned(),
        None => dice.pick(departments(world, &organisation)).cloned(),
    };
    spell.organisation = Some(organisation);
    unit.and_then(|unit| unit.host.clone())
}

/// Departments that such an organisation has.
pub(super) fn departments<'a>(world: &'a World<'_>, organisation: &OrganisationId) -> &'a [String] {
    let habits = &world.society.careers;
    let region = world.pool.organisations.get(organisation).and_then(|organisation| organisation.region.as_ref());
    match region.and_then(|region| world.directory.levels.get(region)) {
        Some(Level::City) => &habits.city_departments,
        Some(_) => &habits.county_departments,
        None => &habits.township_departments,
    }
}

/// The present name of an organisation.
pub(super) fn organisation_name(world: &World<'_>, id: &OrganisationId) -> String {
    world.pool.organisations.get(id).map(|organisation| organisation.name.clone()).unwrap_or_default()
}

fn promoted(world: &World<'_>, dice: &mut Dice, years: i64) -> Position {
    let rows = world.society.careers.promotions.iter().filter(|row| row.years <= years);
    let row = rows.max_by_key(|row| row.years).filter(|row| dice.chance(row.share));
    row.map_or(Position::Staff, |row| row.position)
}

/// The same time, at the host: stationed there is not working there.
fn stationed(world: &World<'_>, post: &Spell, host: &OrganisationId) -> Spell {
    Spell {
        organisation: Some(host.clone()),
        organisation_text: organisation_name(world, host),
        department: None,
        post: Some(world.society.careers.posts.stationed.clone()),
        kind: SpellKind::Stationed,
        ..post.clone()
    }
}

/// Half a year on loan to a commission's room in the middle of a longer post.
fn seconded(
    world: &World<'_>,
    dice: &mut Dice,
    rooms: &Rooms,
    post: &Spell,
    from: Month,
    next: Month,
    region: &RegionCode,
) -> Option<Spell> {
    let months = 6;
    let room = rooms.rooms.get(region).and_then(|units| dice.pick(units))?;
    let chosen = dice.chance(world.society.careers.secondment);
    let start = dice.between(from + months, next - 2 * months);
    let fits = next - from > 4 * months && post.organisation.as_ref().is_some_and(|own| *own != room.body);
    (chosen && fits).then(|| Spell {
        period: until_next(start, Some(start + months)),
        organisation: Some(room.body.clone()),
        organisation_text: organisation_name(world, &room.body),
        department: Some(room.name.clone()),
        post: Some(world.society.careers.posts.seconded.clone()),
        position: Some(Position::Staff),
        kind: SpellKind::Secondment,
        ..post.clone()
    })
}
