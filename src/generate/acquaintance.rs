//! How far a pool is an acquaintance society: ties per person, and what screening makes of them per case.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::id::{ActorId, CaseId};
use crate::policy::{Policy, RoleClass};
use crate::pool::{DeclarationContent, Pool};
use crate::rules::screening;
use crate::screen::{Screener, Verdict};
use crate::ties::{TieKind, Ties, infer};

/// Ties among the people of a pool and the verdicts of its open cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acquaintance {
    /// How many others on the roster each person has a tie with, from few to many.
    pub degrees: Vec<usize>,
    /// Near kin on the roster or among the parties who stand in no current declaration of the person they are kin of,
    /// in thousandths of all such kin.
    pub undeclared_kin_permille: usize,
    /// People blocked from each open case as members, in thousandths of the roster.
    pub blocked_permille: BTreeMap<CaseId, usize>,
    /// People who need review for each open case as members, in thousandths of the roster.
    pub review_permille: BTreeMap<CaseId, usize>,
}

impl Acquaintance {
    /// Infers ties and screens everybody for every open case of `pool` under `policy` on `as_of`.
    pub fn of(pool: &Pool, policy: &Policy, as_of: Date) -> Acquaintance {
        let ties = infer(pool, &policy.ties, as_of);
        let screener = Screener::new(pool, &ties, policy, as_of, screening());
        let mut blocked_permille = BTreeMap::new();
        let mut review_permille = BTreeMap::new();
        for case in pool.cases.values().filter(|case| case.open) {
            let verdicts = pool.people.values().map(|person| screener.screen(person, case, RoleClass::Member).verdict);
            let verdicts: Vec<Verdict> = verdicts.collect();
            let share =
                |wanted| permille(verdicts.iter().filter(|verdict| **verdict == wanted).count(), verdicts.len());
            blocked_permille.insert(case.id.clone(), share(Verdict::Block));
            review_permille.insert(case.id.clone(), share(Verdict::Review));
        }
        Acquaintance {
            degrees: degrees(pool, &ties),
            undeclared_kin_permille: undeclared_kin(pool, &ties, policy.rules.declaration_days(), as_of),
            blocked_permille,
            review_permille,
        }
    }

    /// The mean number of ties per person, in tenths.
    pub fn mean_degree_tenths(&self) -> usize {
        self.degrees.iter().sum::<usize>() * 10 / self.degrees.len().max(1)
    }

    /// The number of ties that `percent` of the people do not exceed.
    pub fn degree_at(&self, percent: usize) -> usize {
        let index = self.degrees.len().saturating_sub(1) * percent.min(100) / 100;
        self.degrees.get(index).copied().unwrap_or(0)
    }
}

/// Of the near kin whom people have on the roster or among the parties, those of a person who has no declaration of the
/// last `days` that lists anybody: known from the kin table alone, in thousandths.
fn undeclared_kin(pool: &Pool, ties: &Ties, days: i64, as_of: Date) -> usize {
    let listed: BTreeSet<ActorId> = pool
        .declarations
        .iter()
        .filter(|declaration| declaration.content == DeclarationContent::Listed)
        .filter(|declaration| i64::from((as_of - declaration.date).get_days()) <= days)
        .map(|declaration| ActorId::from(&declaration.person))
        .collect();
    let people: BTreeSet<ActorId> = pool.people.keys().map(ActorId::from).collect();
    let parties: BTreeSet<ActorId> = pool.parties.keys().map(ActorId::from).collect();
    let known = |actor: &ActorId| people.contains(actor) || parties.contains(actor);
    let near = ties.all().iter().filter(|tie| matches!(tie.kind, TieKind::Kin(kin) if kin.is_near()));
    let owed: Vec<&ActorId> = near
        .flat_map(|tie| [(&tie.a, &tie.b), (&tie.b, &tie.a)])
        .filter(|(person, other)| people.contains(*person) && known(other))
        .map(|(person, _)| person)
        .collect();
    permille(owed.iter().filter(|person| !listed.contains(**person)).count(), owed.len())
}

/// A share in thousandths, rounded; 0 of nothing.
pub(super) fn permille(part: usize, whole: usize) -> usize {
    (part * 2000 + whole) / (2 * whole).max(1)
}

fn degrees(pool: &Pool, ties: &Ties) -> Vec<usize> {
    let people: BTreeSet<ActorId> = pool.people.keys().map(ActorId::from).collect();
    let mut others: BTreeMap<&ActorId, BTreeSet<&ActorId>> = people.iter().map(|id| (id, BTreeSet::new())).collect();
    for tie in ties.all() {
        for (one, other) in [(&tie.a, &tie.b), (&tie.b, &tie.a)] {
            if let Some(known) = others.get_mut(one).filter(|_| people.contains(other)) {
                known.insert(other);
            }
        }
    }
    let mut degrees: Vec<usize> = others.into_values().map(|known| known.len()).collect();
    degrees.sort_unstable();
    degrees
}
