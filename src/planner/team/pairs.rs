//! Tied pairs within one team: product columns with lazy rows.

use std::collections::BTreeMap;

use super::cuts::{self, Graph, POSTER};
use crate::id::{ActorId, PersonId};
use crate::milp::{ColumnId, Name, Provenance};
use crate::rules::frame::TeamFrame;
use crate::ties::TieKind;

/// Tied people by their position among those who have options, and the points of each pair.
pub struct Pairs {
    people: Vec<PersonId>,
    points: BTreeMap<(usize, usize), i64>,
}

impl Pairs {
    /// All ties between two people who both have options, kin aside.
    pub fn of(frame: &TeamFrame) -> Self {
        let people: Vec<PersonId> = frame.by_person.keys().map(|person| (*person).clone()).collect();
        let mut points = BTreeMap::new();
        for tie in frame.screener.ties.all().iter().filter(|tie| !matches!(tie.kind, TieKind::Kin(_))) {
            let position = |actor: &ActorId| people.binary_search_by(|person| person.as_str().cmp(actor.as_str())).ok();
            let (Some(a), Some(b)) = (position(&tie.a), position(&tie.b)) else { continue };
            if tie.points > 0 && a != b {
                *points.entry((a.min(b), a.max(b))).or_insert(0) += tie.points;
            }
        }
        Pairs { people, points }
    }
}

/// Posts the pairs of one case and gives their objective terms.
pub fn post(frame: &mut TeamFrame, case: usize, pairs: &Pairs) -> Vec<(ColumnId, i64)> {
    let id = frame.cases[case].case.id.to_string();
    let mut terms = Vec::new();
    let mut graph = Graph::default();
    let member = |person: &PersonId| frame.members.get(&(case, person)).map(|member| member.column);
    let members: Vec<Option<ColumnId>> = pairs.people.iter().map(member).collect();
    for ((a, b), points) in &pairs.points {
        let (Some(x), Some(y)) = (members[*a], members[*b]) else { continue };
        let (a, b) = (&pairs.people[*a], &pairs.people[*b]);
        let pair = frame.model.add_column(Name::new(["e", a.as_str(), b.as_str(), &id]), 0, 1);
        let provenance = Provenance { rule: POSTER, subject: format!("{id} {a} {b}") };
        let name = Name::new([POSTER, &id, a.as_str(), b.as_str()]);
        frame.model.add_lazy_row(name, provenance, [(pair, 1), (x, -1), (y, -1)], -1, pair);
        terms.push((pair, *points));
        graph.add(x, y, pair);
    }
    cuts::post(frame, case, &graph);
    terms
}
