//! Parties of a case: subjects with careers, schools and kin, informants as codes, witnesses, interested parties.

use super::calendar::{Month, month_of_partial, partial, until_next};
use super::careers::{Life, Rooms, departments, organisation_name, past};
use super::dice::Dice;
use super::families::surname;
use super::organisations::Directory;
use super::people::{any_county, county_of, name};
use super::place::{CaseSpec, SubjectSpec};
use super::schools::attended;
use super::society::{Relation, UnitClass};
use super::world::World;
use crate::id::{ActorId, CaseId, OrganisationId, PartyId, PersonId, RegionCode};
use crate::pool::{DeclaredTie, Party, PartyRole, Person, Position, Sex, Spell, SpellKind};

/// Invents the parties of `case`.
pub(super) fn invent(world: &mut World<'_>, dice: &mut Dice, case: &CaseId, spec: &CaseSpec) {
    for (index, subject) in spec.subjects.iter().enumerate() {
        suspect(world, dice, case, index + 1, subject);
    }
    let organisation = spec.subjects.first().map(|subject| Directory::id(&subject.organisation));
    let organisation = organisation.filter(|id| world.pool.organisations.contains_key(id));
    for number in 1..=spec.informants {
        let party = blank(case, PartyRole::Informant, &format!("I{number}"));
        world.pool.parties.insert(party.id.clone(), party);
    }
    for number in 1..=spec.witnesses + spec.interested {
        let witness = number <= spec.witnesses;
        let (role, letter, number) = match witness {
            true => (PartyRole::Witness, 'W', number),
            false => (PartyRole::Interested, 'P', number - spec.witnesses),
        };
        let mut party = blank(case, role, &format!("{letter}{number}"));
        let sex = *dice.pick(&[Sex::Male, Sex::Female]).unwrap_or(&Sex::Male);
        party.name = Some(name(&world.society, dice, sex, None));
        party.organisation = organisation.clone();
        party.department = organisation.as_ref().and_then(|id| dice.pick(departments(world, id)).cloned());
        party.post = Some(world.society.careers.posts.staff.clone());
        party.grew_up = organisation.as_ref().and_then(|id| youth(world, dice, id));
        if !witness {
            let subject = ActorId::new(format!("{case}-S1"));
            if !world.kinship.has_spouse(&subject) {
                world.kinship.marry(&subject, &ActorId::from(&party.id), None);
            }
        }
        world.pool.parties.insert(party.id.clone(), party);
    }
    for number in 1..=spec.staff_witnesses {
        staff_witness(world, dice, case, spec.witnesses + number);
    }
}

fn blank(case: &CaseId, role: PartyRole, suffix: &str) -> Party {
    Party {
        id: PartyId::new(format!("{case}-{suffix}")),
        case: case.clone(),
        role,
        name: None,
        person: None,
        organisation: None,
        department: None,
        post: None,
        leadership: false,
        grew_up: None,
    }
}

/// Somebody on the roster who saw something and so cannot serve in the case.
fn staff_witness(world: &mut World<'_>, dice: &mut Dice, case: &CaseId, number: u32) {
    let facts = world.facts();
    let outside = |person: &&Person| {
        facts.get(&person.unit).is_some_and(|unit| matches!(unit.class, UnitClass::Stationed | UnitClass::Township))
    };
    let people: Vec<Person> = world.pool.people.values().filter(outside).cloned().collect();
    let Some(person) = dice.pick(&people) else { return };
    let mut party = blank(case, PartyRole::Witness, &format!("W{number}"));
    party.name = Some(person.name.clone());
    party.person = Some(person.id.clone());
    party.organisation = facts.get(&person.unit).map(|unit| unit.employer.clone());
    party.department = world.pool.units.get(&person.unit).map(|unit| unit.name.clone());
    party.post = person.post.clone();
    party.grew_up = person.grew_up.clone();
    world.involved.insert(person.id.clone());
    world.pool.parties.insert(party.id.clone(), party);
}

/// The county of an organisation, or any when it is the city's.
fn county_around(world: &World<'_>, dice: &mut Dice, organisation: &OrganisationId) -> Option<RegionCode> {
    let region = world.pool.organisations.get(organisation)?.region.clone()?;
    county_of(world, &region).or_else(|| any_county(world, dice, None))
}

/// The county in which an organisation lies, or the city whose own it is.
fn seat_of_government(world: &World<'_>, organisation: &OrganisationId) -> RegionCode {
    let region = world.pool.organisations.get(organisation).and_then(|organisation| organisation.region.clone());
    let county = region.as_ref().and_then(|region| county_of(world, region));
    county.or(region).unwrap_or_else(|| world.place().prefecture.clone())
}

fn youth(world: &World<'_>, dice: &mut Dice, organisation: &OrganisationId) -> Option<RegionCode> {
    let county = county_around(world, dice, organisation)?;
    dice.pick(&world.counties.get(&county)?.townships).map(|township| township.code.clone())
}

fn suspect(world: &mut World<'_>, dice: &mut Dice, case: &CaseId, number: usize, spec: &SubjectSpec) {
    let mut party = blank(case, PartyRole::Subject, &format!("S{number}"));
    let actor = ActorId::from(&party.id);
    let ages = world.society.people.ages.iter().find(|row| row.position == Position::CommissionLeader);
    let (youngest, oldest) = ages.map_or((42, 56), |row| (row.from, row.to));
    let born = world.now() - dice.middling(youngest * 12, oldest * 12);
    let organisation = Directory::id(&spec.organisation);
    let known = world.pool.organisations.contains_key(&organisation);
    party.name = Some(name(&world.society, dice, Sex::Male, None));
    party.grew_up = if spec.from_city { None } else { youth(world, dice, &organisation) };
    party.organisation = known.then(|| organisation.clone());
    party.department = Some(spec.department.clone());
    party.post = Some(spec.post.clone());
    party.leadership = spec.leadership;
    let life = Life {
        actor: actor.clone(),
        entered: born + 23 * 12,
        present_from: world.now() - dice.between(12, 84),
        origin: if spec.from_city { None } else { county_around(world, dice, &organisation) },
        base: if spec.from_city { world.place().prefecture.clone() } else { seat_of_government(world, &organisation) },
    };
    career(world, dice, &life, spec, &party);
    let schools = attended(world, dice, actor.clone(), born / 12, party.grew_up.as_ref());
    world.pool.schools.extend(schools);
    kin(world, dice, &actor, party.name.as_deref().unwrap_or_default(), born, spec.kin);
    acquaintances(world, dice, &actor, spec.shared);
    world.pool.parties.insert(party.id.clone(), party);
}

/// A career that passes through departments in which staff of today served at the same time.
fn career(world: &mut World<'_>, dice: &mut Dice, life: &Life, spec: &SubjectSpec, party: &Party) {
    let rooms = Rooms::of(world);
    let near = |spell: &&Spell| {
        let region = spell.organisation.as_ref().and_then(|id| world.pool.organisations.get(id)?.region.as_ref());
        let county = region.and_then(|region| county_of(world, region));
        spell.kind == SpellKind::Post && spell.department.is_some() && county.is_some() && county == life.origin
    };
    let begun: Vec<Spell> = world
        .pool
        .careers
        .iter()
        .filter(|spell| world.pool.people.contains_key(&PersonId::new(spell.actor.as_str())))
        .filter(|spell| month_of_partial(spell.period.from) >= life.entered)
        .filter(|spell| spell.period.to.is_some_and(|to| month_of_partial(to) < life.present_from))
        .filter(near)
        .cloned()
        .collect();
    let mut shared = dice.sample(&begun, spec.shared as usize);
    shared.sort_by_key(|spell| (spell.period.from, spell.actor.clone()));
    let mut from = life.entered;
    let mut spells = Vec::new();
    for mut spell in shared {
        let start = month_of_partial(spell.period.from);
        let Some(end) = spell.period.to.map(|to| month_of_partial(to) + 1) else { continue };
        if start < from {
            continue;
        }
        spells.extend(between(world, dice, &rooms, life, from, start));
        spell.actor = life.actor.clone();
        spells.push(spell);
        from = end;
    }
    spells.extend(between(world, dice, &rooms, life, from, life.present_from));
    if let Some(organisation) = &party.organisation {
        spells.push(Spell {
            actor: life.actor.clone(),
            period: until_next(life.present_from, None),
            organisation: Some(organisation.clone()),
            organisation_text: organisation_name(world, organisation),
            department: party.department.clone(),
            post: party.post.clone(),
            position: Some(Position::Head),
            rank: None,
            kind: SpellKind::Post,
        });
    }
    world.pool.careers.extend(spells);
}

fn between(world: &World<'_>, dice: &mut Dice, rooms: &Rooms, life: &Life, from: Month, to: Month) -> Vec<Spell> {
    let gap = Life {
        actor: life.actor.clone(),
        entered: from,
        present_from: to,
        origin: life.origin.clone(),
        base: life.base.clone(),
    };
    past(world, dice, rooms, &gap, to)
}

/// Makes `count` staff kin of the party; ages fit, and their names follow the family's.
fn kin(world: &mut World<'_>, dice: &mut Dice, actor: &ActorId, full_name: &str, born: Month, count: u32) {
    let habits = world.society.kin.clone();
    let family = surname(&world.society, full_name);
    let leaders: Vec<_> =
        world.units.iter().filter(|unit| unit.class == UnitClass::Leadership).map(|unit| unit.id.clone()).collect();
    let mut units: Vec<crate::id::UnitId> = Vec::new();
    for _ in 0..count {
        let Some(relation) = dice.weighted(&habits.party_relations).copied() else { return };
        let term = dice.chance(habits.party_term);
        let younger = match relation {
            Relation::Spouse => -5..=5,
            Relation::Child => 23..=33,
            Relation::Sibling => -9..=9,
            Relation::Uncle => 8..=33,
            Relation::Cousin | Relation::SpouseSibling => -12..=14,
        };
        let fits = |person: &&Person| {
            let difference = person.born.map(|date| (month_of_partial(date) - born) / 12);
            !world.kinship.has_kin(&ActorId::from(&person.id))
                && !leaders.contains(&person.unit)
                // Kin of one party are kin of each other and may not share a unit.
                && !units.contains(&person.unit)
                && (term || difference.is_some_and(|years| younger.contains(&years)))
                && (relation != Relation::Spouse || person.sex == Some(Sex::Female))
        };
        let candidates: Vec<PersonId> = world.pool.people.values().filter(fits).map(|p| p.id.clone()).collect();
        let Some(id) = dice.pick(&candidates).cloned() else { continue };
        let person = ActorId::from(&id);
        let same_name = if term {
            let term = dice.pick(&habits.party_terms).cloned().unwrap_or_default();
            world.kinship.call(&person, actor, &term);
            false
        } else {
            world.kinship.relate(relation, actor, &person) == Some(true)
        };
        if let Some(person) = world.pool.people.get_mut(&id) {
            units.push(person.unit.clone());
            world.involved.insert(id);
            if same_name {
                person.name = name(&world.society, dice, person.sex.unwrap_or(Sex::Male), Some(&family));
            }
        }
    }
}

/// Ties that staff declared, or others reported, with the party.
fn acquaintances(world: &mut World<'_>, dice: &mut Dice, actor: &ActorId, shared: u32) {
    let habits = world.society.kin.clone();
    let people: Vec<PersonId> = world.pool.people.keys().cloned().collect();
    let count = (shared as usize).div_ceil(2);
    for (index, id) in dice.sample(&people, count).into_iter().enumerate() {
        let drawn = dice.weighted_by(&habits.party_ties, |row| row.weight);
        // The commonest comes first in the list and first among the ties, so that every subject has one.
        let Some(kind) = drawn.filter(|_| index > 0).or(habits.party_ties.first()).map(|row| row.kind) else { return };
        world.pool.declared_ties.push(DeclaredTie {
            actor: ActorId::from(&id),
            other: actor.clone(),
            kind: kind.into(),
            since: Some(partial(world.now() - dice.between(12, 200))),
            until: None,
            confirmed: matches!(kind, super::society::TieKind::Interest) && dice.chance(500),
            source: dice.pick(&habits.tie_sources).cloned().unwrap_or_default(),
        });
        world.involved.insert(id);
    }
}
