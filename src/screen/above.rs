//! The organisations that stand above one.

use crate::id::OrganisationId;
use crate::pool::Pool;

/// The organisations above `organ` by the organisations table, the nearest first. A line that leads back to itself ends
/// there.
pub fn organisations_above<'a>(pool: &'a Pool, organ: &'a OrganisationId) -> Vec<&'a OrganisationId> {
    let parent = |organ| pool.organisations.get(organ).and_then(|organ| organ.parent.as_ref());
    let mut line = Vec::new();
    let mut next = parent(organ);
    while let Some(above) = next.filter(|above| *above != organ && !line.contains(above)) {
        line.push(above);
        next = parent(above);
    }
    line
}
