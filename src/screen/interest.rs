//! Interests that somebody shares with the parties of a case.

use super::Screener;
use crate::id::ActorId;
use crate::pool::{Case, DeclaredTie, DeclaredTieKind, Party};
use crate::ties::declared_points;

impl<'a> Screener<'a> {
    /// The rows of kind interest, not faded, that join a person, party or relative to a party of the case, by any id of
    /// either; none joins somebody to themselves.
    pub fn interests_in(&self, holder: &ActorId, case: &Case) -> Vec<(&'a Party, &'a DeclaredTie)> {
        let mine = self.facts.ids_of(holder);
        let mut found = Vec::new();
        for row in self.facts.declared_ties_of(holder).into_iter().filter(|row| row.kind == DeclaredTieKind::Interest) {
            if declared_points(&self.policy.ties.declared, row, self.as_of) < 1 {
                continue;
            }
            let other = if mine.contains(&row.actor) { &row.other } else { &row.actor };
            for party in self.facts.parties(&case.id).iter().copied() {
                if !mine.contains(other) && self.facts.ids_of(&ActorId::from(&party.id)).contains(other) {
                    found.push((party, row));
                }
            }
        }
        found
    }
}
