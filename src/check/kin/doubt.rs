//! Rows that leave it open whether two people are kin: what they lead to within four rows is kin of unknown degree.

use std::collections::{BTreeMap, BTreeSet};

use super::Step::{self, Down, FormerMarriage, Up};
use super::term::Steps;

/// How many rows in a row may make kin.
const ROWS: usize = 4;

/// A kin row, read.
pub(super) struct Row {
    pub a: usize,
    pub b: usize,
    /// All that it may mean, in steps from `a` to `b`; nothing where nobody knows.
    pub meanings: Vec<Steps>,
    /// After how many steps full siblings begin (see `term`).
    pub siblings: Vec<usize>,
    /// Whether it is a kin term.
    pub term: bool,
}

impl Row {
    /// Whether it is this step and cannot be anything else.
    pub fn is_only(&self, step: Step) -> bool {
        matches!(self.meanings.as_slice(), [steps] if matches!(steps.as_slice(), [(only, _)] if *only == step))
    }

    /// The steps one of which it is, if it is a parent, a child or a spouse of today whatever it means.
    fn plain_steps(&self) -> Option<BTreeSet<Step>> {
        let single = |steps: &Steps| match steps.as_slice() {
            [(step, _)] if *step != FormerMarriage => Some(*step),
            _ => None,
        };
        let steps: Option<BTreeSet<Step>> = self.meanings.iter().map(single).collect();
        steps.filter(|steps| !steps.is_empty())
    }
}

/// The rows between people on record.
#[derive(Default)]
pub(super) struct Doubts {
    /// Who follows somebody by a plain row, and by which steps.
    plain: BTreeMap<usize, BTreeSet<(usize, Step)>>,
    /// Who follows somebody by any row, and by a doubtful one.
    all: BTreeMap<usize, BTreeSet<usize>>,
    doubtful: BTreeMap<usize, BTreeSet<usize>>,
    /// Husbands and wives of today on record.
    pub couples: BTreeMap<usize, BTreeSet<usize>>,
}

impl Doubts {
    /// Takes a row in.
    pub fn note(&mut self, row: &Row) {
        for (from, to) in [(row.a, row.b), (row.b, row.a)] {
            self.all.entry(from).or_default().insert(to);
        }
        match row.plain_steps() {
            Some(steps) => {
                for step in steps {
                    self.plain.entry(row.a).or_default().insert((row.b, step));
                    self.plain.entry(row.b).or_default().insert((row.a, step.back()));
                }
            }
            None => {
                self.doubtful.entry(row.a).or_default().insert(row.b);
                self.doubtful.entry(row.b).or_default().insert(row.a);
            }
        }
    }

    /// Everybody whom up to four rows join to `x`, one of them doubtful, or two of them the parents of one child of
    /// whom none says that they are married.
    pub fn around(&self, x: usize) -> BTreeSet<usize> {
        let none = BTreeSet::new();
        let to = |rows: &BTreeMap<usize, BTreeSet<usize>>, node| {
            rows.get(&node).into_iter().flatten().copied().collect::<Vec<_>>()
        };
        // Everybody with the one before, to whom no row turns straight back.
        let mut doubted: BTreeSet<(usize, usize)> = BTreeSet::new();
        // People reached by plain rows alone, with the parent from whom the last of them came down.
        let mut sure: BTreeSet<(usize, Option<usize>, Option<usize>)> = BTreeSet::from([(x, None, None)]);
        for _ in 0..ROWS {
            let on = |(node, before): &(usize, usize)| {
                let next = to(&self.all, *node).into_iter().filter(|next| next != before);
                next.map(|next| (next, *node)).collect::<Vec<_>>()
            };
            let mut further: BTreeSet<(usize, usize)> = doubted.iter().flat_map(on).collect();
            let mut surely = BTreeSet::new();
            for (node, before, parent) in &sure {
                let ahead = |next: &usize| Some(*next) != *before;
                further.extend(to(&self.doubtful, *node).into_iter().filter(ahead).map(|next| (next, *node)));
                let rows = self.plain.get(node).into_iter().flatten();
                for (next, step) in rows.filter(|(next, _)| ahead(next)) {
                    let couple = |one: &usize| one == next || self.couples.get(one).unwrap_or(&none).contains(next);
                    if *step == Up && parent.as_ref().is_some_and(|parent| !couple(parent)) {
                        further.insert((*next, *node));
                    }
                    surely.insert((*next, Some(*node), (*step == Down).then_some(*node)));
                }
            }
            doubted.extend(further);
            sure = surely;
        }
        let mut doubted: BTreeSet<usize> = doubted.into_iter().map(|(node, _)| node).collect();
        doubted.remove(&x);
        doubted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::kin::Step::Marriage;

    #[test]
    fn a_row_is_plain_if_all_that_it_means_is_one_step_of_today() {
        let row = |meanings| Row { a: 0, b: 1, meanings, siblings: Vec::new(), term: true };
        assert!(row(vec![vec![(Up, None)], vec![(Down, None)]]).plain_steps().is_some());
        assert!(row(vec![vec![(Marriage, None)], vec![(Down, None), (Marriage, None)]]).plain_steps().is_none());
        assert!(row(vec![vec![(FormerMarriage, None)]]).plain_steps().is_none());
        assert!(row(Vec::new()).plain_steps().is_none());
    }
}
