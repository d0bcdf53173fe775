//! Embeddedness: how a person is bound to a county by upbringing, work and kin.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::bearers::Bearers;
use super::colleague::is_work;
use crate::id::{ActorId, PersonId, RegionCode};
use crate::policy::EmbeddednessSetting;
use crate::pool::{Pool, Spell};
use crate::ties::{Embeddedness, EmbeddednessReason, Evidence, Tie, TieKind, words};

type Reasons<'a> = BTreeMap<(&'a PersonId, &'a RegionCode), Vec<(EmbeddednessReason, Evidence)>>;

/// Every person's counties with at least one point. `kin` are the kin ties of all people.
pub fn embeddedness(bearers: &Bearers, settings: &EmbeddednessSetting, kin: &[Tie]) -> Vec<Embeddedness> {
    let pool = bearers.pool;
    let mut reasons: Reasons = BTreeMap::new();
    for bearer in bearers.all.iter().filter(|bearer| bearer.party.is_none()) {
        if let Some((person, home)) = bearer.person.and_then(|person| Some((person, person.grew_up.as_ref()?))) {
            let shown = (EmbeddednessReason::GrewUp, words::grew_up(pool, "people", &bearer.id, home));
            reasons.entry((&person.id, pool.gazetteer.county_of(home))).or_default().push(shown);
        }
    }
    worked(bearers, settings.worked_days, &mut reasons);
    kin_there(pool, kin, &mut reasons);
    let mut found = Vec::new();
    for ((person, county), reasons) in reasons {
        let has = |reason| reasons.iter().any(|(found, _)| *found == reason);
        let points = [
            (EmbeddednessReason::GrewUp, settings.grew_up),
            (EmbeddednessReason::Worked, settings.worked),
            (EmbeddednessReason::Kin, settings.kin),
        ];
        let points = points.into_iter().filter(|(reason, _)| has(*reason)).map(|(_, points)| points).sum();
        if points >= 1 {
            found.push(Embeddedness { person: person.clone(), county: county.clone(), points, reasons });
        }
    }
    found
}

fn worked<'a>(bearers: &Bearers<'a>, worked_days: i64, reasons: &mut Reasons<'a>) {
    let pool = bearers.pool;
    let mut careers: BTreeMap<(&PersonId, &RegionCode), Vec<&Spell>> = BTreeMap::new();
    for spell in pool.careers.iter().filter(|spell| is_work(spell)) {
        let organisation = spell.organisation.as_ref().and_then(|id| pool.organisations.get(id));
        let Some(region) = organisation.and_then(|organisation| organisation.region.as_ref()) else { continue };
        // All bearers of a row are one human being.
        let person = bearers.of(&spell.actor).first().and_then(|bearer| bearers.all[*bearer].person);
        if let Some(person) = person {
            careers.entry((&person.id, pool.gazetteer.county_of(region))).or_default().push(spell);
        }
    }
    for (key, mut spells) in careers {
        spells.sort();
        if days_covered(&spells, bearers.as_of) >= worked_days {
            let shown = spells.iter().map(|spell| (EmbeddednessReason::Worked, words::spell(pool, spell)));
            reasons.entry(key).or_default().extend(shown);
        }
    }
}

/// Days that the spells cover up to `as_of`, a day of two spells counted once.
fn days_covered(spells: &[&Spell], as_of: Date) -> i64 {
    let mut stretches: Vec<(Date, Date)> = spells
        .iter()
        .map(|spell| spell.period.widest(as_of))
        .map(|(from, to)| (from, to.min(as_of)))
        .filter(|(from, to)| from <= to)
        .collect();
    stretches.sort();
    let (mut days, mut covered): (i64, Option<Date>) = (0, None);
    for (from, to) in stretches {
        let from = covered.map_or(from, |last| from.max(last.saturating_add(jiff::Span::new().days(1))));
        if from <= to {
            days += i64::from((to - from).get_days()) + 1;
            covered = Some(to);
        }
    }
    days
}

fn kin_there<'a>(pool: &'a Pool, kin: &[Tie], reasons: &mut Reasons<'a>) {
    for tie in kin.iter().filter(|tie| matches!(tie.kind, TieKind::Kin(relation) if relation.is_near())) {
        for (side, other) in [(&tie.a, &tie.b), (&tie.b, &tie.a)] {
            let Some((person, _)) = pool.people.get_key_value(&PersonId::new(side.as_str())) else { continue };
            let Some((region, shown)) = workplace(pool, other) else { continue };
            let list = reasons.entry((person, pool.gazetteer.county_of(region))).or_default();
            list.extend(tie.evidence.iter().cloned().chain([shown]).map(|record| (EmbeddednessReason::Kin, record)));
        }
    }
}

/// Where a person or relative works.
fn workplace<'a>(pool: &'a Pool, actor: &ActorId) -> Option<(&'a RegionCode, Evidence)> {
    if let Some(person) = pool.people.get(&PersonId::new(actor.as_str())) {
        let unit = pool.units.get(&person.unit)?;
        return Some((&unit.region, words::works_in_unit(pool, person, unit)));
    }
    let relative = pool.relatives.get(actor)?;
    let organisation = pool.organisations.get(relative.organisation.as_ref()?)?;
    Some((organisation.region.as_ref()?, words::relative_works_at(pool, relative)))
}
