//! All ties of a pool, found by either side.

use std::collections::BTreeMap;

use super::{Embeddedness, Tie};
use crate::id::{ActorId, PersonId};

/// All inferred ties.
#[derive(Debug, Clone, Default)]
pub struct Ties {
    ties: Vec<Tie>,
    by_actor: BTreeMap<ActorId, Vec<usize>>,
    embeddedness: BTreeMap<PersonId, Vec<Embeddedness>>,
}

impl Ties {
    /// Sorts the ties and indexes them by both sides.
    pub fn new(mut ties: Vec<Tie>, embeddedness: Vec<Embeddedness>) -> Self {
        ties.sort();
        let mut by_actor: BTreeMap<ActorId, Vec<usize>> = BTreeMap::new();
        for (index, tie) in ties.iter().enumerate() {
            by_actor.entry(tie.a.clone()).or_default().push(index);
            by_actor.entry(tie.b.clone()).or_default().push(index);
        }
        let mut by_person: BTreeMap<PersonId, Vec<Embeddedness>> = BTreeMap::new();
        for bond in embeddedness {
            by_person.entry(bond.person.clone()).or_default().push(bond);
        }
        Ties { ties, by_actor, embeddedness: by_person }
    }

    /// Every tie, sorted.
    pub fn all(&self) -> &[Tie] {
        &self.ties
    }

    /// The ties of one person, party or relative.
    pub fn of<'a>(&'a self, actor: &ActorId) -> impl Iterator<Item = &'a Tie> + use<'a> {
        self.by_actor.get(actor).into_iter().flatten().filter_map(|index| self.ties.get(*index))
    }

    /// The ties between two actors, whichever side each stands on.
    pub fn between<'a>(&'a self, x: &'a ActorId, y: &'a ActorId) -> impl Iterator<Item = &'a Tie> {
        self.of(x).filter(move |tie| tie.a == *y || tie.b == *y)
    }

    /// The counties in which a person is embedded.
    pub fn embeddedness_of(&self, person: &PersonId) -> &[Embeddedness] {
        self.embeddedness.get(person).map_or(&[], Vec::as_slice)
    }
}
