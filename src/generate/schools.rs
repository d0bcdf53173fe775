//! Schools: a high school near home and a university of the region, with majors and years.

use super::calendar::{month_of_partial, partial};
use super::dice::{Dice, Stage};
use super::people::{any_county, county_of};
use super::world::World;
use crate::id::{ActorId, RegionCode};
use crate::pool::{Period, School};

/// September, as the month of a year.
const SEPTEMBER: i64 = 8;
/// Months from September to the June in which a school ends, for each year of it.
const YEAR: i64 = 12;

/// Enrolls everyone on the roster.
pub(super) fn enroll(world: &mut World<'_>) {
    let mut dice = world.dice(Stage::Schools);
    let people: Vec<_> = world.pool.people.values().cloned().collect();
    for person in people {
        let Some(born) = person.born.map(month_of_partial) else { continue };
        let schools = attended(world, &mut dice, ActorId::from(&person.id), born / 12, person.grew_up.as_ref());
        world.pool.schools.extend(schools);
    }
}

/// The schools of someone born in year `born` who grew up in `region`.
pub(super) fn attended(
    world: &World<'_>,
    dice: &mut Dice,
    actor: ActorId,
    born: i64,
    region: Option<&RegionCode>,
) -> Vec<School> {
    let habits = &world.society.schools;
    let county = region.and_then(|region| county_of(world, region)).or_else(|| any_county(world, dice, None));
    let county = county.and_then(|code| world.counties.get(&code)).map(|county| county.name.clone());
    let years = |from: i64, length: i64| {
        let start = from * YEAR + SEPTEMBER;
        Period { from: partial(start), to: Some(partial(start + length * YEAR - 3)) }
    };
    let mut schools = Vec::new();
    if let (Some(pattern), Some(county)) = (dice.weighted(&habits.high_schools), county)
        && !dice.chance(habits.no_high_school_on_record)
    {
        schools.push(School {
            actor: actor.clone(),
            school: pattern.replace("{county}", &county),
            major: dice.pick(&habits.tracks).cloned(),
            period: years(born + 15, 3),
        });
    }
    if let Some(university) = dice.weighted(&world.place().universities) {
        schools.push(School {
            actor,
            school: university.clone(),
            major: dice.weighted(&habits.majors).cloned(),
            period: years(born + 18, 4),
        });
    }
    schools
}
