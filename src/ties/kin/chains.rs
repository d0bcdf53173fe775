//! Chains of kin rows that may make two people kin, where the walk cannot tell.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::graph::{Graph, ended, marriage};
use super::terms::{Hop, readings};
use crate::pool::{KinEdge, KinKind};

/// Rows in the longest chain.
const LONGEST: usize = 4;

/// Every kin row as a link between two people on record, whatever it says.
pub(super) struct Chains {
    links: Vec<Vec<Link>>,
    married: BTreeSet<(usize, usize)>,
    /// Rows between somebody and the next doubt, where a chain is long enough to get there.
    to_doubt: BTreeMap<usize, usize>,
}

#[derive(Debug, Clone, Copy)]
struct Link {
    to: usize,
    row: usize,
    /// Whether it is anything but a parent or a spouse of today.
    doubtful: bool,
    /// Whether it may lead to a parent; to a child.
    up: bool,
    down: bool,
}

/// A chain so far.
#[derive(Debug, Clone)]
struct Chain {
    to: usize,
    /// Whom the last row came from.
    from: Option<usize>,
    rows: Vec<usize>,
    doubtful: bool,
    /// From which parent the last row came down.
    from_parent: Option<usize>,
}

impl Chains {
    pub fn new(graph: &Graph, as_of: Date) -> Self {
        let mut chains = Chains { links: Vec::new(), married: BTreeSet::new(), to_doubt: BTreeMap::new() };
        for (row, edge) in graph.rows() {
            let (Some(a), Some(b)) = (graph.node(&edge.a), graph.node(&edge.b)) else { continue };
            if marriage(edge, as_of) == Some(Hop::Spouse) {
                chains.married.extend([(a, b), (b, a)]);
            }
            chains.links.resize_with(chains.links.len().max(a + 1).max(b + 1), Vec::new);
            let link = Link { row, ..link(edge, b, as_of) };
            chains.links[a].push(link);
            chains.links[b].push(Link { to: a, up: link.down, down: link.up, ..link });
        }
        chains.measure();
        chains
    }

    /// Everybody to whom a chain with a doubt in it leads, with the rows of the first of the shortest ones.
    ///
    /// A chain never turns straight back. In so few rows nothing else lets it meet anybody twice, unless a row joins its
    /// ends.
    pub fn doubtful(&self, start: usize) -> BTreeMap<usize, Vec<usize>> {
        let mut found = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut edge = vec![Chain { to: start, from: None, rows: Vec::new(), doubtful: false, from_parent: None }];
        for rows_left in (0..LONGEST).rev() {
            let mut next = Vec::new();
            for chain in &edge {
                if !chain.doubtful && self.to_doubt.get(&chain.to).is_none_or(|rows| *rows > rows_left) {
                    continue;
                }
                let links = self.links.get(chain.to).into_iter().flatten();
                for link in links.filter(|link| link.to != start && Some(link.to) != chain.from) {
                    let longer = self.along(chain, link);
                    if seen.insert((longer.to, longer.from, longer.doubtful, longer.from_parent)) {
                        if longer.doubtful {
                            found.entry(longer.to).or_insert_with(|| longer.rows.clone());
                        }
                        next.push(longer);
                    }
                }
            }
            edge = next;
        }
        found
    }

    fn along(&self, chain: &Chain, link: &Link) -> Chain {
        // Two parents of one child of whom no row says that they are married.
        let parted = |parent: usize| link.up && parent != link.to && !self.married.contains(&(parent, link.to));
        let doubtful = chain.doubtful || link.doubtful || chain.from_parent.is_some_and(parted);
        let from_parent = (link.down && !doubtful).then_some(chain.to);
        let rows = [chain.rows.as_slice(), &[link.row]].concat();
        Chain { to: link.to, from: Some(chain.to), rows, doubtful, from_parent }
    }

    /// Notes how far everybody near a doubt is from it.
    fn measure(&mut self) {
        let mut edge: Vec<usize> = (0..self.links.len()).filter(|node| self.is_doubted(*node)).collect();
        for rows in 0..LONGEST {
            edge.retain(|node| !self.to_doubt.contains_key(node));
            self.to_doubt.extend(edge.iter().map(|node| (*node, rows)));
            edge = edge.iter().flat_map(|node| self.links[*node].iter().map(|link| link.to)).collect();
        }
    }

    fn is_doubted(&self, node: usize) -> bool {
        let parents = || self.links[node].iter().filter(|link| link.up).map(|link| link.to);
        self.links[node].iter().any(|link| link.doubtful)
            || parents().any(|one| parents().any(|other| one != other && !self.married.contains(&(one, other))))
    }
}

fn link(edge: &KinEdge, to: usize, as_of: Date) -> Link {
    let mut link = Link { to, row: 0, doubtful: false, up: false, down: false };
    match &edge.kind {
        KinKind::Parent(_) => link.down = true,
        KinKind::Spouse { to, .. } => link.doubtful = ended(*to, as_of),
        KinKind::Term(term) => {
            let paths = readings(term);
            let plain = |path: &Vec<Hop>| matches!(path.as_slice(), [hop] if *hop != Hop::FormerSpouse);
            link.doubtful = paths.is_empty() || !paths.iter().all(plain);
            let leads = |way: fn(&Hop) -> bool| !link.doubtful && paths.iter().flatten().any(way);
            (link.up, link.down) = (leads(|hop| matches!(hop, Hop::Up(_))), leads(|hop| matches!(hop, Hop::Down(_))));
        }
    }
    link
}
