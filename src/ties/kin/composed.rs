//! Longer chains of kin rows, read as their words put together.

use std::collections::{BTreeMap, BTreeSet};

use super::chains::{Chain, Chains, Link, ROWS};
use super::path::{Path, append, signs, start, with_nearer};

/// Signs of the rows of a chain together; what more of them say nobody can tell.
const SIGNS: usize = 30;

/// What is near kin of somebody, or has them as near kin, besides ancestors and descendants.
const NEAR: &[&str] = &[
    "=", "^v", "^^v", "^vv", "^^vv", "=^", "v=", "=^v", "^v=", "=^v=", "v=^", "^^v=", "^vv=", "^^vv=", "=^^v", "=^vv",
    "=^^vv",
];

/// A chain along people of whom none is met twice.
struct Thread {
    chain: Chain,
    trail: Vec<usize>,
    signs: usize,
    /// All that the rows may say together, unless there are too many signs.
    paths: BTreeSet<Path>,
}

impl Chains {
    /// Everybody but those `known` to whom a chain leads that has a doubt in it and that by one of its readings names near
    /// kin, with the rows of the first of the shortest ones.
    ///
    /// Whoever is known needs no search, so that it ends quickly where everybody is everybody's kin.
    pub fn composed(&self, from: usize, known: &BTreeSet<usize>) -> BTreeMap<usize, Vec<usize>> {
        let mut found = BTreeMap::new();
        let mut open = self.within(&BTreeSet::from([from]));
        open.retain(|node, _| *node != from && !known.contains(node));
        let first = Thread { chain: Chain::new(from), trail: vec![from], signs: 0, paths: [start(Some(from))].into() };
        let mut threads = vec![first];
        for rows_left in (0..ROWS).rev() {
            let goals: BTreeSet<usize> = open.keys().copied().filter(|node| !found.contains_key(node)).collect();
            if goals.is_empty() {
                break;
            }
            let to_goal = self.within(&goals);
            let mut next = Vec::new();
            for thread in threads.iter().filter(|thread| self.may_be_doubtful(&thread.chain, rows_left)) {
                let on = self.links.get(thread.chain.to).into_iter().flatten();
                let on = on.filter(|link| to_goal.get(&link.to).is_some_and(|rows| *rows <= rows_left));
                for link in on.filter(|link| !link.paths.is_empty() && !thread.trail.contains(&link.to)) {
                    let longer = self.spin(thread, link);
                    if longer.chain.doubtful && goals.contains(&link.to) && longer.may_be_near() {
                        found.entry(link.to).or_insert_with(|| longer.chain.rows.clone());
                    }
                    next.push(longer);
                }
            }
            threads = next;
        }
        found
    }

    fn spin(&self, thread: &Thread, link: &Link) -> Thread {
        let signs = thread.signs + link.paths.iter().map(String::len).max().unwrap_or_default();
        let mut paths = BTreeSet::new();
        if signs <= SIGNS {
            let longer = |path| link.paths.iter().map(move |word| append(path, word, Some(link.to)));
            paths = with_nearer(thread.paths.iter().flat_map(longer).collect(), &|one, other| self.are_two(one, other));
        }
        let trail = [thread.trail.as_slice(), &[link.to]].concat();
        Thread { chain: self.along(&thread.chain, link), trail, signs, paths }
    }

    /// Whether two on record cannot be one who is on record twice: a row joins them, or they have a parent in common.
    fn are_two(&self, one: usize, other: usize) -> bool {
        let links = |node: usize| self.links.get(node).into_iter().flatten();
        let parents = |node: usize| links(node).filter(|link| link.up).map(|link| link.to);
        links(one).any(|link| link.to == other) || parents(one).any(|parent| parents(other).any(|it| it == parent))
    }

    /// Everybody whom the rows of a chain may join to one of these, with the fewest rows.
    fn within(&self, nodes: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
        let mut found: BTreeMap<usize, usize> = nodes.iter().map(|node| (*node, 0)).collect();
        let mut edge: Vec<usize> = nodes.iter().copied().collect();
        for rows in 1..=ROWS {
            let links = edge.iter().flat_map(|node| self.links.get(*node)).flatten();
            let next: BTreeSet<usize> = links.map(|link| link.to).filter(|to| !found.contains_key(to)).collect();
            found.extend(next.iter().map(|node| (*node, rows)));
            edge = next.into_iter().collect();
        }
        found
    }
}

impl Thread {
    fn may_be_near(&self) -> bool {
        self.signs > SIGNS || self.paths.iter().any(|path| is_near(&signs(path)))
    }
}

fn is_near(path: &str) -> bool {
    let line = |sign: char| !path.is_empty() && path.chars().all(|it| it == sign);
    line('^') || line('v') || NEAR.contains(&path)
}
