//! Commissions, their rooms and stationed groups, bureaus, townships: everything that exists before its people.

use itertools::Itertools;

use super::dice::{Dice, Stage};
use super::geography::County;
use super::organisations::{Directory, alias, register};
use super::place::{BodySpec, Level, PlaceError, TownshipSpec, ZoneSpec};
use super::society::UnitClass;
use super::world::{UnitFacts, World};
use crate::id::{OrganisationId, RegionCode, UnitId};
use crate::pool::{Unit, UnitKind};

/// A unit to found: its record, what the stages need to know, and its size before scaling.
struct Draft {
    unit: Unit,
    class: UnitClass,
    level: Level,
    home: RegionCode,
    employer: OrganisationId,
    size: i64,
}

/// Founds organisations and units and shares the requested people among the units.
pub(super) fn establish(world: &mut World<'_>) -> Result<(), PlaceError> {
    let mut dice = world.dice(Stage::Units);
    let mut drafts = Vec::new();
    for (number, name) in world.society.careers.military.clone().into_iter().enumerate() {
        let id = register(world, &format!("military-{}", number + 1), name, None, None);
        world.directory.military.push(id);
    }
    for spec in &world.place().bodies {
        for region in regions_of(world, spec)? {
            drafts.extend(body(world, spec, &region));
        }
    }
    for draft in &mut drafts {
        if draft.class != UnitClass::Leadership {
            draft.size = (draft.size + uneven(&mut dice)).max(2);
        }
    }
    let total: i64 = drafts.iter().map(|draft| draft.size).sum();
    let people = world.request.people as i64;
    let copies = (people + total / 2) / total.max(1);
    let drafts = multiplied(drafts, copies);
    let sizes = apportion(&drafts.iter().map(|draft| draft.size).collect_vec(), people);
    for (draft, size) in drafts.into_iter().zip(sizes).filter(|(_, size)| *size > 0) {
        world.units.push(UnitFacts {
            id: draft.unit.id.clone(),
            class: draft.class,
            level: draft.level,
            home: draft.home,
            employer: draft.employer,
            size,
        });
        world.pool.units.insert(draft.unit.id.clone(), draft.unit);
    }
    Ok(())
}

fn regions_of(world: &World<'_>, spec: &BodySpec) -> Result<Vec<RegionCode>, PlaceError> {
    match &spec.region {
        None => Ok(world.counties.keys().cloned().collect()),
        Some(region) if world.pool.gazetteer.regions.contains_key(region) => Ok(vec![region.clone()]),
        Some(region) => Err(PlaceError::Malformed(format!("region {region} is not on file"))),
    }
}

fn uneven(dice: &mut Dice) -> i64 {
    dice.between(-1, 1) * dice.between(0, 1)
}

/// One commission with everything that belongs to it.
fn body(world: &mut World<'_>, spec: &BodySpec, region: &RegionCode) -> Vec<Draft> {
    let county = world.pool.gazetteer.regions.get(region).map(|region| region.name.clone()).unwrap_or_default();
    let named = |pattern: &str| pattern.replace("{county}", &county);
    // The handling commission stands first; those of the counties are the level below it.
    let above = world.place().bodies.first().filter(|_| !spec.own).and_then(|handling| handling.region.as_ref());
    let above = above.map(|region| Directory::id(&format!("{region}/commission")));
    let name = named(&spec.commission);
    let commission = register(world, &format!("{region}/commission"), name, above.as_ref(), Some(region));
    alias(world, &commission, &county, &spec.aliases);
    world.directory.levels.insert(region.clone(), spec.level);
    let mut drafts = Vec::new();
    for room in &spec.rooms {
        let kind = if spec.own { UnitKind::Room } else { UnitKind::Local };
        let class = match (room.leadership, spec.own) {
            (true, _) => UnitClass::Leadership,
            (false, true) => UnitClass::Room,
            (false, false) => UnitClass::Local,
        };
        let mut unit = unit(&format!("{region}-{}", room.key), named(&room.name), kind, &commission, region);
        unit.function = room.function;
        unit.linked_regions = room.linked.clone();
        unit.zone = zone_of(spec, |zone| zone.rooms.contains(&room.key));
        drafts.push(Draft {
            unit,
            class,
            level: spec.level,
            home: region.clone(),
            employer: commission.clone(),
            size: i64::from(room.size),
        });
    }
    let mut bureaus = Vec::new();
    for group in &spec.groups {
        let full = format!("{}{}", named(&spec.bureau_prefix), group.host);
        let short = spec.short_prefix.as_ref().map(|prefix| format!("{prefix}{}", group.host));
        let host = register(world, &format!("{region}/{}", group.key), full.clone(), None, Some(region));
        if let Some(name) = &short {
            let spec = super::place::AliasSpec { name: name.clone(), from: None, to: None };
            alias(world, &host, &county, std::slice::from_ref(&spec));
        }
        let name = spec.group_name.replace("{host}", short.as_ref().unwrap_or(&full));
        let kind = if spec.own { UnitKind::Stationed } else { UnitKind::Local };
        let mut unit = unit(&format!("{region}-at-{}", group.key), name, kind, &commission, region);
        unit.host = Some(host.clone());
        unit.sectors = group.sectors.clone();
        unit.zone = zone_of(spec, |zone| zone.groups.contains(&group.key));
        bureaus.push(host);
        drafts.push(Draft {
            unit,
            class: UnitClass::Stationed,
            level: spec.level,
            home: region.clone(),
            employer: commission.clone(),
            size: i64::from(spec.group_size),
        });
    }
    for organisation in &spec.organisations {
        let name = format!("{}{}", named(&spec.bureau_prefix), organisation.name);
        bureaus.push(register(world, &format!("{region}/{}", organisation.key), name, None, Some(region)));
    }
    for external in &spec.externals {
        let name = format!("{}{}", named(&spec.bureau_prefix), external.name);
        let office = register(world, &format!("{region}/{}", external.key), name.clone(), None, Some(region));
        let mut unit = unit(&format!("{region}-{}", external.key), name, UnitKind::External, &office, region);
        unit.function = external.function;
        unit.sectors = external.sectors.clone();
        bureaus.push(office.clone());
        drafts.push(Draft {
            unit,
            class: UnitClass::External,
            level: spec.level,
            home: region.clone(),
            employer: office,
            size: i64::from(external.size),
        });
    }
    world.directory.bureaus.insert(region.clone(), bureaus);
    if let (Some(townships), Some(county)) = (&spec.townships, world.counties.get(region).cloned()) {
        let mut townships = grassroots(world, townships, &county, &commission);
        for draft in &mut townships {
            draft.unit.zone = zone_of(spec, |zone| zone.townships.contains(&draft.unit.region));
        }
        drafts.extend(townships);
    }
    drafts
}

fn zone_of(spec: &BodySpec, holds: impl Fn(&&ZoneSpec) -> bool) -> Option<String> {
    spec.zones.iter().find(holds).map(|zone| zone.name.clone())
}

/// The commissions of a county's townships and streets.
fn grassroots(world: &mut World<'_>, spec: &TownshipSpec, county: &County, commission: &OrganisationId) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut offices = Vec::new();
    for township in &county.townships {
        let named = |town: &str, street: &str| {
            let pattern = if township.street { street } else { town };
            pattern.replace("{county}", &county.name).replace("{name}", &township.name)
        };
        let code = township.code.as_str();
        let seat = named(&spec.town_seat, &spec.street_seat);
        let office = register(world, code, seat, None, Some(&township.code));
        let name = named(&spec.town, &spec.street);
        let body = register(world, &format!("{code}/commission"), name.clone(), Some(commission), Some(&township.code));
        drafts.push(Draft {
            unit: unit(code, name, UnitKind::Local, &body, &township.code),
            class: UnitClass::Township,
            level: Level::Township,
            home: county.code.clone(),
            employer: office.clone(),
            size: i64::from(spec.size),
        });
        offices.push(office);
    }
    world.directory.townships.insert(county.code.clone(), offices);
    drafts
}

fn unit(id: &str, name: String, kind: UnitKind, body: &OrganisationId, region: &RegionCode) -> Unit {
    Unit {
        id: UnitId::new(format!("u-{id}")),
        name,
        kind,
        function: None,
        body: body.clone(),
        host: None,
        region: region.clone(),
        sectors: Vec::new(),
        linked_regions: Vec::new(),
        zone: None,
        leader: None,
        strength: None,
    }
}

/// Rooms and groups, `copies` of each when there are more people than their sizes allow for.
fn multiplied(drafts: Vec<Draft>, copies: i64) -> Vec<Draft> {
    let mut all = Vec::new();
    for draft in drafts {
        let multiplies = matches!(draft.class, UnitClass::Room | UnitClass::Stationed | UnitClass::Local);
        for copy in 2..=copies.max(1) {
            if multiplies {
                let mut unit = draft.unit.clone();
                unit.id = UnitId::new(format!("{}-{copy}", unit.id));
                unit.name = format!("{}（{copy}）", unit.name);
                all.push(Draft {
                    unit,
                    home: draft.home.clone(),
                    employer: draft.employer.clone(),
                    class: draft.class,
                    level: draft.level,
                    size: draft.size,
                });
            }
        }
        all.push(draft);
    }
    all.sort_by(|a, b| a.unit.id.cmp(&b.unit.id));
    all
}

/// Shares `people` among units in proportion to `sizes`, the largest remainders first.
fn apportion(sizes: &[i64], people: i64) -> Vec<usize> {
    let total: i64 = sizes.iter().sum::<i64>().max(1);
    let mut shares = sizes.iter().map(|size| size * people / total).collect_vec();
    let left = people - shares.iter().sum::<i64>();
    let by_remainder = sizes
        .iter()
        .enumerate()
        .sorted_by_key(|(index, size)| (-(*size * people % total), *index))
        .map(|(index, _)| index)
        .take(left.max(0) as usize)
        .collect_vec();
    for index in by_remainder {
        if let Some(share) = shares.get_mut(index) {
            *share += 1;
        }
    }
    shares.into_iter().map(|share| share.max(0) as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::apportion;

    #[test]
    fn shares_add_up_and_follow_the_sizes() {
        assert_eq!(apportion(&[4, 3, 2], 18), [8, 6, 4]);
        assert_eq!(apportion(&[4, 4, 4], 10).iter().sum::<usize>(), 10);
        assert_eq!(apportion(&[5, 1], 3), [3, 0]);
    }
}
