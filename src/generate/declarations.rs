//! Declarations: most people's yearly one, some overdue, some missing.

use std::collections::BTreeSet;

use super::calendar::days_after;
use super::dice::{Dice, Stage};
use super::families::parents;
use super::world::World;
use crate::id::ActorId;
use crate::pool::{Declaration, DeclarationContent, DeclarationScope, Person};

/// Everyone declares, but for the share who have not or whose declaration is out of date.
pub(super) fn declare(world: &mut World<'_>) {
    let mut dice: Dice = world.dice(Stage::Declarations);
    let (kin, records) = (world.society.kin.clone(), world.society.records.clone());
    let tied: BTreeSet<ActorId> =
        world.pool.declared_ties.iter().flat_map(|tie| [tie.actor.clone(), tie.other.clone()]).collect();
    let people: Vec<Person> = world.pool.people.values().cloned().collect();
    for person in people {
        if dice.chance(kin.undeclared) {
            continue;
        }
        let actor = ActorId::from(&person.id);
        // Whoever lists a friend lists the family too.
        if tied.contains(&actor) && !world.kinship.has_kin(&actor) {
            parents(world, &mut dice, &person);
        }
        let overdue = dice.chance(kin.stale);
        let months = if overdue { dice.between(14, 30) } else { dice.between(0, records.declaration_months) };
        let listed = world.kinship.has_kin(&actor);
        world.pool.declarations.push(Declaration {
            person: person.id.clone(),
            scope: DeclarationScope::General,
            date: days_after(world.request.as_of, -months * 30 - dice.between(0, 29)),
            content: if listed { DeclarationContent::Listed } else { DeclarationContent::None },
        });
    }
}
