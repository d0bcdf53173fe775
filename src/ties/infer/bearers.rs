//! Who can bear a tie that careers, schools and places show: people on the roster, and parties.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::id::{ActorId, PersonId};
use crate::pool::{Party, Person, Pool};
use crate::ties::{Tie, TieKind};

/// One bearer.
pub(super) struct Bearer<'a> {
    pub id: ActorId,
    /// The party, if it is one; otherwise it is a person.
    pub party: Option<&'a Party>,
    /// The person on the roster who it is.
    pub person: Option<&'a Person>,
}

/// All bearers; what is told of a person on the roster, or of a party who is that person, is told of all of them.
pub(super) struct Bearers<'a> {
    pub pool: &'a Pool,
    pub as_of: Date,
    pub all: Vec<Bearer<'a>>,
    by_source: BTreeMap<ActorId, Vec<usize>>,
}

impl<'a> Bearers<'a> {
    pub fn new(pool: &'a Pool, as_of: Date) -> Self {
        let people = pool.people.values();
        let people = people.map(|person| Bearer { id: ActorId::from(&person.id), party: None, person: Some(person) });
        let parties = pool.parties.values().map(|party| {
            let person = party.person.as_ref().and_then(|id| pool.people.get(id));
            Bearer { id: ActorId::from(&party.id), party: Some(party), person }
        });
        let all: Vec<Bearer> = people.chain(parties).collect();
        let mut of_person: BTreeMap<&PersonId, Vec<usize>> = BTreeMap::new();
        for (index, bearer) in all.iter().enumerate() {
            if let Some(person) = bearer.person {
                of_person.entry(&person.id).or_default().push(index);
            }
        }
        let alike = |index: usize, bearer: &Bearer| bearer.person.map_or(vec![index], |it| of_person[&it.id].clone());
        let by_source =
            all.iter().enumerate().map(|(index, bearer)| (bearer.id.clone(), alike(index, bearer))).collect();
        Bearers { pool, as_of, all, by_source }
    }

    /// The bearers of a fact that the records tell of `source`.
    pub fn of(&self, source: &ActorId) -> &[usize] {
        self.by_source.get(source).map_or(&[], Vec::as_slice)
    }

    /// Whether two bearers can have a tie: two different human beings, at least one of them met as a person.
    pub fn may_tie(&self, i: usize, j: usize) -> bool {
        let (a, b) = (&self.all[i], &self.all[j]);
        let same = match (a.person, b.person) {
            (Some(a), Some(b)) => a.id == b.id,
            _ => i == j,
        };
        !same && (a.party.is_none() || b.party.is_none())
    }

    /// A tie between two bearers, the smaller id first, without strength and evidence.
    pub fn tie(&self, i: usize, j: usize, kind: TieKind) -> Tie {
        let (a, b) = (self.all[i].id.clone(), self.all[j].id.clone());
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        Tie { a, b, kind, points: 0, since: None, ended: None, expires: None, evidence: Vec::new() }
    }

    /// The last day of a fact, `None` while it lasts, and the days since then.
    pub fn end(&self, last: Date) -> (Option<Date>, i64) {
        if last >= self.as_of { (None, 0) } else { (Some(last), i64::from((self.as_of - last).get_days())) }
    }
}
