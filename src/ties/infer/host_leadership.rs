//! Heads of stationed groups and the leadership of their hosts, of which such heads are members.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::bearers::Bearers;
use super::fade;
use crate::id::OrganisationId;
use crate::policy::TieSetting;
use crate::pool::{Position, SpellKind};
use crate::ties::{Evidence, Tie, TieKind, words};

/// Ties of present and former heads to the parties who lead their host.
pub fn host_leadership(bearers: &Bearers, setting: &TieSetting) -> Vec<Tie> {
    let mut leaders: BTreeMap<&OrganisationId, Vec<usize>> = BTreeMap::new();
    for (index, bearer) in bearers.all.iter().enumerate() {
        if let Some(party) = bearer.party.filter(|party| party.leadership)
            && let Some(organisation) = &party.organisation
        {
            leaders.entry(organisation).or_default().push(index);
        }
    }
    let mut ties = Vec::new();
    for (head, posting) in postings(bearers) {
        let (ended, days) = bearers.end(posting.last);
        let points = fade::points(setting, days, 1);
        let led = leaders.get(posting.host).into_iter().flatten();
        for party in led.filter(|party| points >= 1 && bearers.may_tie(head, **party)) {
            let tie = bearers.tie(head, *party, TieKind::HostLeadership);
            let seat = bearers.all[*party].party.map(|party| words::seat(bearers.pool, party));
            ties.push(Tie {
                a: bearers.all[head].id.clone(),
                b: bearers.all[*party].id.clone(),
                points,
                since: posting.first,
                ended,
                expires: fade::expires(setting, ended, 1),
                evidence: [posting.evidence.clone()].into_iter().chain(seat).collect(),
                ..tie
            });
        }
    }
    ties
}

/// A headship of a group stationed at `host`.
struct Posting<'a> {
    host: &'a OrganisationId,
    first: Option<Date>,
    last: Date,
    evidence: Evidence,
}

fn postings<'a>(bearers: &Bearers<'a>) -> Vec<(usize, Posting<'a>)> {
    let (pool, as_of) = (bearers.pool, bearers.as_of);
    let mut postings = Vec::new();
    for (index, bearer) in bearers.all.iter().enumerate().filter(|(_, bearer)| bearer.party.is_none()) {
        let Some(person) = bearer.person.filter(|person| person.position == Position::Head) else { continue };
        let Some(unit) = pool.units.get(&person.unit) else { continue };
        if let Some(host) = &unit.host {
            let evidence = words::headship(pool, person, unit);
            let first = person.post_since.map(|since| since.earliest());
            postings.push((index, Posting { host, first, last: as_of, evidence }));
        }
    }
    for spell in &pool.careers {
        let heads = spell.kind == SpellKind::Stationed && spell.position == Some(Position::Head);
        let (Some(host), true) = (&spell.organisation, heads) else { continue };
        let (first, last) = spell.period.widest(as_of);
        for index in bearers.of(&spell.actor).iter().filter(|index| bearers.all[**index].party.is_none()) {
            if first <= as_of {
                let evidence = words::spell(pool, spell);
                postings.push((*index, Posting { host, first: Some(first), last, evidence }));
            }
        }
    }
    postings
}
