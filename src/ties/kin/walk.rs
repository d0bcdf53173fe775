//! The walk from one person to all kin.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Graph, Node, Step};
use super::{Kinship, Relation};

/// How far lines of ancestors and descendants are followed, in generations; more than any roster records.
const LINE: u8 = 8;
/// How far from the common ancestor collateral kin within three generations stand; self is the first generation.
const COLLATERAL: u8 = 2;
/// How far kin one step beyond the list stand.
const DISTANT: u8 = 3;

/// One relation that the walk found, with the kin rows along the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub relation: Relation,
    pub rows: Vec<usize>,
}

/// All kin of `start`, each with the closest relation and, among equals, the shortest and first path.
pub(super) fn kin_of(graph: &Graph, start: usize) -> BTreeMap<usize, Found> {
    let mut kin = Collected { start, kin: BTreeMap::new() };
    let node = graph.at(start);
    let blood = Blood::of(graph, start);
    for (way, kinship) in blood.ways() {
        kin.add(way, kinship, true);
    }
    for step in &node.spouses {
        let spouse = Way::default().along(step);
        kin.add(&spouse, Kinship::Spouse, false);
        affines_through_spouse(graph, &spouse, &mut kin);
    }
    spouses_of_kin(graph, &blood, &mut kin);
    in_laws_of_kin(graph, start, &mut kin);
    for (steps, kinship) in [
        (&node.former_spouses, Kinship::FormerSpouse),
        (&node.declared, Kinship::Distant),
        (&node.unknown, Kinship::Unknown),
    ] {
        for step in steps {
            kin.add(&Way::default().along(step), kinship, false);
        }
    }
    kin.kin
}

/// My spouse's parents, siblings and their spouses; and those on whose list I stand as the spouse of their
/// collateral kin. Beyond the list: my spouse's other lineal kin.
fn affines_through_spouse(graph: &Graph, spouse: &Way, kin: &mut Collected) {
    let family = Blood::of(graph, spouse.to);
    for (way, kinship) in family.ways() {
        let joined = spouse.then(way);
        let near = match kinship {
            Kinship::Lineal => (way.up, way.down) == (1, 0),
            kinship => kinship == Kinship::Collateral,
        };
        if near {
            kin.add(&joined, Kinship::Affine, false);
        } else if kinship == Kinship::Lineal {
            kin.add(&joined, Kinship::Distant, false);
        }
        if (way.up, way.down) == (1, 1) {
            for step in &graph.at(way.to).spouses {
                kin.add(&joined.along(step), Kinship::Affine, false);
            }
        }
    }
}

/// My collateral kin's spouses; my children's spouses and their parents. Beyond the list: the spouses of my other
/// lineal kin.
fn spouses_of_kin(graph: &Graph, blood: &Blood, kin: &mut Collected) {
    for (way, kinship) in blood.ways() {
        for step in &graph.at(way.to).spouses {
            let spouse = way.along(step);
            match (kinship, way.up, way.down) {
                (Kinship::Collateral, ..) => kin.add(&spouse, Kinship::Affine, false),
                (Kinship::Lineal, 0, 1) => {
                    kin.add(&spouse, Kinship::Affine, false);
                    for parent in &graph.at(spouse.to).parents {
                        kin.add(&spouse.along(parent), Kinship::Affine, false);
                    }
                }
                (Kinship::Lineal, ..) => kin.add(&spouse, Kinship::Distant, false),
                _ => {}
            }
        }
    }
}

/// Beyond the list: my siblings' parents-in-law, and my children's siblings-in-law, to whom I am just that.
fn in_laws_of_kin(graph: &Graph, start: usize, kin: &mut Collected) {
    let shapes: [[Follow; 4]; 2] = [
        [|me| &me.parents, |parent| &parent.children, |sibling| &sibling.spouses, |spouse| &spouse.parents],
        [|me| &me.children, |child| &child.spouses, |spouse| &spouse.parents, |in_law| &in_law.children],
    ];
    for shape in shapes {
        let mut trails = vec![(Way { to: start, ..Way::default() }, vec![start])];
        for steps in shape {
            let mut longer = Vec::new();
            for (way, passed) in &trails {
                for step in steps(graph.at(way.to)).iter().filter(|step| !passed.contains(&step.to)) {
                    longer.push((way.along(step), [passed.as_slice(), &[step.to]].concat()));
                }
            }
            trails = longer;
        }
        trails.iter().for_each(|(way, _)| kin.add(way, Kinship::Distant, false));
    }
}

/// The edges of one sort that lead on from a node.
type Follow = fn(&Node) -> &[Step];

/// A path from a starting person.
#[derive(Debug, Clone, Default)]
struct Way {
    to: usize,
    up: u8,
    down: u8,
    rows: Vec<usize>,
    severed: bool,
}

impl Way {
    fn along(&self, step: &Step) -> Way {
        let mut rows = self.rows.clone();
        if rows.last() != Some(&step.row) {
            rows.push(step.row);
        }
        Way { to: step.to, rows, severed: self.severed || step.severed, ..*self }
    }

    fn then(&self, next: &Way) -> Way {
        let mut rows = self.rows.clone();
        rows.extend(next.rows.iter().skip(usize::from(self.rows.last() == next.rows.first())));
        Way { to: next.to, up: 0, down: 0, rows, severed: self.severed || next.severed }
    }
}

/// Kin by blood, adoption or remarriage of one person.
struct Blood {
    lineal: Vec<Way>,
    collateral: Vec<Way>,
    distant: Vec<Way>,
}

impl Blood {
    fn of(graph: &Graph, start: usize) -> Self {
        let origin = Way { to: start, ..Way::default() };
        let ancestors = line(origin.clone(), LINE, |way| {
            graph.at(way.to).parents.iter().map(|step| Way { up: way.up + 1, ..way.along(step) }).collect()
        });
        let down = |way: &Way| -> Vec<Way> {
            graph.at(way.to).children.iter().map(|step| Way { down: way.down + 1, ..way.along(step) }).collect()
        };
        let descendants = line(origin, LINE, down);
        let mut direct: BTreeSet<usize> =
            ancestors.iter().chain(&descendants).filter(|way| !way.severed).map(|way| way.to).collect();
        direct.insert(start);
        let (mut collateral, mut distant) = (Vec::new(), Vec::new());
        for ancestor in ancestors.iter().filter(|way| way.up <= DISTANT) {
            for way in line(ancestor.clone(), DISTANT, down) {
                if direct.contains(&way.to) {
                    continue;
                }
                if way.up.max(way.down) <= COLLATERAL {
                    collateral.push(way);
                } else if way.up.min(way.down) <= COLLATERAL {
                    distant.push(way);
                }
            }
        }
        let lineal = ancestors.into_iter().chain(descendants).filter(|way| way.to != start).collect();
        Blood { lineal, collateral, distant }
    }

    fn ways(&self) -> impl Iterator<Item = (&Way, Kinship)> {
        let lineal = self.lineal.iter().map(|way| (way, Kinship::Lineal));
        let collateral = self.collateral.iter().map(|way| (way, Kinship::Collateral));
        lineal.chain(collateral).chain(self.distant.iter().map(|way| (way, Kinship::Distant)))
    }
}

/// Every way of one to `depth` steps, the shorter ones first. Never returns to a node of its own way, so that
/// records which make somebody their own ancestor cannot trap it.
fn line(origin: Way, depth: u8, next: impl Fn(&Way) -> Vec<Way>) -> Vec<Way> {
    let (mut found, mut edge) = (Vec::new(), vec![(origin.clone(), vec![origin.to])]);
    for _ in 0..depth {
        let mut further = Vec::new();
        for (way, passed) in &edge {
            for way in next(way) {
                if !passed.contains(&way.to) {
                    let passed = passed.iter().copied().chain([way.to]).collect();
                    further.push((way, passed));
                }
            }
        }
        found.extend(further.iter().map(|(way, _)| way.clone()));
        edge = further;
    }
    found
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
            (kinship, up + down, if forward { up } else { down }, found.rows.len(), found.rows.clone())
        };
        match self.kin.get(&way.to) {
            Some(best) if rank(best) <= rank(&found) => {}
            _ => {
                self.kin.insert(way.to, found);
            }
        }
    }
}
