//! The walk from one person to all kin.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Graph, Node, Step};
use super::{Kinship, Relation};

/// How far lines of ancestors and descendants are followed, in generations: as far as a single term may lead.
const LINE: u8 = 12;
/// How far from the common ancestor collateral kin within three generations stand; self is the first generation.
const COLLATERAL: u8 = 2;
/// Steps of the longest way that makes near kin beside the lines of descent: a cousin's spouse's.
const NEAR: usize = 5;
/// Steps of the longest way that makes distant kin, and the marriages on it.
const DISTANT: usize = 7;
const MARRIAGES: u8 = 2;

/// One relation that the walk found, with the kin rows along the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub relation: Relation,
    pub rows: Vec<usize>,
}

/// All kin of `start`, each with the closest relation and, among equals, the shortest and first path.
///
/// A way meets nobody twice, so it passes every row of several readings once and by one of them: kin by a way are kin in a family that the
/// rows may mean, and no other way takes that back. Only adoption does, which is why no open row severs (see the graph).
pub(super) fn kin_of(graph: &Graph, start: usize) -> BTreeMap<usize, Found> {
    let mut kin = Collected { start, kin: BTreeMap::new() };
    let node = graph.at(start);
    let me = Way { to: start, trail: vec![start], ..Way::default() };
    let blood = Blood::of(graph, &me);
    for (way, kinship) in blood.ways() {
        kin.add(way, kinship, true);
    }
    for spouse in longer(graph, [&me], Turn::Marriage) {
        kin.add(&spouse, Kinship::Spouse, false);
        affines_through_spouse(graph, &spouse, &mut kin);
    }
    spouses_of_kin(graph, &blood, &mut kin);
    distant_kin(graph, &me, &mut kin);
    for (steps, kinship) in [
        (&node.former_spouses, Kinship::FormerSpouse),
        (&node.declared, Kinship::Distant),
        (&node.unknown, Kinship::Unknown),
    ] {
        for step in steps {
            kin.add(&me.along(graph, step, Turn::Marriage), kinship, false);
        }
    }
    kin.kin
}

/// My spouse's parents, siblings and their spouses; and those on whose list I stand as the spouse of their
/// collateral kin. Beyond the list: my spouse's other lineal kin.
fn affines_through_spouse(graph: &Graph, spouse: &Way, kin: &mut Collected) {
    let family = Blood::of(graph, spouse);
    for (way, kinship) in family.ways() {
        let near = match kinship {
            Kinship::Lineal => (way.up, way.down) == (1, 0),
            kinship => kinship == Kinship::Collateral,
        };
        kin.add(way, if near { Kinship::Affine } else { Kinship::Distant }, false);
        if (way.up, way.down) == (1, 1) {
            longer(graph, [way], Turn::Marriage).iter().for_each(|way| kin.add(way, Kinship::Affine, false));
        }
    }
}

/// My collateral kin's spouses; my children's spouses and their parents. Beyond the list: the spouses of my other
/// lineal kin.
fn spouses_of_kin(graph: &Graph, blood: &Blood, kin: &mut Collected) {
    for (way, kinship) in blood.ways() {
        for spouse in longer(graph, [way], Turn::Marriage) {
            match (kinship, way.up, way.down) {
                (Kinship::Collateral, ..) => kin.add(&spouse, Kinship::Affine, false),
                (Kinship::Lineal, 0, 1) => {
                    kin.add(&spouse, Kinship::Affine, false);
                    longer(graph, [&spouse], Turn::Up).iter().for_each(|way| kin.add(way, Kinship::Affine, false));
                }
                _ => kin.add(&spouse, Kinship::Distant, false),
            }
        }
    }
}

/// Beyond the list: whoever a way of so many steps and marriages leads to that goes up and then down between marriages.
fn distant_kin(graph: &Graph, me: &Way, kin: &mut Collected) {
    let mut known: BTreeMap<(usize, Course), Vec<Way>> = BTreeMap::new();
    let mut edge = vec![(Course::default(), me.clone())];
    for left in (0..DISTANT).rev() {
        let mut reached: BTreeMap<(usize, Course), Vec<Way>> = BTreeMap::new();
        for (course, way) in &edge {
            for turn in [Up, Down, Marriage] {
                let Some(course) = course.after(turn) else { continue };
                for step in way.ahead(graph, turn) {
                    reached.entry((step.to, course)).or_default().push(way.along(graph, step, turn));
                }
            }
        }
        edge = Vec::new();
        for (place, mut ways) in reached {
            ways.sort_by(|one, other| one.rank().cmp(&other.rank()));
            let known = known.entry(place).or_default();
            let before = known.len();
            let all: Vec<&Way> = known.iter().chain(&ways).collect();
            let kept = sufficient(&all, left);
            let news: Vec<Way> =
                kept.into_iter().filter_map(|index| ways.get(index.checked_sub(before)?).cloned()).collect();
            known.extend(news.iter().cloned());
            edge.extend(news.into_iter().map(|way| (place.1, way)));
        }
        edge.iter().for_each(|(_, way)| kin.add(way, Kinship::Distant, false));
    }
}

/// How a way to distant kin has gone so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Course {
    marriages: u8,
    last: Option<Turn>,
}

impl Course {
    fn after(self, turn: Turn) -> Option<Course> {
        let marriages = self.marriages + u8::from(turn == Marriage);
        let turns = !matches!((self.last, turn), (Some(Down), Up) | (Some(Marriage), Marriage));
        (turns && marriages <= MARRIAGES).then_some(Course { marriages, last: Some(turn) })
    }
}

/// The edges of one sort that lead on from a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Up,
    Down,
    Marriage,
}

use Turn::{Down, Marriage, Up};

impl Turn {
    fn steps(self, node: &Node) -> &[Step] {
        match self {
            Turn::Up => &node.parents,
            Turn::Down => &node.children,
            Turn::Marriage => &node.spouses,
        }
    }
}

/// A path from a starting person.
#[derive(Debug, Clone, Default)]
struct Way {
    to: usize,
    /// Everybody on the way, both ends included.
    trail: Vec<usize>,
    /// Generations up, and then down, since the start or the last marriage.
    up: u8,
    down: u8,
    rows: Vec<usize>,
    severed: bool,
}

impl Way {
    fn along(&self, graph: &Graph, step: &Step, turn: Turn) -> Way {
        let mut way = Way { to: step.to, severed: self.severed || step.severed, ..self.clone() };
        way.trail.push(step.to);
        for row in graph.proof(step) {
            if !way.rows.contains(row) {
                way.rows.push(*row);
            }
        }
        match turn {
            Turn::Up => way.up += 1,
            Turn::Down => way.down += 1,
            Turn::Marriage => (way.up, way.down) = (0, 0),
        }
        way
    }

    /// The steps that lead to somebody new.
    fn ahead<'a>(&'a self, graph: &'a Graph, turn: Turn) -> impl Iterator<Item = &'a Step> {
        turn.steps(graph.at(self.to)).iter().filter(|step| !self.trail.contains(&step.to))
    }

    /// Everybody on the way but its ends.
    fn between(&self) -> &[usize] {
        self.trail.get(1..self.trail.len() - 1).unwrap_or_default()
    }

    fn rank(&self) -> (usize, &[usize]) {
        (self.rows.len(), &self.rows)
    }
}

/// Ways one step longer that meet nobody twice: of those by the same people the one with the first rows, and of those to
/// the same person no more than what follows may need.
fn longer<'a>(graph: &Graph, ways: impl IntoIterator<Item = &'a Way>, turn: Turn) -> Vec<Way> {
    let mut found: BTreeMap<(usize, bool), Vec<Way>> = BTreeMap::new();
    for way in ways {
        for step in way.ahead(graph, turn) {
            let next = way.along(graph, step, turn);
            found.entry((next.to, next.severed)).or_default().push(next);
        }
    }
    let thinned = found.into_values().flat_map(|mut ways| {
        ways.sort_by(|one, other| one.rank().cmp(&other.rank()));
        let steps = ways.iter().map(|way| way.trail.len() - 1).min().unwrap_or_default();
        let all: Vec<&Way> = ways.iter().collect();
        let kept = sufficient(&all, NEAR.saturating_sub(steps));
        kept.into_iter().filter_map(|index| ways.get(index).cloned()).collect::<Vec<_>>()
    });
    thinned.collect()
}

/// Which of the ways to one person are enough that, whichever so many people are yet to be met, a way around them is kept
/// if there is any. Where words of open direction join everybody to everybody, all the ways would be without number.
fn sufficient(ways: &[&Way], left: usize) -> BTreeSet<usize> {
    fn keep(ways: &[&Way], left: usize, met: &mut Vec<usize>, kept: &mut BTreeSet<usize>) {
        let around = |way: &Way| !way.between().iter().any(|node| met.contains(node));
        let Some((index, way)) = ways.iter().enumerate().find(|(_, way)| around(way)) else { return };
        kept.insert(index);
        if met.len() < left {
            for node in way.between() {
                met.push(*node);
                keep(ways, left, met, kept);
                met.pop();
            }
        }
    }
    let mut kept = BTreeSet::new();
    keep(ways, left, &mut Vec::new(), &mut kept);
    kept
}

fn keep_first<Key: Ord>(found: &mut BTreeMap<Key, Way>, key: Key, way: Way) {
    if found.get(&key).is_none_or(|best| way.rank() < best.rank()) {
        found.insert(key, way);
    }
}

/// A shortest way to everybody above or below, one over whole steps and one over severed ones; longer ones, of which
/// words of open direction make very many, lead to nobody nearer.
fn line(graph: &Graph, origin: &Way, turn: Turn) -> Vec<Way> {
    let mut seen = BTreeSet::new();
    let (mut found, mut edge) = (Vec::new(), vec![origin.clone()]);
    for _ in 0..LINE {
        let mut reached = BTreeMap::new();
        for way in longer(graph, &edge, turn) {
            let key = (way.to, way.severed);
            if !seen.contains(&key) {
                keep_first(&mut reached, key, way);
            }
        }
        seen.extend(reached.keys().copied());
        edge = reached.into_values().collect();
        found.extend(edge.iter().cloned());
    }
    found
}

/// Kin by blood, adoption or remarriage of the one to whom a way leads.
///
/// Somebody may be lineal and collateral kin at once, as an uncle who became the stepfather; both count.
struct Blood {
    lineal: Vec<Way>,
    collateral: Vec<Way>,
}

impl Blood {
    fn of(graph: &Graph, origin: &Way) -> Self {
        let lineal = [line(graph, origin, Turn::Up), line(graph, origin, Turn::Down)].concat();
        let mut collateral = Vec::new();
        let mut above = vec![origin.clone()];
        for _ in 0..COLLATERAL {
            above = longer(graph, &above, Turn::Up);
            let mut below = above.clone();
            for _ in 0..COLLATERAL {
                below = longer(graph, &below, Turn::Down);
                collateral.extend(below.iter().cloned());
            }
        }
        Blood { lineal, collateral }
    }

    fn ways(&self) -> impl Iterator<Item = (&Way, Kinship)> {
        let lineal = self.lineal.iter().map(|way| (way, Kinship::Lineal));
        let collateral = self.collateral.iter().map(|way| (way, Kinship::Collateral));
        lineal.chain(collateral)
    }
}

/// The closest relation to each of the kin.
struct Collected {
    start: usize,
    kin: BTreeMap<usize, Found>,
}

impl Collected {
    fn add(&mut self, way: &Way, kinship: Kinship, degrees: bool) {
        if way.to == self.start {
            return;
        }
        let kinship = match kinship {
            near if way.severed && near <= Kinship::Affine => Kinship::BirthKinOfAdopted,
            kinship => kinship,
        };
        let (up, down) = if degrees { (way.up, way.down) } else { (0, 0) };
        let found = Found { relation: Relation { kinship, up, down }, rows: way.rows.clone() };
        // Of two equal degrees (an uncle who is a nephew as well) both sides must choose the same.
        let forward = self.start < way.to;
        let rank = |found: &Found| {
            let Relation { kinship, up, down } = found.relation;
            let side = if forward { up } else { down };
            (!found.relation.is_immediate(), kinship, up + down, side, found.rows.len(), found.rows.clone())
        };
        match self.kin.get(&way.to) {
            Some(best) if rank(best) <= rank(&found) => {}
            _ => {
                self.kin.insert(way.to, found);
            }
        }
    }
}
