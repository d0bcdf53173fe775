//! One person's own record: the rows of each table that are about the person, and nobody else's word on them.

use crate::id::ActorId;
use crate::pool::{Person, Pool};

/// The part of the pool that a person may review as their own.
pub(super) fn of(pool: &Pool, person: &Person) -> Pool {
    let actor = ActorId::from(&person.id);
    let kin: Vec<_> = pool.kin.iter().filter(|edge| edge.a == actor || edge.b == actor).cloned().collect();
    let is_kin = |id: &ActorId| kin.iter().any(|edge| edge.a == *id || edge.b == *id);
    Pool {
        people: [(person.id.clone(), person.clone())].into(),
        careers: pool.careers.iter().filter(|spell| spell.actor == actor).cloned().collect(),
        schools: pool.schools.iter().filter(|school| school.actor == actor).cloned().collect(),
        relatives: pool
            .relatives
            .iter()
            .filter(|(id, _)| is_kin(id))
            .map(|(id, one)| (id.clone(), one.clone()))
            .collect(),
        // What others declared about the person is theirs to see, not the person's.
        declared_ties: pool.declared_ties.iter().filter(|tie| tie.actor == actor).cloned().collect(),
        declarations: pool.declarations.iter().filter(|one| one.person == person.id).cloned().collect(),
        skills: pool.skills.iter().filter(|skill| skill.person == person.id).cloned().collect(),
        assignments: pool.assignments.iter().filter(|one| one.person == person.id).cloned().collect(),
        leave: pool.leave.iter().filter(|leave| leave.person == person.id).cloned().collect(),
        kin,
        ..Pool::default()
    }
}
