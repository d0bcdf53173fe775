//! Families on the roster: couples, siblings, parents and children, cousins, in-laws, and the kin outside it.

use super::calendar::{Month, month_of_partial, partial};
use super::dice::{Dice, Stage};
use super::people::{county_of, name};
use super::society::{Relation, UnitClass};
use super::world::World;
use crate::id::{ActorId, OrganisationId, PersonId, RegionCode};
use crate::pool::{DeclaredTie, DeclaredTieKind, PartialDate, Person, Sex};

/// One who may still get kin.
#[derive(Clone)]
struct Candidate {
    id: PersonId,
    sex: Option<Sex>,
    born: Month,
    /// The region of the unit's commission.
    home: RegionCode,
    unit: crate::id::UnitId,
}

/// Founds the families. Near relatives never share a unit, and leaders have none on the roster.
pub(super) fn found(world: &mut World<'_>) {
    let mut dice = world.dice(Stage::Families);
    let habits = world.society.kin.clone();
    let facts = world.facts();
    let mut free: Vec<Candidate> = world
        .pool
        .people
        .values()
        .filter_map(|person| {
            let unit = facts.get(&person.unit).filter(|unit| unit.class != UnitClass::Leadership)?;
            Some(Candidate {
                id: person.id.clone(),
                sex: person.sex,
                born: month_of_partial(person.born?),
                home: unit.home.clone(),
                unit: unit.id.clone(),
            })
        })
        .collect();
    free = dice.sample(&free, free.len());
    let pairs = |permille: u32| world.request.people * permille as usize / 2000;
    let counts = [habits.couples, habits.siblings, habits.parent_child, habits.cousins, habits.in_laws].map(pairs);
    let [couples, siblings, children, cousins, in_laws] = counts;
    let age = |a: &Candidate, b: &Candidate| (b.born - a.born) / 12;
    for number in 0..couples {
        let across = number % 2 == 0;
        let fits =
            |a: &Candidate, b: &Candidate| a.sex != b.sex && age(a, b).abs() <= 5 && (a.home != b.home) == across;
        if let Some((a, b)) = take_pair(&mut free, fits).or_else(|| take_pair(&mut free, |a, b| a.sex != b.sex)) {
            let wedding = wedding(world, &mut dice, a.born.max(b.born));
            world.kinship.marry(&ActorId::from(&a.id), &ActorId::from(&b.id), wedding);
        }
    }
    for (relation, count, youngest, oldest) in [
        (Relation::Sibling, siblings, 1, 9),
        (Relation::Child, children, 22, 34),
        (Relation::Cousin, cousins, 0, 14),
        (Relation::SpouseSibling, in_laws, -8, 8),
    ] {
        for _ in 0..count {
            if let Some((a, b)) = take_pair(&mut free, |a, b| (youngest..=oldest).contains(&age(a, b))) {
                relate(world, &mut dice, relation, &a.id, &b.id);
            }
        }
    }
    outside(world, &mut dice);
    friends(world, &mut dice);
}

/// The first two who fit and serve in different units.
fn take_pair(
    free: &mut Vec<Candidate>,
    fits: impl Fn(&Candidate, &Candidate) -> bool,
) -> Option<(Candidate, Candidate)> {
    for first in 0..free.len() {
        let a = free.get(first)?.clone();
        let second = free.iter().position(|b| b.id != a.id && b.unit != a.unit && fits(&a, b));
        if let Some(second) = second {
            let b = free.remove(second);
            free.retain(|person| person.id != a.id);
            return Some((a, b));
        }
    }
    None
}

/// Makes two on the roster kin and gives the second the family's name and home where kin share them.
fn relate(world: &mut World<'_>, dice: &mut Dice, relation: Relation, a: &PersonId, b: &PersonId) {
    let same_name = world.kinship.relate(relation, &ActorId::from(a), &ActorId::from(b)) == Some(true);
    let Some(first) = world.pool.people.get(a).cloned() else { return };
    if let Some(second) = world.pool.people.get_mut(b).filter(|_| same_name) {
        second.native_place = first.native_place;
        if relation == Relation::Sibling {
            second.grew_up = first.grew_up;
        }
        second.name =
            name(&world.society, dice, second.sex.unwrap_or(Sex::Male), Some(&surname(&world.society, &first.name)));
    }
}

/// The surname of a full name: a compound one where the list knows it, otherwise the first character.
pub(super) fn surname(society: &super::society::Society, full: &str) -> String {
    let compound = society.names.surnames.iter().map(|(name, _)| name);
    let compound = compound.filter(|name| name.chars().count() > 1).find(|name| full.starts_with(name.as_str()));
    compound.cloned().unwrap_or_else(|| full.chars().take(1).collect())
}

fn wedding(world: &World<'_>, dice: &mut Dice, born: Month) -> Option<PartialDate> {
    let month = born + dice.between(24 * 12, 31 * 12);
    (month < world.now()).then(|| partial(month))
}

/// Parents and spouses who are on record but not on the roster.
fn outside(world: &mut World<'_>, dice: &mut Dice) {
    let habits = world.society.kin.clone();
    let people: Vec<_> = world.pool.people.values().cloned().collect();
    for person in people {
        let actor = ActorId::from(&person.id);
        let home = person.grew_up.as_ref().and_then(|region| county_of(world, region));
        if dice.chance(habits.parents_on_record) && !world.kinship.has_parents(&actor) {
            parents(world, dice, &person);
        }
        let Some(born) = person.born.map(month_of_partial) else { continue };
        let old_enough = (world.now() - born) / 12 >= habits.married_from;
        if old_enough && dice.chance(habits.spouse_on_record) && !world.kinship.has_spouse(&actor) {
            let sex = if person.sex == Some(Sex::Female) { Sex::Male } else { Sex::Female };
            let spouse = name(&world.society, dice, sex, None);
            let (organisation, leading) = workplace(world, dice, home.as_ref());
            let spouse = world.kinship.relative(Some(spouse), organisation, leading);
            let wedding = wedding(world, dice, born);
            world.kinship.marry(&actor, &spouse, wedding);
        }
    }
}

/// Puts the parents of a person on record.
pub(super) fn parents(world: &mut World<'_>, dice: &mut Dice, person: &Person) {
    let family = surname(&world.society, &person.name);
    let home = person.grew_up.as_ref().and_then(|region| county_of(world, region));
    let father = name(&world.society, dice, Sex::Male, Some(&family));
    let mother = name(&world.society, dice, Sex::Female, None);
    for parent in [father, mother] {
        let (organisation, leading) = workplace(world, dice, home.as_ref());
        let parent = world.kinship.relative(Some(parent), organisation, leading);
        world.kinship.bear(&parent, &ActorId::from(&person.id));
    }
}

fn workplace(world: &World<'_>, dice: &mut Dice, home: Option<&RegionCode>) -> (Option<OrganisationId>, bool) {
    let habits = &world.society.kin;
    let bureaus = home.and_then(|home| world.directory.bureaus.get(home));
    let organisation = bureaus.and_then(|bureaus| dice.pick(bureaus).cloned());
    let organisation = organisation.filter(|_| dice.chance(habits.relative_with_organisation));
    let leading = organisation.is_some() && dice.chance(habits.leading_relative);
    (organisation, leading)
}

/// Friendships that staff declared among themselves.
fn friends(world: &mut World<'_>, dice: &mut Dice) {
    let people: Vec<PersonId> = world.pool.people.keys().cloned().collect();
    let count = people.len() * world.society.kin.friends as usize / 1000;
    for pair in dice.sample(&people, 2 * count).chunks_exact(2) {
        let [a, b] = pair else { continue };
        let since = partial(world.now() - dice.between(24, 240));
        world.pool.declared_ties.push(DeclaredTie {
            actor: ActorId::from(a),
            other: ActorId::from(b),
            kind: DeclaredTieKind::Friend,
            since: Some(since),
            until: None,
            confirmed: false,
            source: world.society.kin.tie_sources.first().cloned().unwrap_or_default(),
        });
    }
}
