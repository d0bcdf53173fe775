//! Who are brothers and sisters of the full blood by kin terms, and so have all parents in common.

use std::collections::{BTreeMap, BTreeSet};

/// Pairs of siblings, with what shows each.
#[derive(Debug, Default)]
pub(super) struct Siblings {
    pairs: BTreeMap<usize, BTreeMap<usize, usize>>,
    /// Parents without a name who stand in a term for the common parents alone.
    tops: BTreeSet<usize>,
}

impl Siblings {
    /// Keeps two as siblings, by the first proof that shows it.
    pub fn join(&mut self, one: usize, other: usize, proof: usize) {
        if one != other {
            self.pairs.entry(one).or_default().entry(other).or_insert(proof);
            self.pairs.entry(other).or_default().entry(one).or_insert(proof);
        }
    }

    pub fn note_top(&mut self, node: usize) {
        self.tops.insert(node);
    }

    pub fn is_top(&self, node: usize) -> bool {
        self.tops.contains(&node)
    }

    /// Siblings and siblings of siblings together, two and more, sorted.
    pub fn families(&self) -> Vec<BTreeSet<usize>> {
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let mut families = Vec::new();
        for node in self.pairs.keys() {
            if !seen.contains(node) {
                let family: BTreeSet<usize> = self.of(*node).into_keys().chain([*node]).collect();
                seen.extend(&family);
                families.push(family);
            }
        }
        families
    }

    /// All siblings of one, with the proofs along the shortest line to each.
    pub fn of(&self, node: usize) -> BTreeMap<usize, Vec<usize>> {
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::from([(node, Vec::new())]);
        let mut edge = vec![node];
        while !edge.is_empty() {
            let mut next = Vec::new();
            for here in edge {
                let proofs = found.get(&here).cloned().unwrap_or_default();
                for (sibling, proof) in self.pairs.get(&here).into_iter().flatten() {
                    if !found.contains_key(sibling) {
                        found.insert(*sibling, [proofs.as_slice(), &[*proof]].concat());
                        next.push(*sibling);
                    }
                }
            }
            edge = next;
        }
        found.remove(&node);
        found
    }

    /// The one of whom most rows tell.
    pub fn center(&self, family: &BTreeSet<usize>) -> Option<usize> {
        let known = |node: &usize| self.pairs.get(node).map_or(0, BTreeMap::len);
        family.iter().copied().max_by_key(|node| (known(node), std::cmp::Reverse(*node)))
    }
}
