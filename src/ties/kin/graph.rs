//! Nodes and steps: the kin rows as a graph, terms expanded.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::siblings::Siblings;
use super::terms::{Hop, readings, siblings_in};
use crate::id::ActorId;
use crate::pool::{KinEdge, KinKind, ParentKind, PartialDate, Pool};

/// One step along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub to: usize,
    /// What shows the edge: a kin row by its index, or several (see [`Graph::proof`]).
    pub proof: usize,
    pub kind: ParentKind,
    /// Whether it leads through a birth parent whose child others adopted.
    pub severed: bool,
}

/// Who stands one step away from somebody.
#[derive(Debug, Default)]
pub(super) struct Node {
    actors: Vec<ActorId>,
    pub parents: Vec<Step>,
    pub children: Vec<Step>,
    pub spouses: Vec<Step>,
    pub former_spouses: Vec<Step>,
    /// Relatives whose term was not understood.
    pub unknown: Vec<Step>,
    /// Relatives by a term, which are kin however far its path leads.
    pub declared: Vec<Step>,
}

/// The kin graph. Anonymous links are nodes without an id, so that they clash with nobody's.
pub(super) struct Graph<'a> {
    rows: Vec<&'a KinEdge>,
    /// The rows of each proof; the first proofs are the rows themselves.
    proofs: Vec<Vec<usize>>,
    /// Rows of several readings, each of which may be wrong.
    open_rows: BTreeSet<usize>,
    /// Who has exactly one spouse on record and no former one, with that spouse and the row.
    only_spouses: BTreeMap<usize, (usize, usize)>,
    siblings: Siblings,
    nodes: Vec<Node>,
    by_actor: BTreeMap<ActorId, usize>,
}

impl<'a> Graph<'a> {
    pub fn new(pool: &'a Pool, as_of: Date) -> Self {
        let mut rows: Vec<&KinEdge> = pool.kin.iter().collect();
        rows.sort();
        rows.dedup();
        let mut graph = Graph {
            rows: rows.clone(),
            proofs: (0..rows.len()).map(|row| vec![row]).collect(),
            open_rows: BTreeSet::new(),
            only_spouses: BTreeMap::new(),
            siblings: Siblings::default(),
            nodes: Vec::new(),
            by_actor: BTreeMap::new(),
        };
        // A party who is on the roster shares the person's node; the person's kin rows speak of both.
        for party in pool.parties.values() {
            if let Some(person) = &party.person {
                let node = graph.named(&ActorId::from(person));
                graph.alias(ActorId::from(&party.id), node);
            }
        }
        graph.note_only_spouses(as_of);
        for (row, edge) in rows.into_iter().enumerate() {
            graph.add(row, edge, as_of);
        }
        graph.share_parents();
        graph.sever_birth_parents();
        graph
    }

    pub fn node(&self, actor: &ActorId) -> Option<usize> {
        self.by_actor.get(actor).copied()
    }

    /// The ids of a node, none for an anonymous link.
    pub fn actors(&self, node: usize) -> &[ActorId] {
        self.nodes.get(node).map_or(&[], |node| &node.actors)
    }

    pub fn row(&self, row: usize) -> Option<&'a KinEdge> {
        self.rows.get(row).copied()
    }

    /// Every row with its index, in order.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &'a KinEdge)> {
        self.rows.iter().copied().enumerate()
    }

    /// The rows that show a step.
    pub fn proof(&self, step: &Step) -> &[usize] {
        self.proofs.get(step.proof).map_or(&[], Vec::as_slice)
    }

    pub fn at(&self, node: usize) -> &Node {
        &self.nodes[node]
    }

    fn anonymous(&mut self) -> usize {
        self.nodes.push(Node::default());
        self.nodes.len() - 1
    }

    fn alias(&mut self, actor: ActorId, node: usize) {
        if self.by_actor.insert(actor.clone(), node).is_none() {
            self.nodes[node].actors.push(actor);
        }
    }

    fn named(&mut self, actor: &ActorId) -> usize {
        if let Some(node) = self.node(actor) {
            return node;
        }
        let node = self.anonymous();
        self.alias(actor.clone(), node);
        node
    }

    fn note_only_spouses(&mut self, as_of: Date) {
        let mut spouses: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
        // Of somebody who was married before, a term may speak of the former spouse.
        let mut parted = BTreeSet::new();
        for (row, edge) in self.rows.clone().into_iter().enumerate() {
            let Some(hop) = marriage(edge, as_of) else { continue };
            let (a, b) = (self.named(&edge.a), self.named(&edge.b));
            if hop == Hop::FormerSpouse {
                parted.extend([a, b]);
            } else if edge.a != edge.b {
                spouses.entry(a).or_default().entry(b).or_insert(row);
                spouses.entry(b).or_default().entry(a).or_insert(row);
            }
        }
        let single = |(node, spouses): (usize, BTreeMap<usize, usize>)| {
            let one = spouses.first_key_value().map(|(spouse, row)| (*spouse, *row))?;
            (spouses.len() == 1 && !parted.contains(&node)).then_some((node, one))
        };
        self.only_spouses = spouses.into_iter().filter_map(single).collect();
    }

    fn add(&mut self, row: usize, edge: &KinEdge, as_of: Date) {
        let (a, b) = (self.named(&edge.a), self.named(&edge.b));
        match &edge.kind {
            KinKind::Parent(kind) => self.parent(a, b, row, *kind),
            KinKind::Spouse { to, .. } => self.marriage(a, b, row, ended(*to, as_of)),
            KinKind::Term(term) => {
                let paths = readings(term);
                if paths.len() > 1 {
                    self.open_rows.insert(row);
                }
                for path in &paths {
                    let stops = self.term(a, b, row, path);
                    if paths.len() == 1 {
                        self.identify(&stops, path, &siblings_in(term), row);
                    }
                }
                let known = !paths.is_empty();
                self.both(a, b, row, |node| if known { &mut node.declared } else { &mut node.unknown });
            }
        }
    }

    /// Lays a path through links without a name; everybody on it, in order.
    fn term(&mut self, a: usize, b: usize, row: usize, path: &[Hop]) -> Vec<usize> {
        let mut stops = vec![a];
        for (index, hop) in path.iter().enumerate() {
            let next = if index + 1 == path.len() { b } else { self.anonymous() };
            self.hop(stops[index], next, row, *hop);
            stops.push(next);
        }
        stops
    }

    fn hop(&mut self, here: usize, next: usize, proof: usize, hop: Hop) {
        match hop {
            Hop::Up(kind) => self.parent(next, here, proof, kind),
            Hop::Down(kind) => self.parent(here, next, proof, kind),
            Hop::Spouse => self.marriage(here, next, proof, false),
            Hop::FormerSpouse => self.marriage(here, next, proof, true),
        }
    }

    /// What a term of one reading says of others on record: who are siblings in it, and that a spouse without a name of
    /// somebody who has one spouse on record is that spouse.
    ///
    /// The spouse on record is given what the link without a name has, which stays; so nothing that the row shows by
    /// itself is lost. An adoption so told severs nobody.
    fn identify(&mut self, stops: &[usize], path: &[Hop], sibling_hops: &[usize], row: usize) {
        for position in sibling_hops {
            self.siblings.note_top(stops[position + 1]);
            self.siblings.join(stops[*position], stops[position + 2], row);
        }
        let last = path.len();
        if last < 2 {
            return;
        }
        for (end, link, beyond, outer, inner) in
            [(0, 1, 2, path[0], path[1]), (last, last - 1, last - 2, path[last - 1], path[last - 2])]
        {
            let Some((spouse, marriage)) = self.only_spouses.get(&stops[end]).copied() else { continue };
            if outer != Hop::Spouse || spouse == stops[beyond] {
                continue;
            }
            let proof = self.proven_by(vec![row, marriage]);
            let inner = match inner {
                Hop::Up(ParentKind::Adoptive) => Hop::Up(ParentKind::Step),
                Hop::Down(ParentKind::Adoptive) => Hop::Down(ParentKind::Step),
                inner => inner,
            };
            match end {
                0 => self.hop(spouse, stops[beyond], proof, inner),
                _ => self.hop(stops[beyond], spouse, proof, inner),
            }
            for position in sibling_hops {
                if *position == link {
                    self.siblings.join(spouse, stops[position + 2], proof);
                } else if position + 2 == link {
                    self.siblings.join(stops[*position], spouse, proof);
                }
            }
        }
    }

    fn proven_by(&mut self, rows: Vec<usize>) -> usize {
        self.proofs.push(rows);
        self.proofs.len() - 1
    }

    /// Gives siblings by a term each other's parents by birth, and three and more of them one parent without a name;
    /// unless more than two parents of theirs are on record.
    ///
    /// A parent whom only an open row may tell is not given on.
    fn share_parents(&mut self) {
        let siblings = std::mem::take(&mut self.siblings);
        let birth = |step: &Step| step.kind == ParentKind::Birth;
        let mut shared: Vec<(usize, usize, Vec<usize>)> = Vec::new();
        let given = |graph: &Self, member: usize| -> Vec<Step> {
            let parents = graph.nodes[member].parents.iter();
            let told =
                |step: &&Step| birth(step) && !graph.open_rows.contains(&step.proof) && !siblings.is_top(step.to);
            parents.filter(told).copied().collect()
        };
        for family in siblings.families() {
            let named = |step: &Step| (!self.actors(step.to).is_empty()).then_some(step.to);
            let on_record: BTreeSet<usize> =
                family.iter().flat_map(|member| given(self, *member)).filter_map(|step| named(&step)).collect();
            // Nobody has three: some of them have one parent in common at most.
            if on_record.len() > 2 {
                continue;
            }
            for member in &family {
                let parents = given(self, *member);
                if parents.is_empty() {
                    continue;
                }
                for (sibling, proofs) in siblings.of(*member) {
                    for step in parents.iter().filter(|step| step.to != sibling) {
                        let proofs = proofs.iter().chain([&step.proof]);
                        shared.push((step.to, sibling, self.rows_of(proofs)));
                    }
                }
            }
            if family.len() > 2
                && let Some(center) = siblings.center(&family)
            {
                let parent = self.anonymous();
                shared.push((parent, center, Vec::new()));
                let others = siblings.of(center).into_iter();
                shared.extend(others.map(|(sibling, proofs)| (parent, sibling, self.rows_of(proofs.iter()))));
            }
        }
        for (parent, child, rows) in shared {
            let on_record = |step: &Step| step.to == parent && birth(step) && !self.open_rows.contains(&step.proof);
            if !self.nodes[child].parents.iter().any(on_record) {
                let proof = self.proven_by(rows);
                self.parent(parent, child, proof, ParentKind::Birth);
            }
        }
    }

    fn rows_of<'b>(&self, proofs: impl Iterator<Item = &'b usize>) -> Vec<usize> {
        let mut rows = Vec::new();
        for row in proofs.filter_map(|proof| self.proofs.get(*proof)).flatten() {
            if !rows.contains(row) {
                rows.push(*row);
            }
        }
        rows
    }

    fn parent(&mut self, parent: usize, child: usize, proof: usize, kind: ParentKind) {
        self.nodes[child].parents.push(Step { to: parent, proof, kind, severed: false });
        self.nodes[parent].children.push(Step { to: child, proof, kind, severed: false });
    }

    fn marriage(&mut self, a: usize, b: usize, proof: usize, former: bool) {
        self.both(a, b, proof, |node| if former { &mut node.former_spouses } else { &mut node.spouses });
    }

    fn both(&mut self, a: usize, b: usize, proof: usize, list: impl Fn(&mut Node) -> &mut Vec<Step>) {
        let step = |to| Step { to, proof, kind: ParentKind::Birth, severed: false };
        list(&mut self.nodes[a]).push(step(b));
        list(&mut self.nodes[b]).push(step(a));
    }

    /// Adoption ends the legal kinship with the birth parents, unless the adopter is (or was) married to them.
    ///
    /// By a row that may mean something else nobody is known to be adopted, and the birth parents stay kin; an adopter of
    /// whom only such a row tells may still be the one whom the birth parent married.
    fn sever_birth_parents(&mut self) {
        let mut severed: Vec<(usize, usize)> = Vec::new();
        for (child, node) in self.nodes.iter().enumerate() {
            let adopters: Vec<&Step> = node.parents.iter().filter(|step| step.kind == ParentKind::Adoptive).collect();
            if adopters.iter().all(|step| self.open_rows.contains(&step.proof)) {
                continue;
            }
            for step in node.parents.iter().filter(|step| step.kind == ParentKind::Birth) {
                let parent = &self.nodes[step.to];
                let joined = |adopter: &&Step| {
                    adopter.to == step.to
                        || parent.spouses.iter().chain(&parent.former_spouses).any(|spouse| spouse.to == adopter.to)
                };
                if !adopters.iter().any(joined) {
                    severed.push((child, step.to));
                }
            }
        }
        for (child, parent) in severed {
            let mark = |steps: &mut Vec<Step>, other: usize| {
                let birth = |step: &&mut Step| step.to == other && step.kind == ParentKind::Birth;
                steps.iter_mut().filter(birth).for_each(|step| step.severed = true);
            };
            mark(&mut self.nodes[child].parents, parent);
            mark(&mut self.nodes[parent].children, child);
        }
    }
}

/// The marriage, lasting or former, of which a row tells and of nothing else.
pub(super) fn marriage(edge: &KinEdge, as_of: Date) -> Option<Hop> {
    match &edge.kind {
        KinKind::Parent(_) => None,
        KinKind::Spouse { to, .. } if ended(*to, as_of) => Some(Hop::FormerSpouse),
        KinKind::Spouse { .. } => Some(Hop::Spouse),
        KinKind::Term(term) => match readings(term).as_slice() {
            [path] => match path[..] {
                [hop @ (Hop::Spouse | Hop::FormerSpouse)] => Some(hop),
                _ => None,
            },
            _ => None,
        },
    }
}

pub(super) fn ended(to: Option<PartialDate>, as_of: Date) -> bool {
    to.is_some_and(|to| to.latest() < as_of)
}
