//! Kin of people on the roster: other people, parties and relatives.

use crate::id::{ActorId, PersonId};
use crate::pool::Pool;
use crate::ties::kin::Kin;
use crate::ties::{Evidence, Tie, TieKind, words};

/// One tie per person and kin; pairs of people once, from the smaller id.
pub fn kin(pool: &Pool, kin: &Kin) -> Vec<Tie> {
    let mut ties = Vec::new();
    for person in pool.people.keys() {
        let me = ActorId::from(person);
        for fact in kin.of(&me) {
            let both_people = pool.people.contains_key(&PersonId::new(fact.other.as_str()));
            if both_people && fact.other < me {
                continue;
            }
            let evidence: Vec<Evidence> = fact.rows.iter().map(|row| words::kin_row(pool, row)).collect();
            let (a, b, relation) = if me < fact.other {
                (me.clone(), fact.other, fact.relation)
            } else {
                (fact.other, me.clone(), fact.relation.reversed())
            };
            let kind = TieKind::Kin(relation);
            ties.push(Tie { a, b, kind, points: 0, since: None, ended: None, expires: None, evidence });
        }
    }
    ties
}
