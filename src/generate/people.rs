//! The people of each unit: a head, a deputy where there are three or more, staff; ages, ranks, origins, clearances.

use super::calendar::{month_of_partial, partial};
use super::dice::{Dice, Stage};
use super::place::Level;
use super::society::{OriginRow, Society, TitleRow, UnitClass};
use super::world::{UnitFacts, World};
use crate::id::{PersonId, RegionCode};
use crate::pool::{Clearance, Exemption, Person, PoolMembership, Position, Rank, Sex};

/// Fills every unit with people and puts leaders in charge.
pub(super) fn populate(world: &mut World<'_>) {
    let mut dice = world.dice(Stage::People);
    let units = world.units.clone();
    let digits = world.request.people.to_string().len().max(4);
    let mut number = 0;
    for unit in &units {
        for place in 0..unit.size {
            number += 1;
            let id = PersonId::new(format!("p{number:0digits$}"));
            let person = invent(world, &mut dice, id.clone(), unit, place);
            world.pool.people.insert(id, person);
        }
    }
    put_in_charge(world);
}

fn invent(world: &World<'_>, dice: &mut Dice, id: PersonId, unit: &UnitFacts, place: usize) -> Person {
    let habits = &world.society.people;
    let position = match (unit.class, place) {
        (UnitClass::Leadership, _) => Position::CommissionLeader,
        (_, 0) => Position::Head,
        (_, 1) if unit.size >= 3 => Position::Deputy,
        _ => Position::Staff,
    };
    let ages = habits.ages.iter().find(|row| row.position == position).map_or((30, 50), |row| (row.from, row.to));
    let born = world.now() - dice.middling(ages.0 * 12, ages.1 * 12 + 11);
    let (entry_from, entry_to) = world.society.careers.entry_age;
    let entered = (born + dice.between(entry_from * 12, entry_to * 12 + 11)).min(world.now() - 3);
    let (post_from, post_to) = world.society.careers.present_post_months;
    let post_since = (world.now() - dice.middling(post_from, post_to)).max(entered);
    let sex = if dice.chance(habits.female) { Sex::Female } else { Sex::Male };
    let grew_up = origin(world, dice, unit, position);
    let native_place = match &grew_up {
        Some(region) if !dice.chance(habits.native_place_elsewhere) => county_of(world, region),
        _ => any_county(world, dice, None),
    };
    let years = (world.now() - entered) / 12;
    let mut exemptions = Vec::new();
    if position == Position::Head && world.now() - post_since < habits.probation_months {
        exemptions.push(Exemption::Probation);
    }
    if position == Position::CommissionLeader && unit.level == Level::County {
        exemptions.push(Exemption::CountyLeadership);
    }
    if position == Position::Staff && years < habits.selected_graduate_years {
        exemptions.push(Exemption::SelectedGraduate);
    }
    if dice.chance(habits.special_task) {
        exemptions.push(Exemption::SpecialTask);
    }
    Person {
        id,
        name: name(&world.society, dice, sex, None),
        sex: Some(sex),
        born: Some(partial(born)),
        native_place,
        grew_up: grew_up.filter(|_| !dice.chance(habits.grew_up_unknown)),
        unit: unit.id.clone(),
        post: title(&world.society, dice, unit.class, position, place),
        position,
        rank: rank(&world.society, dice, unit.level, position, years),
        post_since: Some(partial(post_since)),
        pools: membership(&world.society, dice, position),
        entered: Some(partial(entered)),
        clearance: clearance(&world.society, dice, unit.class),
        availability: availability(&world.society, dice, unit.class, position),
        left: dice
            .chance(habits.left_service)
            .then(|| partial((world.now() - dice.between(1, 20)).max(entered + 1)).earliest()),
        exemptions,
    }
}

/// A name; with a `surname`, that family's.
pub(super) fn name(society: &Society, dice: &mut Dice, sex: Sex, surname: Option<&str>) -> String {
    let names = &society.names;
    let characters = if sex == Sex::Female { &names.female } else { &names.male };
    let drawn = dice.weighted(&names.surnames).cloned().unwrap_or_default();
    let first = dice.weighted(characters).cloned().unwrap_or_default();
    let second = dice.weighted(characters).cloned().filter(|second| *second != first);
    let single = dice.chance(names.single_character);
    let second = second.filter(|_| !single).unwrap_or_default();
    format!("{}{first}{second}", surname.unwrap_or(&drawn))
}

fn title(society: &Society, dice: &mut Dice, class: UnitClass, position: Position, place: usize) -> Option<String> {
    let titles = &society.titles;
    let row: &TitleRow = match class {
        UnitClass::Leadership => &titles.leadership,
        UnitClass::Room => &titles.room,
        UnitClass::Stationed => &titles.stationed,
        UnitClass::Local | UnitClass::Any => &titles.local,
        UnitClass::Township => &titles.township,
        UnitClass::External => &titles.external,
    };
    match position {
        Position::CommissionLeader => row.heads.get(place).or_else(|| dice.pick(&row.others)).cloned(),
        Position::Head => row.heads.first().cloned(),
        Position::Deputy => row.deputies.first().cloned(),
        Position::Staff => dice.pick(&row.others).cloned(),
    }
}

fn rank(society: &Society, dice: &mut Dice, level: Level, position: Position, years: i64) -> Option<Rank> {
    let rows = society.people.ranks.iter().filter(|row| row.level == level && row.position == position);
    let row = rows.filter(|row| row.years <= years).max_by_key(|row| row.years)?;
    dice.weighted(&row.ranks).copied()
}

fn membership(society: &Society, dice: &mut Dice, position: Position) -> PoolMembership {
    let habits = &society.people;
    let none = position == Position::Staff && dice.chance(habits.no_pool);
    let (supervision, investigation) = (dice.chance(habits.supervision_pool), dice.chance(habits.investigation_pool));
    PoolMembership { supervision: !none && (supervision || !investigation), investigation: !none && investigation }
}

fn clearance(society: &Society, dice: &mut Dice, class: UnitClass) -> Clearance {
    let rows = &society.people.clearances;
    let row = rows.iter().find(|row| row.class == class).or(rows.iter().find(|row| row.class == UnitClass::Any));
    row.and_then(|row| dice.weighted(&row.values).copied()).unwrap_or_default()
}

fn availability(society: &Society, dice: &mut Dice, class: UnitClass, position: Position) -> i64 {
    let rows = || society.people.availability.iter().filter(|row| row.position == position);
    let row = rows().find(|row| row.class == class).or_else(|| rows().find(|row| row.class == UnitClass::Any));
    row.and_then(|row| dice.weighted(&row.values).copied()).unwrap_or(1000)
}

/// The township where someone of `unit` grew up. Heads never where they are head: they may not be posted there.
fn origin(world: &World<'_>, dice: &mut Dice, unit: &UnitFacts, position: Position) -> Option<RegionCode> {
    let fits = |row: &&OriginRow| {
        row.level == unit.level
            && row.class.is_none_or(|class| class == unit.class)
            && (row.positions.is_empty() || row.positions.contains(&position))
    };
    let row = world.society.people.origins.iter().find(fits)?;
    let mut local = dice.weighted(&[(true, row.own), (false, row.other)]).copied().unwrap_or(true);
    if position == Position::CommissionLeader && unit.level == Level::County {
        local = false;
    }
    let county = if local { Some(unit.home.clone()) } else { any_county(world, dice, Some(&unit.home)) };
    let townships = &world.counties.get(&county?)?.townships;
    let own = world.pool.units.get(&unit.id).map(|unit| &unit.region);
    let barred = |code: &RegionCode| position == Position::Head && Some(code) == own;
    let codes: Vec<RegionCode> = townships.iter().map(|t| t.code.clone()).filter(|code| !barred(code)).collect();
    dice.pick(&codes).cloned()
}

/// A county by population, another than `besides`.
pub(super) fn any_county(world: &World<'_>, dice: &mut Dice, besides: Option<&RegionCode>) -> Option<RegionCode> {
    let counties: Vec<(RegionCode, u32)> = world
        .counties
        .values()
        .filter(|county| Some(&county.code) != besides)
        .map(|county| (county.code.clone(), county.population / 1000 + 1))
        .collect();
    dice.weighted(&counties).cloned()
}

/// The county in which a township lies.
pub(super) fn county_of(world: &World<'_>, region: &RegionCode) -> Option<RegionCode> {
    world.pool.gazetteer.ancestry(region).into_iter().find(|code| world.counties.contains_key(*code)).cloned()
}

/// Names the leader in charge of each unit: as the place file says, otherwise in turn.
fn put_in_charge(world: &mut World<'_>) {
    let bodies: Vec<_> = world.place().bodies.iter().collect();
    let leaderships: Vec<(RegionCode, Vec<PersonId>)> = world
        .units
        .iter()
        .filter(|unit| unit.class == UnitClass::Leadership)
        .map(|unit| (unit.home.clone(), world.pool.staff_of(&unit.id).map(|person| person.id.clone()).collect()))
        .collect();
    for (region, leaders) in leaderships {
        let rooms = bodies.iter().filter(|body| body.region.as_ref().is_none_or(|own| *own == region));
        let wanted: Vec<(String, usize)> = rooms
            .flat_map(|body| &body.rooms)
            .filter_map(|room| Some((format!("u-{region}-{}", room.key), room.leader?)))
            .collect();
        let members = world.units.iter().filter(|unit| {
            unit.home == region && matches!(unit.class, UnitClass::Room | UnitClass::Stationed | UnitClass::Local)
        });
        for (turn, facts) in members.enumerate() {
            let named =
                wanted.iter().find(|(id, _)| id == facts.id.as_str()).map(|(_, leader)| leader.saturating_sub(1));
            // The first member heads the whole commission and takes no unit of their own.
            let index = named.unwrap_or(1 + turn % leaders.len().saturating_sub(1).max(1));
            if let Some(unit) = world.pool.units.get_mut(&facts.id) {
                unit.leader = leaders.get(index).cloned();
            }
        }
    }
}

/// Years of service of a person on the as-of date.
pub(super) fn service_years(world: &World<'_>, person: &Person) -> i64 {
    person.entered.map_or(0, |entered| (world.now() - month_of_partial(entered)) / 12)
}
