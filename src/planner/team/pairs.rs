//! Tied pairs within one team: product columns with lazy rows, and cuts on groups in which everybody knows everybody.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{ActorId, PersonId};
use crate::milp::{ColumnId, Name, Provenance};
use crate::rules::frame::TeamFrame;
use crate::ties::TieKind;

/// Who posts these rows.
const POSTER: &str = "exposure";

/// Tied people by their position among those who have options, and the points of each pair.
pub struct Pairs {
    people: Vec<PersonId>,
    points: BTreeMap<(usize, usize), i64>,
}

impl Pairs {
    /// All ties between two people who both have options, kin aside.
    pub fn of(frame: &TeamFrame) -> Self {
        let people: Vec<PersonId> = frame.by_person.keys().map(|person| (*person).clone()).collect();
        let mut points = BTreeMap::new();
        for tie in frame.screener.ties.all().iter().filter(|tie| !matches!(tie.kind, TieKind::Kin(_))) {
            let position = |actor: &ActorId| people.binary_search_by(|person| person.as_str().cmp(actor.as_str())).ok();
            let (Some(a), Some(b)) = (position(&tie.a), position(&tie.b)) else { continue };
            if tie.points > 0 && a != b {
                *points.entry((a.min(b), a.max(b))).or_insert(0) += tie.points;
            }
        }
        Pairs { people, points }
    }
}

/// Posts the pairs of one case and gives their objective terms.
pub fn post(frame: &mut TeamFrame, case: usize, pairs: &Pairs) -> Vec<(ColumnId, i64)> {
    let id = frame.cases[case].case.id.to_string();
    let mut terms = Vec::new();
    let mut graph = Graph::default();
    let member = |person: &PersonId| frame.members.get(&(case, person)).map(|member| member.column);
    let members: Vec<Option<ColumnId>> = pairs.people.iter().map(member).collect();
    for ((a, b), points) in &pairs.points {
        let (Some(x), Some(y)) = (members[*a], members[*b]) else { continue };
        let (a, b) = (&pairs.people[*a], &pairs.people[*b]);
        let pair = frame.model.add_column(Name::new(["e", a.as_str(), b.as_str(), &id]), 0, 1);
        let provenance = Provenance { rule: POSTER, subject: format!("{id} {a} {b}") };
        let name = Name::new([POSTER, &id, a.as_str(), b.as_str()]);
        frame.model.add_lazy_row(name, provenance, [(pair, 1), (x, -1), (y, -1)], -1, pair);
        terms.push((pair, *points));
        graph.add(x, y, pair);
    }
    for (index, group) in graph.groups().into_iter().enumerate() {
        post_cuts(frame, &id, index, &group, &graph);
    }
    terms
}

/// `n` people of a group of mutual acquaintances make `n(n − 1)/2` pairs, which is at least `k·n − k(k + 1)/2` for
/// every whole `k`; the pairs' own rows say so only for whole people, these also for fractions.
fn post_cuts(frame: &mut TeamFrame, case: &str, index: usize, group: &BTreeSet<ColumnId>, graph: &Graph) {
    let members: Vec<ColumnId> = group.iter().copied().collect();
    let mut pairs = Vec::new();
    for (place, x) in members.iter().enumerate() {
        pairs.extend(members[place + 1..].iter().filter_map(|y| graph.pair(*x, *y)));
    }
    let Some(about) = pairs.first().copied() else { return };
    for k in 1..members.len() as i64 - 1 {
        let terms = pairs.iter().map(|pair| (*pair, 1)).chain(members.iter().map(|x| (*x, -k)));
        let name = Name::new([POSTER, "group", case, &index.to_string(), &k.to_string()]);
        let provenance = Provenance { rule: POSTER, subject: format!("{case} group {index}") };
        frame.model.add_cut(name, provenance, terms, -k * (k + 1) / 2, about);
    }
}

/// Who knows whom among the candidates of one case.
#[derive(Default)]
struct Graph {
    pairs: BTreeMap<(ColumnId, ColumnId), ColumnId>,
    neighbors: BTreeMap<ColumnId, BTreeSet<ColumnId>>,
}

impl Graph {
    fn add(&mut self, x: ColumnId, y: ColumnId, pair: ColumnId) {
        self.pairs.insert((x.min(y), x.max(y)), pair);
        self.neighbors.entry(x).or_default().insert(y);
        self.neighbors.entry(y).or_default().insert(x);
    }

    fn pair(&self, x: ColumnId, y: ColumnId) -> Option<ColumnId> {
        self.pairs.get(&(x.min(y), x.max(y))).copied()
    }

    /// Groups of at least three mutual acquaintances that together cover every pair lying in such a group.
    fn groups(&self) -> Vec<BTreeSet<ColumnId>> {
        let mut covered: BTreeSet<(ColumnId, ColumnId)> = BTreeSet::new();
        let mut groups = Vec::new();
        for (x, y) in self.pairs.keys() {
            if covered.contains(&(*x, *y)) {
                continue;
            }
            let group = self.grow(*x, *y, &covered);
            for (place, a) in group.iter().enumerate() {
                covered.extend(group.iter().skip(place + 1).map(|b| (*a, *b)));
            }
            if group.len() >= 3 {
                groups.push(group);
            }
        }
        groups
    }

    /// Adds common acquaintances one by one, those with most uncovered pairs first.
    fn grow(&self, x: ColumnId, y: ColumnId, covered: &BTreeSet<(ColumnId, ColumnId)>) -> BTreeSet<ColumnId> {
        let mut group = BTreeSet::from([x, y]);
        let mut common: BTreeSet<ColumnId> = self.neighbors[&x].intersection(&self.neighbors[&y]).copied().collect();
        loop {
            let uncovered = |candidate: &ColumnId| {
                let new =
                    |other: &&ColumnId| !covered.contains(&((*candidate).min(**other), (*candidate).max(**other)));
                group.iter().filter(new).count()
            };
            let best =
                common.iter().copied().max_by_key(|candidate| (uncovered(candidate), std::cmp::Reverse(*candidate)));
            let Some(best) = best else { return group };
            group.insert(best);
            common = common.intersection(&self.neighbors[&best]).copied().collect();
        }
    }
}
