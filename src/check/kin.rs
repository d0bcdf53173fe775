//! Kinship as a bounded walk over the raw edges, following each shape of kinship step by step.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::kin_doubt::{Doubts, Row};
use super::kin_term;
use crate::id::ActorId;
use crate::pool::{KinEdge, KinKind, ParentKind, Pool};

/// What one relative is to another, closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    /// Husband or wife.
    Spouse,
    /// Parent or child.
    ParentOrChild,
    /// Grandparent or grandchild.
    Grand,
    /// Brother or sister, of the half blood included.
    Sibling,
    /// Any other ancestor or descendant.
    Lineal,
    /// Other collateral kin within three generations.
    Collateral,
    /// Near affine.
    Affine,
    /// Kin by a word that no table knows or by rows that leave the degree open, however near.
    Unknown,
    /// Married once, and no more.
    FormerSpouse,
    /// Kin only through the birth parents of somebody whom others adopted.
    BirthKin,
    /// Kin a step beyond the law's list.
    Distant,
}

impl Kin {
    /// Whether the Supervision Law counts it as a near relative (R01, R03).
    pub fn is_near_relative(self) -> bool {
        self <= Kin::Sibling
    }

    /// Whether the Civil Servant Law's list has it: spouse, lineal, collateral within three generations, near affine.
    pub fn is_near(self) -> bool {
        self <= Kin::Affine
    }
}

/// One step of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Up,
    Down,
    Marriage,
    FormerMarriage,
}

use Step::{Down, FormerMarriage, Marriage, Up};

const COLLATERAL: [&[Step]; 3] = [&[Up, Up, Down], &[Up, Down, Down], &[Up, Up, Down, Down]];
const AFFINE: [&[Step]; 9] = [
    &[Marriage, Up],
    &[Marriage, Up, Down],
    &[Marriage, Up, Down, Marriage],
    &[Down, Marriage],
    &[Down, Marriage, Up],
    &[Up, Down, Marriage],
    &[Up, Up, Down, Marriage],
    &[Up, Down, Down, Marriage],
    &[Up, Up, Down, Down, Marriage],
];
const DISTANT: [&[Step]; 6] = [
    &[Up, Up, Up, Down],
    &[Up, Up, Up, Down, Down],
    &[Up, Down, Down, Down],
    &[Up, Up, Down, Down, Down],
    &[Up, Down, Marriage, Up],
    &[Down, Marriage, Up, Down],
];

/// Generations to which lines of descent are followed; no term leads further.
const LINE: usize = 12;

#[derive(Debug, Clone, Copy)]
struct Edge {
    to: usize,
    step: Step,
    /// How the parent of a parent edge is one.
    parent: Option<ParentKind>,
    /// Whether it is one of several meanings of a term.
    open: bool,
    /// Whether adoption by others ended the kinship.
    severed: bool,
}

/// All kin edges, a party who is on the roster being one node with the person.
pub struct KinGraph {
    nodes: BTreeMap<ActorId, usize>,
    /// Ids of each node, none for people without a name.
    names: Vec<Vec<ActorId>>,
    edges: Vec<Vec<Edge>>,
    /// Pairs bound by kin terms, both ways, and how these bind them whatever they mean.
    terms: BTreeMap<(usize, usize), Kin>,
    /// Full siblings by kin terms, both ways.
    siblings: BTreeMap<usize, BTreeSet<usize>>,
    /// Husbands and wives of today on record, by rows that say nothing else.
    couples: BTreeMap<usize, BTreeSet<usize>>,
    doubts: Doubts,
}

impl KinGraph {
    /// Reads the edges of a pool; a marriage whose last possible day lies before `today` is a former one.
    pub fn new(pool: &Pool, today: Date) -> Self {
        let mut graph = KinGraph {
            nodes: BTreeMap::new(),
            names: Vec::new(),
            edges: Vec::new(),
            terms: BTreeMap::new(),
            siblings: BTreeMap::new(),
            couples: BTreeMap::new(),
            doubts: Doubts::default(),
        };
        for party in pool.parties.values() {
            if let Some(person) = &party.person {
                let (node, party) = (graph.node(&ActorId::from(person)), ActorId::from(&party.id));
                graph.names[node].push(party.clone());
                graph.nodes.insert(party, node);
            }
        }
        let rows: Vec<Row> = pool.kin.iter().map(|edge| graph.read(edge, today)).collect();
        for row in rows.iter().filter(|row| row.a != row.b && row.is_only(Marriage)) {
            graph.couples.entry(row.a).or_default().insert(row.b);
            graph.couples.entry(row.b).or_default().insert(row.a);
        }
        for row in &rows {
            graph.chain(row);
            graph.doubts.note(row);
        }
        graph.doubts.couples = graph.couples.clone();
        graph.join_siblings();
        graph.sever();
        graph
    }

    fn read(&mut self, edge: &KinEdge, today: Date) -> Row {
        let (a, b) = (self.node(&edge.a), self.node(&edge.b));
        let (meanings, siblings) = match &edge.kind {
            KinKind::Parent(kind) => (vec![vec![(Down, Some(*kind))]], Vec::new()),
            KinKind::Spouse { to: Some(to), .. } if to.latest() < today => {
                (vec![vec![(FormerMarriage, None)]], Vec::new())
            }
            KinKind::Spouse { .. } => (vec![vec![(Marriage, None)]], Vec::new()),
            KinKind::Term(term) => (kin_term::meanings(term), kin_term::full_siblings(term)),
        };
        Row { a, b, meanings, siblings, term: matches!(edge.kind, KinKind::Term(_)) }
    }

    /// How two actors are kin, each being looked for on the other's list; the closest counts.
    pub fn between(&self, x: &ActorId, y: &ActorId) -> Option<Kin> {
        let (x, y) = (*self.nodes.get(x)?, *self.nodes.get(y)?);
        if x == y {
            return None;
        }
        self.closest(x, &self.reach(x), y)
    }

    fn closest(&self, x: usize, list: &BTreeMap<usize, Kin>, y: usize) -> Option<Kin> {
        let declared = self.terms.get(&(x, y)).copied();
        let told = [list.get(&y).copied(), self.reach(y).get(&x).copied(), declared].into_iter().flatten().min();
        told.or_else(|| self.doubts.around(x).contains(&y).then_some(Kin::Unknown))
    }

    /// Everybody on record who is kin of `actor`.
    pub fn kin_of(&self, actor: &ActorId) -> BTreeMap<ActorId, Kin> {
        let Some(start) = self.nodes.get(actor).copied() else { return BTreeMap::new() };
        let list = self.reach(start);
        let mut near = self.neighborhood(start);
        near.extend(list.keys());
        near.extend(self.doubts.around(start));
        near.remove(&start);
        let named = near.into_iter().filter(|node| !self.names[*node].is_empty());
        let kin = named.filter_map(|node| Some((node, self.closest(start, &list, node)?)));
        kin.flat_map(|(node, kin)| self.names[node].iter().map(move |other| (other.clone(), kin))).collect()
    }

    fn node(&mut self, actor: &ActorId) -> usize {
        if let Some(node) = self.nodes.get(actor) {
            return *node;
        }
        let node = self.anonymous();
        self.names[node].push(actor.clone());
        self.nodes.insert(actor.clone(), node);
        node
    }

    fn anonymous(&mut self) -> usize {
        self.edges.push(Vec::new());
        self.names.push(Vec::new());
        self.edges.len() - 1
    }

    fn link(&mut self, from: usize, to: usize, step: Step, parent: Option<ParentKind>, open: bool) {
        let back = match step {
            Up => Down,
            Down => Up,
            same => same,
        };
        self.edges[from].push(Edge { to, step, parent, open, severed: false });
        self.edges[to].push(Edge { to: from, step: back, parent, open, severed: false });
    }

    /// Lays every path that a row may stand for through people without a name. Full siblings are kept apart, to be given
    /// their parents together.
    fn chain(&mut self, row: &Row) {
        if row.term {
            for pair in [(row.a, row.b), (row.b, row.a)] {
                let bond = if row.meanings.is_empty() { Kin::Unknown } else { Kin::Distant };
                self.terms.entry(pair).and_modify(|known| *known = bond.min(*known)).or_insert(bond);
            }
        }
        let open = row.meanings.len() > 1;
        for steps in &row.meanings {
            let last = steps.len();
            let mut stops = vec![row.a];
            stops.extend((1..last).map(|_| self.anonymous()));
            stops.push(row.b);
            let mut pieces = Vec::new();
            let mut at = 0;
            while at < last {
                let siblings = row.siblings.contains(&at);
                let next = if siblings { at + 2 } else { at + 1 };
                pieces.push((at, next, (!siblings).then(|| steps[at])));
                at = next;
            }
            for (from, to, piece) in &pieces {
                self.lay(stops[*from], stops[*to], *piece, open);
            }
            if open || last < 2 {
                continue;
            }
            // A spouse without a name is the one on record where there is just one.
            for (end, link, marriage) in [(0, 1, steps[0]), (last, last - 1, steps[last - 1])] {
                let only = |couples: &BTreeSet<usize>| couples.first().copied().filter(|_| couples.len() == 1);
                let Some(spouse) = self.couples.get(&stops[end]).and_then(only) else { continue };
                if marriage.0 != Marriage {
                    continue;
                }
                for (from, to, piece) in &pieces {
                    // Nobody is adopted by what is told of somebody without a name.
                    let milder = |parent| if parent == ParentKind::Adoptive { ParentKind::Step } else { parent };
                    let piece = piece.map(|(step, parent)| (step, parent.map(milder)));
                    if *from == link && *to != end {
                        self.lay(spouse, stops[*to], piece, false);
                    } else if *to == link && *from != end {
                        self.lay(stops[*from], spouse, piece, false);
                    }
                }
            }
        }
    }

    /// Joins two by a step, or as full siblings.
    fn lay(&mut self, from: usize, to: usize, piece: Option<(Step, Option<ParentKind>)>, open: bool) {
        match piece {
            _ if from == to => {}
            Some((step, parent)) => self.link(from, to, step, parent, open),
            None => {
                self.siblings.entry(from).or_default().insert(to);
                self.siblings.entry(to).or_default().insert(from);
            }
        }
    }

    /// Full siblings, and theirs, have a parent in common, and every parent by birth of one of them.
    fn join_siblings(&mut self) {
        let mut left: BTreeSet<usize> = self.siblings.keys().copied().collect();
        while let Some(first) = left.pop_first() {
            let (mut family, mut queue) = (BTreeSet::from([first]), vec![first]);
            while let Some(member) = queue.pop() {
                queue.extend(self.siblings[&member].iter().copied().filter(|sibling| family.insert(*sibling)));
            }
            left.retain(|node| !family.contains(node));
            let birth = |edge: &&Edge| edge.step == Up && edge.parent == Some(ParentKind::Birth) && !edge.open;
            let on_record = family.iter().flat_map(|member| self.edges[*member].iter().filter(birth));
            let mut parents: BTreeSet<usize> = on_record.map(|edge| edge.to).collect();
            parents.insert(self.anonymous());
            for (member, parent) in
                family.iter().flat_map(|member| parents.iter().map(move |parent| (*member, *parent)))
            {
                if member != parent && !self.edges[member].iter().any(|edge| birth(&edge) && edge.to == parent) {
                    self.link(member, parent, Up, Some(ParentKind::Birth), false);
                }
            }
        }
    }

    /// Marks the birth parents of adopted children, save those who are or were married to an adopter. A term that may
    /// mean something else adopts nobody.
    fn sever(&mut self) {
        let parents = |node: usize, kind| {
            self.edges[node].iter().filter(move |edge| edge.step == Up && edge.parent == Some(kind))
        };
        let mut ended = BTreeSet::new();
        for child in 0..self.edges.len() {
            let adopted = parents(child, ParentKind::Adoptive).any(|edge| !edge.open);
            let adopters: BTreeSet<usize> = parents(child, ParentKind::Adoptive).map(|edge| edge.to).collect();
            for parent in parents(child, ParentKind::Birth).map(|edge| edge.to) {
                let married =
                    |edge: &Edge| matches!(edge.step, Marriage | FormerMarriage) && adopters.contains(&edge.to);
                let kept = adopters.contains(&parent) || self.edges[parent].iter().any(married);
                if adopted && !kept {
                    ended.insert((child, Up, parent));
                    ended.insert((parent, Down, child));
                }
            }
        }
        for (from, step, to) in ended {
            // Where it is open who is whose parent, only this reading ends.
            let birth = |edge: &&mut Edge| edge.to == to && edge.step == step && edge.parent == Some(ParentKind::Birth);
            self.edges[from].iter_mut().filter(birth).for_each(|edge| edge.severed = true);
        }
    }

    /// Everybody on `x`'s list.
    fn reach(&self, x: usize) -> BTreeMap<usize, Kin> {
        let mut found: BTreeMap<usize, Kin> = BTreeMap::new();
        let mut note = |node: usize, kin: Kin, severed: bool| {
            let kin = if severed && kin.is_near() { Kin::BirthKin } else { kin };
            let known = found.entry(node).or_insert(kin);
            *known = kin.min(*known);
        };
        let lines = [self.line(x, Up), self.line(x, Down)].concat();
        for (node, generations, severed) in &lines {
            let kin = match generations {
                1 => Kin::ParentOrChild,
                2 => Kin::Grand,
                _ => Kin::Lineal,
            };
            note(*node, kin, *severed);
        }
        let married = |node: usize| self.edges[node].iter().filter(|edge| edge.step == Marriage).map(|edge| edge.to);
        for (node, _, severed) in &lines {
            married(*node).for_each(|spouse| note(spouse, Kin::Distant, *severed));
        }
        for spouse in married(x) {
            let lines = [self.line(spouse, Up), self.line(spouse, Down)].concat();
            lines.into_iter().for_each(|(node, _, severed)| note(node, Kin::Distant, severed));
        }
        let shapes = [([&[Marriage] as &[Step]].as_slice(), Kin::Spouse), (&[&[Up, Down]], Kin::Sibling)];
        let shapes = shapes.into_iter().chain([
            (COLLATERAL.as_slice(), Kin::Collateral),
            (AFFINE.as_slice(), Kin::Affine),
            (&[&[FormerMarriage]], Kin::FormerSpouse),
            (DISTANT.as_slice(), Kin::Distant),
        ]);
        for (paths, kin) in shapes {
            for (node, severed) in paths.iter().flat_map(|path| self.walk(x, path)) {
                note(node, kin, severed);
            }
        }
        found
    }

    /// Ancestors or descendants with the generations between; each once by a whole and once by a severed line at most.
    fn line(&self, x: usize, step: Step) -> Vec<(usize, usize, bool)> {
        let mut seen = BTreeSet::from([(x, false), (x, true)]);
        let (mut line, mut at) = (Vec::new(), vec![(x, 0, false)]);
        for _ in 0..LINE {
            let mut next = Vec::new();
            for (node, generations, severed) in at {
                for edge in self.edges[node].iter().filter(|edge| edge.step == step) {
                    let reached = (edge.to, generations + 1, severed || edge.severed);
                    if seen.insert((reached.0, reached.2)) {
                        next.push(reached);
                    }
                }
            }
            line.extend(&next);
            at = next;
        }
        line
    }

    /// Where the steps of `path` lead from `x` without meeting anybody twice, and whether over a severed edge.
    fn walk(&self, x: usize, path: &[Step]) -> BTreeSet<(usize, bool)> {
        let mut trails = BTreeSet::from([(vec![x], false)]);
        for (position, step) in path.iter().enumerate() {
            let mut longer: BTreeMap<(usize, bool), BTreeSet<Vec<usize>>> = BTreeMap::new();
            for (trail, severed) in &trails {
                let end = trail[trail.len() - 1];
                for edge in self.edges[end].iter().filter(|edge| edge.step == *step && !trail.contains(&edge.to)) {
                    let key = (edge.to, *severed || edge.severed);
                    longer.entry(key).or_default().insert([trail.as_slice(), &[edge.to]].concat());
                }
            }
            let left = path.len() - position - 1;
            let thinned = longer
                .into_iter()
                .flat_map(|((_, severed), trails)| thin(&trails, left).into_iter().map(move |trail| (trail, severed)));
            trails = thinned.collect();
        }
        trails.into_iter().map(|(trail, severed)| (trail[trail.len() - 1], severed)).collect()
    }

    /// Nodes that any list from or to `x` can hold.
    fn neighborhood(&self, x: usize) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([x]);
        let mut at = vec![x];
        for _ in 0..6 {
            let steps = at.iter().flat_map(|node| self.edges[*node].iter().map(|edge| edge.to));
            at = steps.filter(|to| seen.insert(*to)).collect();
        }
        seen.extend(self.terms.range((x, 0)..=(x, usize::MAX)).map(|((_, other), _)| *other));
        seen
    }
}

/// Of trails with the same ends, enough to get around any `left` people whom one of them gets around.
fn thin(trails: &BTreeSet<Vec<usize>>, left: usize) -> BTreeSet<Vec<usize>> {
    let mut kept = BTreeSet::new();
    let mut shunned_sets = vec![BTreeSet::new()];
    while let Some(shunned) = shunned_sets.pop() {
        let Some(trail) = trails.iter().find(|trail| trail.iter().all(|node| !shunned.contains(node))) else {
            continue;
        };
        kept.insert(trail.clone());
        if shunned.len() < left {
            let inner = &trail[1..trail.len() - 1];
            shunned_sets.extend(inner.iter().map(|node| shunned.iter().copied().chain([*node]).collect()));
        }
    }
    kept
}
