//! What the rows of a longer chain say together: a depth-first search for those of whom they may make near kin.

use std::collections::{BTreeMap, BTreeSet};

use super::Step::{self, Down, FormerMarriage, Marriage, Up};
use super::doubt::{Doubts, Row};
use super::{AFFINE, COLLATERAL};

/// Rows of a chain, and steps of them together that anybody can still follow.
pub(super) const ROWS: usize = 6;
const STEPS: usize = 30;

/// A row as somebody at one of its ends reads it.
pub(super) struct Reading {
    to: usize,
    meanings: Vec<Vec<Step>>,
    /// Whether it is a doubtful one; the steps that it may be otherwise.
    doubtful: bool,
    up: bool,
    down: bool,
}

impl Reading {
    /// A row from both ends.
    pub fn both(row: &Row, plain: Option<&BTreeSet<Step>>) -> [(usize, Reading); 2] {
        let is = |step| plain.is_some_and(|steps| steps.contains(&step));
        let there: Vec<Vec<Step>> =
            row.meanings.iter().map(|steps| steps.iter().map(|(step, _)| *step).collect()).collect();
        let back = there.iter().map(|steps| mirrored(steps)).collect();
        let doubtful = plain.is_none();
        [
            (row.a, Reading { to: row.b, meanings: there, doubtful, up: is(Up), down: is(Down) }),
            (row.b, Reading { to: row.a, meanings: back, doubtful, up: is(Down), down: is(Up) }),
        ]
    }
}

/// A step and all on record who may be the one to whom it leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Leg {
    step: Step,
    ends: BTreeSet<usize>,
}

/// Legs from the start, who may be any of some people on record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    start: BTreeSet<usize>,
    legs: Vec<Leg>,
}

/// Where the search stands.
struct Stand<'a> {
    trail: &'a [usize],
    doubtful: bool,
    /// From which parent the last row came down.
    parent: Option<usize>,
    steps: usize,
    ways: BTreeSet<Way>,
}

/// Whom the search looks for, and the rows from there and from the next doubt.
struct Marks<'a> {
    goals: &'a BTreeSet<usize>,
    to_goal: BTreeMap<usize, usize>,
    to_doubt: BTreeMap<usize, usize>,
}

impl Doubts {
    /// Those of `goals` whom a chain with a doubt in it may make near kin of `x`.
    pub fn said_near(&self, x: usize, goals: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let to_goal = self.rows_from(goals.iter().copied());
        if to_goal.contains_key(&x) {
            let around = self.rows_from([x]).into_keys();
            let to_doubt = self.rows_from(around.filter(|node| self.leaves_open(*node)));
            let nothing = Way { start: BTreeSet::from([x]), legs: Vec::new() };
            let stand = Stand { trail: &[x], doubtful: false, parent: None, steps: 0, ways: BTreeSet::from([nothing]) };
            self.search(&stand, &Marks { goals, to_goal, to_doubt }, &mut found);
        }
        found
    }

    fn search(&self, stand: &Stand, marks: &Marks, found: &mut BTreeSet<usize>) {
        let Some(here) = stand.trail.last() else { return };
        let left = ROWS - stand.trail.len();
        let near = |rows: &BTreeMap<usize, usize>, node| rows.get(node).is_some_and(|rows| *rows <= left);
        if !stand.doubtful && !near(&marks.to_doubt, here) {
            return;
        }
        for row in self.readings.get(here).into_iter().flatten() {
            let leads_on = !row.meanings.is_empty() && near(&marks.to_goal, &row.to) && !stand.trail.contains(&row.to);
            if !leads_on || found.is_superset(marks.goals) {
                continue;
            }
            let doubtful = stand.doubtful
                || row.doubtful
                || row.up && stand.parent.is_some_and(|parent| self.are_apart(parent, row.to));
            let steps = stand.steps + row.meanings.iter().map(Vec::len).max().unwrap_or_default();
            let mut ways = BTreeSet::new();
            if steps <= STEPS {
                for (way, meaning) in stand.ways.iter().flat_map(|way| row.meanings.iter().map(move |it| (way, it))) {
                    let mut legs: Vec<Leg> =
                        meaning.iter().map(|step| Leg { step: *step, ends: BTreeSet::new() }).collect();
                    legs.iter_mut().next_back().into_iter().for_each(|leg| leg.ends.extend([row.to]));
                    self.go_on(way, &legs, &mut ways);
                }
            }
            if doubtful && marks.goals.contains(&row.to) && (steps > STEPS || ways.iter().any(Way::is_near)) {
                found.insert(row.to);
            }
            if left > 0 {
                let trail = [stand.trail, &[row.to]].concat();
                let parent = row.down.then_some(*here);
                self.search(&Stand { trail: &trail, doubtful, parent, steps, ways }, marks, found);
            }
        }
    }

    /// Whether a row of somebody is doubtful, or two parents on record may not be a couple.
    fn leaves_open(&self, node: usize) -> bool {
        let rows = || self.readings.get(&node).into_iter().flatten();
        let parents = || rows().filter(|row| row.up).map(|row| row.to);
        rows().any(|row| row.doubtful) || parents().any(|one| parents().any(|other| self.are_apart(one, other)))
    }

    fn are_apart(&self, one: usize, other: usize) -> bool {
        one != other && !self.couples.get(&one).is_some_and(|couple| couple.contains(&other))
    }

    /// `way` and then `rest`, also where this turns back: a child's parent may be oneself or the spouse, a parent's child
    /// oneself, a spouse's spouse too, a parent's spouse a parent, a spouse's child one's own.
    fn go_on(&self, way: &Way, rest: &[Leg], found: &mut BTreeSet<Way>) {
        let mut whole = way.clone();
        whole.legs.extend_from_slice(rest);
        found.insert(whole);
        let mut back = way.clone();
        let (Some(last), Some((first, rest))) = (back.legs.pop(), rest.split_first()) else { return };
        let marriage = |step| matches!(step, Marriage | FormerMarriage);
        let instead = match (last.step, first.step) {
            (Down, Up) => Some(Marriage),
            (Up, step) if marriage(step) => Some(Up),
            (step, Down) if marriage(step) => Some(Down),
            _ => None,
        };
        if let Some(step) = instead {
            let mut shorter = BTreeSet::new();
            self.go_on(&back, &[Leg { step, ends: first.ends.clone() }], &mut shorter);
            shorter.iter().for_each(|shorter| self.go_on(shorter, rest, found));
        }
        let returns = matches!((last.step, first.step), (Down, Up) | (Up, Down));
        if returns || marriage(last.step) && marriage(first.step) {
            let origin = back.legs.last_mut().map_or(&mut back.start, |leg| &mut leg.ends);
            if !origin.iter().any(|one| first.ends.iter().any(|other| self.differ(*one, *other))) {
                origin.extend(&first.ends);
                self.go_on(&back, rest, found);
            }
        }
    }

    /// Whether two ids are certainly two people: kin of each other on record, or children of one parent.
    fn differ(&self, one: usize, other: usize) -> bool {
        let of = |node| self.readings.get(&node).into_iter().flatten();
        of(one).any(|row| row.to == other)
            || of(one).filter(|row| row.up).any(|row| of(other).any(|it| it.up && it.to == row.to))
    }

    /// Everybody near some people, by the fewest rows between.
    pub fn rows_from(&self, people: impl IntoIterator<Item = usize>) -> BTreeMap<usize, usize> {
        let mut queue: Vec<usize> = people.into_iter().collect();
        let mut found = BTreeMap::new();
        for rows in 0..=ROWS {
            queue.retain(|node| found.insert(*node, rows).is_none());
            queue = queue.iter().flat_map(|node| self.all.get(node)).flatten().copied().collect();
            queue.retain(|node| !found.contains_key(node));
        }
        found
    }
}

impl Way {
    fn is_near(&self) -> bool {
        let steps: Vec<Step> = self.legs.iter().map(|leg| leg.step).collect();
        let listed = |steps: &[Step]| {
            let line = !steps.is_empty() && steps.iter().all(|step| *step == Up);
            line || matches!(steps, [Marriage] | [Up, Down]) || COLLATERAL.contains(&steps) || AFFINE.contains(&steps)
        };
        listed(&steps) || listed(&mirrored(&steps))
    }
}

/// The same steps from the other end.
fn mirrored(steps: &[Step]) -> Vec<Step> {
    steps.iter().rev().map(|step| step.back()).collect()
}
