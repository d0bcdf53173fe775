//! Kinship in the sense of the law, derived from parent and spouse edges and from declared kin terms.
//!
//! The law's list is not symmetric (my wife's uncle is not on my list, but I am on his as the spouse of his
//! collateral kin), so two people are near kin when either is on the other's list. [`Kin::of`] walks outward from
//! one person over a bounded number of edges; nothing here loops over pairs of people.

mod chains;
mod compose;
mod graph;
mod lines;
mod relation;
mod siblings;
mod table;
mod terms;
mod unknown;
mod walk;

pub use lines::impossible_lines;
pub use relation::{Kinship, Relation};
pub use terms::{is_known_term, known_terms};
pub use unknown::unknown_terms;

use jiff::civil::Date;

use crate::id::ActorId;
use crate::pool::{KinEdge, Pool};
use chains::Chains;
use graph::Graph;

/// The kin graph of a pool, with the anonymous links that declared terms imply.
pub struct Kin<'a> {
    graph: Graph<'a>,
    chains: Chains,
}

/// One relative of somebody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KinFact<'a> {
    /// The relative: a person, a party or a relative on record.
    pub other: ActorId,
    /// How the two are related, the relative standing at `down`.
    pub relation: Relation,
    /// The kin rows that show it, in the order of the path.
    pub rows: Vec<&'a KinEdge>,
}

impl<'a> Kin<'a> {
    /// Builds the graph; a marriage counts as ended when the last day it may have lasted lies before `as_of`.
    ///
    /// A party who is a person on the roster is one and the same in it.
    pub fn new(pool: &'a Pool, as_of: Date) -> Self {
        let graph = Graph::new(pool, as_of);
        let chains = Chains::new(&graph, as_of);
        Kin { graph, chains }
    }

    /// Everybody on record to whom `actor` is related, sorted, each once and as closely as the records show.
    ///
    /// Somebody who is on record twice (on the roster and as a party) appears under both ids. Where the walk finds no
    /// relation, but up to four rows lead to somebody and one of them leaves the degree open, the degree is unknown.
    pub fn of(&self, actor: &ActorId) -> Vec<KinFact<'a>> {
        let Some(start) = self.graph.node(actor) else { return Vec::new() };
        let mut kin = walk::kin_of(&self.graph, start);
        for (node, rows) in self.chains.doubtful(start) {
            let relation = Relation { kinship: Kinship::Unknown, up: 0, down: 0 };
            kin.entry(node).or_insert(walk::Found { relation, rows });
        }
        let mut facts: Vec<KinFact> = kin
            .into_iter()
            .flat_map(|(node, found)| {
                let rows: Vec<&KinEdge> = found.rows.iter().filter_map(|row| self.graph.row(*row)).collect();
                self.graph.actors(node).iter().map(move |other| KinFact {
                    other: other.clone(),
                    relation: found.relation,
                    rows: rows.clone(),
                })
            })
            .collect();
        facts.sort();
        facts
    }

    /// How `x` and `y` are related, if the records show that they are.
    pub fn relation(&self, x: &ActorId, y: &ActorId) -> Option<Relation> {
        self.of(x).into_iter().find(|fact| fact.other == *y).map(|fact| fact.relation)
    }
}
