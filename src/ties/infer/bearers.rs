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

/// All bearers; facts of a person on the roster are also facts of the parties who are that person.
pub(super) struct Bearers<'a> {
    pub pool: &'a Pool,
    pub as_of: Date,
    pub all: Vec<Bearer<'a>>,
    by_source: BTreeMap<ActorId, Vec<usize>>,
}

impl<'a> Bearers<'a> {
    pub fn new(pool: &'a Pool, as_of: Date) -> Self {
        let mut bearers = Bearers { pool, as_of, all: Vec::new(), by_source: BTreeMap::new() };
        for person in pool.people.values() {
            bearers.push(Bearer { id: ActorId::from(&person.id), party: None, person: Some(person) }, None);
        }
        for party in pool.parties.values() {
            let person = party.person.as_ref().and_then(|id| pool.people.get(id));
            let bearer = Bearer { id: ActorId::from(&party.id), party: Some(party), person };
            bearers.push(bearer, party.person.as_ref());
        }
        bearers
    }

    fn push(&mut self, bearer: Bearer<'a>, also: Option<&PersonId>) {
        let index = self.all.len();
        self.by_source.entry(bearer.id.clone()).or_default().push(index);
        if let Some(person) = also {
            self.by_source.entry(ActorId::from(person)).or_default().push(index);
        }
        self.all.push(bearer);
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
