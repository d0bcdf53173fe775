//! Declarations: most people's yearly one, some overdue, some missing.

use super::calendar::days_after;
use super::dice::{Dice, Stage};
use super::world::World;
use crate::id::ActorId;
use crate::pool::{Declaration, DeclarationContent, DeclarationScope};

/// Everyone declares, but for the share who have not or whose declaration is out of date.
pub(super) fn declare(world: &mut World<'_>) {
    let mut dice: Dice = world.dice(Stage::Declarations);
    let (kin, records) = (world.society.kin.clone(), world.society.records.clone());
    for id in world.pool.people.keys() {
        if dice.chance(kin.undeclared) {
            continue;
        }
        let months =
            if dice.chance(kin.stale) { dice.between(14, 30) } else { dice.between(0, records.declaration_months) };
        let actor = ActorId::from(id);
        let listed = world.kinship.has_kin(&actor)
            || world.pool.declared_ties.iter().any(|tie| tie.actor == actor || tie.other == actor);
        world.pool.declarations.push(Declaration {
            person: id.clone(),
            scope: DeclarationScope::General,
            date: days_after(world.request.as_of, -months * 30 - dice.between(0, 29)),
            content: if listed { DeclarationContent::Listed } else { DeclarationContent::None },
        });
    }
}
