//! Kinship as a bounded walk over the raw edges, following each shape of kinship step by step.

mod doubt;
mod lay;
mod term;

pub use term::kin_words;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::id::ActorId;
use crate::pool::{ParentKind, Pool};
use doubt::{Doubts, Row};

/// What one relative is to another, closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    /// Husband or wife.
    Spouse,
    /// Parent or child.
    ParentOrChild,
    /// Grandparent or grandchild.
    Grand,
    /// Brother or sister, of the half blood included.
    Sibling,
    /// Any other ancestor or descendant.
    Lineal,
    /// Other collateral kin within three generations.
    Collateral,
    /// Near affine.
    Affine,
    /// Kin by a word that no table knows or by rows that leave the degree open, however near.
    Unknown,
    /// Married once, and no more.
    FormerSpouse,
    /// Kin only through the birth parents of somebody whom others adopted.
    BirthKin,
    /// Kin beyond the law's list.
    Distant,
}

impl Kin {
    /// Whether the Supervision Law counts it as a near relative (R01, R03).
    pub fn is_near_relative(self) -> bool {
        self <= Kin::Sibling
    }

    /// Whether the Civil Servant Law's list has it: spouse, lineal, collateral within three generations, near affine.
    pub fn is_near(self) -> bool {
        self <= Kin::Affine
    }
}

/// One step of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Up,
    Down,
    Marriage,
    FormerMarriage,
}

use Step::{Down, FormerMarriage, Marriage, Up};

impl Step {
    /// The same step walked the other way.
    fn back(self) -> Self {
        match self {
            Up => Down,
            Down => Up,
            same => same,
        }
    }
}

const COLLATERAL: [&[Step]; 3] = [&[Up, Up, Down], &[Up, Down, Down], &[Up, Up, Down, Down]];
const AFFINE: [&[Step]; 9] = [
    &[Marriage, Up],
    &[Marriage, Up, Down],
    &[Marriage, Up, Down, Marriage],
    &[Down, Marriage],
    &[Down, Marriage, Up],
    &[Up, Down, Marriage],
    &[Up, Up, Down, Marriage],
    &[Up, Down, Down, Marriage],
    &[Up, Up, Down, Down, Marriage],
];
/// How many steps, and how many marriages among them, a way to distant kin has at most.
const DISTANT: (usize, usize) = (7, 2);
/// How many steps a path of the lists above has at most.
const LONGEST: usize = 5;

/// Generations to which lines of descent are followed; no term leads further.
const LINE: usize = 12;

#[derive(Debug, Clone, Copy)]
struct Edge {
    to: usize,
    step: Step,
    /// How the parent of a parent edge is one.
    parent: Option<ParentKind>,
    /// Whether it is one of several meanings of a term.
    open: bool,
    /// Whether adoption by others ended the kinship.
    severed: bool,
}

/// All kin edges, a party who is on the roster being one node with the person.
pub struct KinGraph {
    nodes: BTreeMap<ActorId, usize>,
    /// Ids of each node, none for people without a name.
    names: Vec<Vec<ActorId>>,
    edges: Vec<Vec<Edge>>,
    /// Pairs bound by kin terms, both ways, and how these bind them whatever they mean.
    terms: BTreeMap<(usize, usize), Kin>,
    /// Full siblings by kin terms, both ways.
    siblings: BTreeMap<usize, BTreeSet<usize>>,
    /// Husbands and wives of today on record, by rows that say nothing else, of people without a former marriage.
    couples: BTreeMap<usize, BTreeSet<usize>>,
    doubts: Doubts,
}

impl KinGraph {
    /// Reads the edges of a pool; a marriage whose last possible day lies before `today` is a former one.
    pub fn new(pool: &Pool, today: Date) -> Self {
        let mut graph = KinGraph {
            nodes: BTreeMap::new(),
            names: Vec::new(),
            edges: Vec::new(),
            terms: BTreeMap::new(),
            siblings: BTreeMap::new(),
            couples: BTreeMap::new(),
            doubts: Doubts::default(),
        };
        for party in pool.parties.values() {
            if let Some(person) = &party.person {
                let (node, party) = (graph.node(&ActorId::from(person)), ActorId::from(&party.id));
                graph.names[node].push(party.clone());
                graph.nodes.insert(party, node);
            }
        }
        let rows: Vec<Row> = pool.kin.iter().map(|edge| graph.read(edge, today)).collect();
        for row in rows.iter().filter(|row| row.a != row.b && row.is_only(Marriage)) {
            graph.couples.entry(row.a).or_default().insert(row.b);
            graph.couples.entry(row.b).or_default().insert(row.a);
        }
        graph.doubts.couples = graph.couples.clone();
        // A word may speak of the spouse whom somebody had before.
        for row in rows.iter().filter(|row| row.is_only(FormerMarriage)) {
            graph.couples.remove(&row.a);
            graph.couples.remove(&row.b);
        }
        for row in &rows {
            graph.chain(row);
            graph.doubts.note(row);
        }
        graph.join_siblings();
        graph.sever();
        graph
    }

    /// How two actors are kin, each being looked for on the other's list; the closest counts.
    pub fn between(&self, x: &ActorId, y: &ActorId) -> Option<Kin> {
        let (x, y) = (*self.nodes.get(x)?, *self.nodes.get(y)?);
        if x == y {
            return None;
        }
        self.closest(x, &self.list(x), y).or_else(|| self.doubts.around(x).contains(&y).then_some(Kin::Unknown))
    }

    fn closest(&self, x: usize, list: &BTreeMap<usize, Kin>, y: usize) -> Option<Kin> {
        let declared = self.terms.get(&(x, y)).copied();
        [list.get(&y).copied(), self.reach(y).get(&x).copied(), declared].into_iter().flatten().min()
    }

    /// Everybody on `x`'s list, and who is distant kin; these are so from either side.
    fn list(&self, x: usize) -> BTreeMap<usize, Kin> {
        let mut list = self.reach(x);
        for node in self.distant(x) {
            list.entry(node).and_modify(|known| *known = Kin::Distant.min(*known)).or_insert(Kin::Distant);
        }
        list
    }

    /// Everybody on record who is kin of `actor`.
    pub fn kin_of(&self, actor: &ActorId) -> BTreeMap<ActorId, Kin> {
        let Some(start) = self.nodes.get(actor).copied() else { return BTreeMap::new() };
        let list = self.list(start);
        let mut near = self.neighborhood(start);
        near.extend(list.keys());
        let doubted = self.doubts.around(start);
        near.extend(&doubted);
        near.remove(&start);
        let named = near.into_iter().filter(|node| !self.names[*node].is_empty());
        let open = |node: usize| doubted.contains(&node).then_some(Kin::Unknown);
        let kin = named.filter_map(|node| Some((node, self.closest(start, &list, node).or_else(|| open(node))?)));
        kin.flat_map(|(node, kin)| self.names[node].iter().map(move |other| (other.clone(), kin))).collect()
    }

    fn node(&mut self, actor: &ActorId) -> usize {
        if let Some(node) = self.nodes.get(actor) {
            return *node;
        }
        let node = self.anonymous();
        self.names[node].push(actor.clone());
        self.nodes.insert(actor.clone(), node);
        node
    }

    fn anonymous(&mut self) -> usize {
        self.edges.push(Vec::new());
        self.names.push(Vec::new());
        self.edges.len() - 1
    }

    /// Everybody on `x`'s list.
    fn reach(&self, x: usize) -> BTreeMap<usize, Kin> {
        let mut found: BTreeMap<usize, Kin> = BTreeMap::new();
        let mut note = |node: usize, kin: Kin, severed: bool| {
            let kin = if severed && kin.is_near() { Kin::BirthKin } else { kin };
            let known = found.entry(node).or_insert(kin);
            *known = kin.min(*known);
        };
        let lines = [self.line(x, Up), self.line(x, Down)].concat();
        for (node, generations, severed) in &lines {
            let kin = match generations {
                1 => Kin::ParentOrChild,
                2 => Kin::Grand,
                _ => Kin::Lineal,
            };
            note(*node, kin, *severed);
        }
        let married = |node: usize| self.edges[node].iter().filter(|edge| edge.step == Marriage).map(|edge| edge.to);
        for (node, _, severed) in &lines {
            married(*node).for_each(|spouse| note(spouse, Kin::Distant, *severed));
        }
        for spouse in married(x) {
            let lines = [self.line(spouse, Up), self.line(spouse, Down)].concat();
            lines.into_iter().for_each(|(node, _, severed)| note(node, Kin::Distant, severed));
        }
        let shapes = [([&[Marriage] as &[Step]].as_slice(), Kin::Spouse), (&[&[Up, Down]], Kin::Sibling)];
        let shapes = shapes.into_iter().chain([
            (COLLATERAL.as_slice(), Kin::Collateral),
            (AFFINE.as_slice(), Kin::Affine),
            (&[&[FormerMarriage]], Kin::FormerSpouse),
        ]);
        for (paths, kin) in shapes {
            for (node, severed) in paths.iter().flat_map(|path| self.walk(x, path)) {
                note(node, kin, severed);
            }
        }
        found
    }

    /// Ancestors or descendants with the generations between; each once by a whole and once by a severed line at most.
    fn line(&self, x: usize, step: Step) -> Vec<(usize, usize, bool)> {
        let mut seen = BTreeSet::from([(x, false), (x, true)]);
        let (mut line, mut at) = (Vec::new(), vec![(x, 0, false)]);
        for _ in 0..LINE {
            let mut next = Vec::new();
            for (node, generations, severed) in at {
                for edge in self.edges[node].iter().filter(|edge| edge.step == step) {
                    let reached = (edge.to, generations + 1, severed || edge.severed);
                    if seen.insert((reached.0, reached.2)) {
                        next.push(reached);
                    }
                }
            }
            line.extend(&next);
            at = next;
        }
        line
    }

    /// Where the steps of `path` lead from `x` without meeting anybody twice, and whether over a severed edge.
    fn walk(&self, x: usize, path: &[Step]) -> BTreeSet<(usize, bool)> {
        let mut trails = BTreeSet::from([(vec![x], false)]);
        for (position, step) in path.iter().enumerate() {
            let mut longer: BTreeMap<(usize, bool), BTreeSet<Vec<usize>>> = BTreeMap::new();
            for (trail, severed) in &trails {
                let end = trail[trail.len() - 1];
                for edge in self.edges[end].iter().filter(|edge| edge.step == *step && !trail.contains(&edge.to)) {
                    let key = (edge.to, *severed || edge.severed);
                    longer.entry(key).or_default().insert([trail.as_slice(), &[edge.to]].concat());
                }
            }
            let left = path.len() - position - 1;
            let thinned = longer
                .into_iter()
                .flat_map(|((_, severed), trails)| thin(&trails, left).into_iter().map(move |trail| (trail, severed)));
            trails = thinned.collect();
        }
        trails.into_iter().map(|(trail, severed)| (trail[trail.len() - 1], severed)).collect()
    }

    /// To whom a way leads in so many steps that no way meets anybody twice, has more marriages than it may, or two in a
    /// row, or turns from a child to another parent.
    fn distant(&self, x: usize) -> BTreeSet<usize> {
        let (steps, marriages) = DISTANT;
        let mut found = BTreeSet::new();
        let mut ends = BTreeMap::from([((x, 0, None), BTreeSet::from([vec![x]]))]);
        for left in (0..steps).rev() {
            let mut further: BTreeMap<(usize, usize, Option<Step>), BTreeSet<Vec<usize>>> = BTreeMap::new();
            for ((node, married, last), trails) in &ends {
                for edge in &self.edges[*node] {
                    let married = married + usize::from(edge.step == Marriage);
                    let stops = matches!(
                        (last, edge.step),
                        (_, FormerMarriage) | (Some(Marriage), Marriage) | (Some(Down), Up)
                    );
                    if stops || married > marriages {
                        continue;
                    }
                    let new = trails.iter().filter(|trail| !trail.contains(&edge.to));
                    let longer = new.map(|trail| [trail.as_slice(), &[edge.to]].concat());
                    further.entry((edge.to, married, Some(edge.step))).or_default().extend(longer);
                }
            }
            further.values_mut().for_each(|trails| *trails = thin(trails, left));
            found.extend(further.iter().filter(|(_, trails)| !trails.is_empty()).map(|((node, ..), _)| *node));
            ends = further;
        }
        found
    }

    /// Nodes on whose list `x` may stand by a path.
    fn neighborhood(&self, x: usize) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([x]);
        let mut at = vec![x];
        for _ in 0..LONGEST {
            let steps = at.iter().flat_map(|node| self.edges[*node].iter().map(|edge| edge.to));
            at = steps.filter(|to| seen.insert(*to)).collect();
        }
        seen.extend(self.terms.range((x, 0)..=(x, usize::MAX)).map(|((_, other), _)| *other));
        seen
    }
}

/// Of trails with the same ends, enough to get around any `left` people whom one of them gets around.
fn thin(trails: &BTreeSet<Vec<usize>>, left: usize) -> BTreeSet<Vec<usize>> {
    let mut kept = BTreeSet::new();
    let mut shunned_sets = vec![BTreeSet::new()];
    while let Some(shunned) = shunned_sets.pop() {
        let Some(trail) = trails.iter().find(|trail| trail.iter().all(|node| !shunned.contains(node))) else {
            continue;
        };
        kept.insert(trail.clone());
        if shunned.len() < left {
            let inner = &trail[1..trail.len() - 1];
            shunned_sets.extend(inner.iter().map(|node| shunned.iter().copied().chain([*node]).collect()));
        }
    }
    kept
}
