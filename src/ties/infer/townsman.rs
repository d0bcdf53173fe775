//! Fellow townspeople: grew up in one township, or in one county that both have left.

use std::collections::BTreeMap;

use super::bearers::{Bearer, Bearers};
use super::fade;
use crate::id::RegionCode;
use crate::policy::{TieSetting, TieSettings};
use crate::ties::{Evidence, Tie, TieKind, words};

/// One tie per pair, the township before the county.
pub fn townspeople(bearers: &Bearers, settings: &TieSettings) -> Vec<Tie> {
    let gazetteer = &bearers.pool.gazetteer;
    let mut townships: BTreeMap<&RegionCode, Vec<usize>> = BTreeMap::new();
    let mut counties: BTreeMap<&RegionCode, Vec<usize>> = BTreeMap::new();
    let mut evidence: BTreeMap<usize, Evidence> = BTreeMap::new();
    for (index, bearer) in bearers.all.iter().enumerate() {
        let Some(home) = grew_up(bearer) else { continue };
        let of_party = bearer.party.is_some_and(|party| party.grew_up.is_some());
        let table = if of_party { "parties" } else { "people" };
        evidence.insert(index, words::grew_up(bearers.pool, table, &bearer.id, home));
        if let Some(township) = gazetteer.township_of(home) {
            townships.entry(township).or_default().push(index);
        }
        let county = gazetteer.county_of(home);
        let is_county = gazetteer.level(county) == crate::geo::RegionLevel::County;
        if is_county && workplace(bearers, bearer).is_some_and(|work| gazetteer.county_of(work) != county) {
            counties.entry(county).or_default().push(index);
        }
    }
    let mut ties = Vec::new();
    let mut meet = |groups: BTreeMap<&RegionCode, Vec<usize>>, setting: &TieSetting| {
        let points = fade::points(setting, 0, 1);
        if points < 1 {
            return;
        }
        for group in groups.values() {
            for (position, one) in group.iter().enumerate() {
                for other in group.iter().skip(position + 1).filter(|other| bearers.may_tie(*one, **other)) {
                    let shown = [one, other].into_iter().filter_map(|index| evidence.get(index)).cloned().collect();
                    let tie = bearers.tie(*one, *other, TieKind::Townsman);
                    ties.push(Tie { points, evidence: shown, ..tie });
                }
            }
        }
    };
    meet(townships, &settings.townsman_township);
    meet(counties, &settings.townsman_county);
    ties
}

/// Where somebody grew up: a party's own record first, then that of the person on the roster.
pub(super) fn grew_up<'a>(bearer: &Bearer<'a>) -> Option<&'a RegionCode> {
    bearer
        .party
        .and_then(|party| party.grew_up.as_ref())
        .or_else(|| bearer.person.and_then(|person| person.grew_up.as_ref()))
}

/// Where somebody works now: a person by the unit's region, a party by the organisation's.
fn workplace<'a>(bearers: &Bearers<'a>, bearer: &Bearer<'a>) -> Option<&'a RegionCode> {
    let pool = bearers.pool;
    let organisation = bearer.party.and_then(|party| party.organisation.as_ref());
    let of_party = organisation.and_then(|id| pool.organisations.get(id)?.region.as_ref());
    of_party.or_else(|| bearer.person.and_then(|person| Some(&pool.units.get(&person.unit)?.region)))
}
