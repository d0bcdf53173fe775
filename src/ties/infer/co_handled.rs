//! Served in one case team: by count and age.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::bearers::Bearers;
use super::fade;
use crate::id::{ActorId, CaseId};
use crate::policy::TieSettings;
use crate::pool::Assignment;
use crate::ties::{Tie, TieKind, words};

/// One tie per pair: each common case fades by its own last common day, all together up to a limit.
pub fn co_handled(bearers: &Bearers, settings: &TieSettings) -> Vec<Tie> {
    let mut cases: BTreeMap<&CaseId, Vec<(usize, &Assignment)>> = BTreeMap::new();
    for assignment in bearers.pool.assignments.iter().filter(|service| service.from <= bearers.as_of) {
        let team = cases.entry(&assignment.case).or_default();
        team.extend(bearers.of(&ActorId::from(&assignment.person)).iter().map(|bearer| (*bearer, assignment)));
    }
    let mut pairs: BTreeMap<(usize, usize), Vec<Common>> = BTreeMap::new();
    for team in cases.values() {
        let mut met: BTreeMap<(usize, usize), Common> = BTreeMap::new();
        for (position, (one, service)) in team.iter().enumerate() {
            for (other, other_service) in team.iter().skip(position + 1) {
                let from = service.from.max(other_service.from);
                let to = service.to.min(other_service.to).min(bearers.as_of);
                if from <= to && bearers.may_tie(*one, *other) {
                    let pair = ((*one).min(*other), (*one).max(*other));
                    let common = met.entry(pair).or_insert_with(|| Common { from, to, services: BTreeSet::new() });
                    common.from = common.from.min(from);
                    common.to = common.to.max(to);
                    common.services.extend([*service, *other_service]);
                }
            }
        }
        for (pair, common) in met {
            pairs.entry(pair).or_default().push(common);
        }
    }
    pairs.into_iter().filter_map(|((one, other), common)| tie(bearers, settings, one, other, &common)).collect()
}

/// What two bearers did in one case.
struct Common<'a> {
    from: Date,
    to: Date,
    services: BTreeSet<&'a Assignment>,
}

fn tie(bearers: &Bearers, settings: &TieSettings, one: usize, other: usize, common: &[Common]) -> Option<Tie> {
    let setting = &settings.co_handled;
    let faded = |common: &Common| fade::points(setting, bearers.end(common.to).1, 1);
    let points = common.iter().map(faded).sum::<i64>().min(settings.co_handled_most);
    let last = common.iter().map(|common| common.to).max()?;
    let ended = bearers.end(last).0;
    (points >= 1).then(|| Tie {
        points,
        since: common.iter().map(|common| common.from).min(),
        ended,
        expires: fade::expires(setting, ended, 1),
        evidence: common
            .iter()
            .filter(|common| faded(common) >= 1)
            .flat_map(|common| &common.services)
            .map(|service| words::assignment(bearers.pool, service))
            .collect(),
        ..bearers.tie(one, other, TieKind::CoHandled)
    })
}
