//! Cuts on tied pairs: what whole teams obey and fractions of people would not.

use std::collections::{BTreeMap, BTreeSet};

use crate::milp::{ColumnId, Name, Provenance};
use crate::rules::frame::TeamFrame;

/// Who posts the rows of pairs.
pub const POSTER: &str = "exposure";

/// Stars are posted for who knows at least one in this many of a role's candidates: among more others a relaxation
/// finds strangers anyway.
const ONE_IN: usize = 4;

/// Stars of a role, those with the most acquaintances first.
const MOST_STARS: usize = 200;

/// Posts the cuts of one case.
pub fn post(frame: &mut TeamFrame, case: usize, graph: &Graph) {
    let id = frame.cases[case].case.id.to_string();
    for (index, group) in graph.groups().into_iter().enumerate() {
        post_group(frame, &id, index, &group, graph);
    }
    for role in 0..frame.cases[case].roles.len() {
        for segment in 0..frame.cases[case].segments.len() {
            post_stars(frame, case, role, segment, graph);
        }
    }
}

/// `n` people of a group of mutual acquaintances make `n(n − 1)/2` pairs, which is at least `k·n − k(k + 1)/2` for
/// every whole `k`; the pairs' own rows say so only for whole people, these also for fractions.
fn post_group(frame: &mut TeamFrame, case: &str, index: usize, group: &BTreeSet<ColumnId>, graph: &Graph) {
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

/// Of a role with `d` slots at most `d` acquaintances of a member are taken, each of them making a pair, and without
/// that member at most `d` all the same: `Σ x_p − Σ e_pq ≤ d·(1 − y_q)` over the candidates whom `q` knows.
fn post_stars(frame: &mut TeamFrame, case: usize, role: usize, segment: usize, graph: &Graph) {
    let framed = &frame.cases[case];
    let (id, asked) = (framed.case.id.to_string(), &framed.roles[role].role);
    let (label, slots) = (format!("{}.{}", asked.id, segment + 1), asked.desired);
    let mut candidates: BTreeMap<ColumnId, Vec<ColumnId>> = BTreeMap::new();
    for option in frame.in_segment(case, segment).filter(|option| option.fills(role)) {
        let member = frame.members.get(&(case, &option.person.id));
        candidates.entry(member.map_or(option.column, |member| member.column)).or_default().push(option.column);
    }
    let mut stars: Vec<(ColumnId, Vec<ColumnId>)> = Vec::new();
    for (center, known) in &graph.neighbors {
        let known: Vec<ColumnId> = known.iter().filter(|member| candidates.contains_key(member)).copied().collect();
        if known.len() as i64 > slots && known.len() * ONE_IN >= candidates.len() {
            stars.push((*center, known));
        }
    }
    stars.sort_by_key(|(center, known)| (std::cmp::Reverse(known.len()), *center));
    for (center, known) in stars.into_iter().take(MOST_STARS) {
        let pairs: Vec<ColumnId> = known.iter().filter_map(|member| graph.pair(center, *member)).collect();
        let Some(about) = pairs.first().copied() else { continue };
        let options = known.iter().flat_map(|member| &candidates[member]).map(|option| (*option, -1));
        let terms = pairs.iter().map(|pair| (*pair, 1)).chain(options).chain([(center, -slots)]);
        let name = Name::new([POSTER, "star", &id, &label, frame.model.columns[center.0].name.as_str()]);
        let provenance = Provenance { rule: POSTER, subject: format!("{id} {label}") };
        frame.model.add_cut(name, provenance, terms, -slots, about);
    }
}

/// Who knows whom among the candidates of one case.
#[derive(Default)]
pub struct Graph {
    pairs: BTreeMap<(ColumnId, ColumnId), ColumnId>,
    neighbors: BTreeMap<ColumnId, BTreeSet<ColumnId>>,
}

impl Graph {
    /// Notes that two members know each other, with the column of their pair.
    pub fn add(&mut self, x: ColumnId, y: ColumnId, pair: ColumnId) {
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
