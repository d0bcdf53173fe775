//! Nodes and steps: the kin rows as a graph, terms expanded.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::terms::{Hop, readings};
use crate::id::ActorId;
use crate::pool::{KinEdge, KinKind, ParentKind, PartialDate, Pool};

/// One step along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub to: usize,
    /// Index of the kin row that shows the edge.
    pub row: usize,
    kind: ParentKind,
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
    /// Rows of several readings, each of which may be wrong.
    open_rows: BTreeSet<usize>,
    nodes: Vec<Node>,
    by_actor: BTreeMap<ActorId, usize>,
}

impl<'a> Graph<'a> {
    pub fn new(pool: &'a Pool, as_of: Date) -> Self {
        let mut rows: Vec<&KinEdge> = pool.kin.iter().collect();
        rows.sort();
        rows.dedup();
        let mut graph =
            Graph { rows: rows.clone(), open_rows: BTreeSet::new(), nodes: Vec::new(), by_actor: BTreeMap::new() };
        // A party who is on the roster shares the person's node; the person's kin rows speak of both.
        for party in pool.parties.values() {
            if let Some(person) = &party.person {
                let node = graph.named(&ActorId::from(person));
                graph.alias(ActorId::from(&party.id), node);
            }
        }
        for (row, edge) in rows.into_iter().enumerate() {
            graph.add(row, edge, as_of);
        }
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

    fn add(&mut self, row: usize, edge: &KinEdge, as_of: Date) {
        let (a, b) = (self.named(&edge.a), self.named(&edge.b));
        match &edge.kind {
            KinKind::Parent(kind) => self.parent(a, b, row, *kind),
            KinKind::Spouse { to, .. } if ended(*to, as_of) => self.marriage(a, b, row, true),
            KinKind::Spouse { .. } => self.marriage(a, b, row, false),
            KinKind::Term(term) => {
                let paths = readings(term);
                if paths.len() > 1 {
                    self.open_rows.insert(row);
                }
                paths.iter().for_each(|path| self.term(a, b, row, path));
                let known = !paths.is_empty();
                self.both(a, b, row, |node| if known { &mut node.declared } else { &mut node.unknown });
            }
        }
    }

    fn term(&mut self, a: usize, b: usize, row: usize, path: &[Hop]) {
        let mut here = a;
        for (index, hop) in path.iter().enumerate() {
            let next = if index + 1 == path.len() { b } else { self.anonymous() };
            match hop {
                Hop::Up(kind) => self.parent(next, here, row, *kind),
                Hop::Down(kind) => self.parent(here, next, row, *kind),
                Hop::Spouse => self.marriage(here, next, row, false),
                Hop::FormerSpouse => self.marriage(here, next, row, true),
            }
            here = next;
        }
    }

    fn parent(&mut self, parent: usize, child: usize, row: usize, kind: ParentKind) {
        self.nodes[child].parents.push(Step { to: parent, row, kind, severed: false });
        self.nodes[parent].children.push(Step { to: child, row, kind, severed: false });
    }

    fn marriage(&mut self, a: usize, b: usize, row: usize, former: bool) {
        self.both(a, b, row, |node| if former { &mut node.former_spouses } else { &mut node.spouses });
    }

    fn both(&mut self, a: usize, b: usize, row: usize, list: impl Fn(&mut Node) -> &mut Vec<Step>) {
        let step = |to| Step { to, row, kind: ParentKind::Birth, severed: false };
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
            if adopters.iter().all(|step| self.open_rows.contains(&step.row)) {
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

fn ended(to: Option<PartialDate>, as_of: Date) -> bool {
    to.is_some_and(|to| to.latest() < as_of)
}
