//! R06 on the roster itself: near kin who hold posts that exclude each other.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::screen::is_next_level;
use super::{CODE, phrase};
use crate::diag::{Diagnostic, Text, codes};
use crate::id::ActorId;
use crate::policy::Policy;
use crate::pool::read::tables::{kin, people};
use crate::pool::read::{Column, Spans, Table, ordered};
use crate::pool::{KinEdge, Person, Pool, Position, Unit, UnitKind};
use crate::ties::kin::{Kin, Relation};

/// Each pair of near kin who serve in one unit, or of whom one helps to lead the commission of the other or one a level
/// away from it, with the place of the one with the larger id; none where R06 is not in force on `as_of`.
///
/// Who has left the service and external bodies stay out, and so do kin of unknown degree: such a term is told by itself.
pub fn kin_in_posts(policy: &Policy, pool: &Pool, spans: &Spans, as_of: Date) -> Vec<Diagnostic> {
    if policy.rules.active(CODE, as_of).is_none() {
        return Vec::new();
    }
    let posts = posts(pool, spans, as_of);
    let unread = unread_rows(pool, spans);
    let graph = Kin::new(pool, as_of);
    let mut found = Vec::new();
    for (me, mine) in &posts {
        for fact in graph.of(me).into_iter().filter(|fact| fact.relation.is_near() && fact.other < *me) {
            let Some(theirs) = posts.get(&fact.other) else { continue };
            if fact.rows.iter().any(|row| unread.contains(row)) {
                continue;
            }
            let Some(cause) = excluded(pool, mine, theirs, fact.relation) else { continue };
            let span = spans.cell(people::People::spec(), mine.position, &people::UNIT, mine.unit.id.as_str());
            found.push(Diagnostic::warning(codes::W0517, span, cause, phrase::move_one()));
        }
    }
    found
}

/// Where somebody serves.
struct Post<'a> {
    person: &'a Person,
    unit: &'a Unit,
    /// Of the row in the people table.
    position: usize,
}

impl Post<'_> {
    fn leads(&self) -> bool {
        self.person.position == Position::CommissionLeader
    }
}

fn posts<'a>(pool: &'a Pool, spans: &Spans, as_of: Date) -> BTreeMap<ActorId, Post<'a>> {
    let serving = ordered::<people::People>(pool).into_iter().enumerate().filter_map(|(position, person)| {
        let reads = |column: &Column| spans.reads(people::People::spec(), position, column);
        let serves = person.left.is_none_or(|day| as_of < day);
        let unit = pool.units.get(&person.unit).filter(|unit| unit.kind != UnitKind::External)?;
        let known = [&people::UNIT, &people::POSITION, &people::LEFT].into_iter().all(reads);
        (serves && known).then(|| (ActorId::from(&person.id), Post { person, unit, position }))
    });
    serving.collect()
}

/// Kin rows of which a cell could not be read: they prove nothing.
fn unread_rows<'a>(pool: &'a Pool, spans: &Spans) -> Vec<&'a KinEdge> {
    let rows = ordered::<kin::Kin>(pool).into_iter().enumerate();
    let torn = |position: usize| {
        let mut columns = [&kin::A, &kin::B, &kin::RELATION].into_iter();
        columns.any(|column| !spans.reads(kin::Kin::spec(), position, column))
    };
    rows.filter(|(position, _)| torn(*position)).map(|(_, row)| row).collect()
}

/// Why two near kin do not hold their posts together; `relation` is seen from the first to the second.
fn excluded(pool: &Pool, mine: &Post, theirs: &Post, relation: Relation) -> Option<Text> {
    let (me, other) = (ActorId::from(&mine.person.id), ActorId::from(&theirs.person.id));
    let ends = (&me, &other);
    let (my_body, their_body) = (&mine.unit.body, &theirs.unit.body);
    if mine.unit.id == theirs.unit.id {
        return Some(phrase::serve_in_one_unit(pool, ends, relation, &mine.unit.name));
    }
    let name = |id| pool.organisations.get(id).map_or_else(|| id.to_string(), |found| found.name.clone());
    if my_body == their_body && mine.leads() {
        return Some(phrase::serve_under_kin(pool, ends, relation, &name(my_body)));
    }
    if my_body == their_body && theirs.leads() {
        return Some(phrase::serve_under_kin(pool, (ends.1, ends.0), relation.reversed(), &name(my_body)));
    }
    let next = mine.leads() && theirs.leads() && is_next_level(pool, my_body, their_body);
    next.then(|| phrase::lead_next_levels(pool, ends, relation, [&name(my_body), &name(their_body)]))
}
