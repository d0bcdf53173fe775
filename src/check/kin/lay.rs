//! The rows as edges: terms laid out, siblings given their parents, birth parents severed by adoption.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Step::{self, Down, FormerMarriage, Marriage, Up};
use super::doubt::Row;
use super::term;
use super::{Edge, Kin, KinGraph};
use crate::pool::{KinEdge, KinKind, ParentKind};

impl KinGraph {
    pub(super) fn read(&mut self, edge: &KinEdge, today: Date) -> Row {
        let (a, b) = (self.node(&edge.a), self.node(&edge.b));
        let (meanings, siblings) = match &edge.kind {
            KinKind::Parent(kind) => (vec![vec![(Down, Some(*kind))]], Vec::new()),
            KinKind::Spouse { to: Some(to), .. } if to.latest() < today => {
                (vec![vec![(FormerMarriage, None)]], Vec::new())
            }
            KinKind::Spouse { .. } => (vec![vec![(Marriage, None)]], Vec::new()),
            KinKind::Term(term) => (term::meanings(term), term::full_siblings(term)),
        };
        Row { a, b, meanings, siblings, term: matches!(edge.kind, KinKind::Term(_)) }
    }

    fn link(&mut self, from: usize, to: usize, step: Step, parent: Option<ParentKind>, open: bool) {
        self.edges[from].push(Edge { to, step, parent, open, severed: false });
        self.edges[to].push(Edge { to: from, step: step.back(), parent, open, severed: false });
    }

    /// Lays every path that a row may stand for through people without a name. Full siblings are kept apart, to be given
    /// their parents together.
    pub(super) fn chain(&mut self, row: &Row) {
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
    pub(super) fn join_siblings(&mut self) {
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
            if parents.iter().filter(|parent| !self.names[**parent].is_empty()).count() > 2 {
                // Not all of one blood: each pair has a parent in common, whoever it is.
                for one in &family {
                    for other in self.siblings[one].clone().split_off(one) {
                        let parent = self.anonymous();
                        for child in [*one, other] {
                            self.link(child, parent, Up, Some(ParentKind::Birth), false);
                        }
                    }
                }
                continue;
            }
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
    pub(super) fn sever(&mut self) {
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
}
