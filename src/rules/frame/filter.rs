//! Whether a person passes a template's filter.

use crate::policy::UnitFilter;
use crate::pool::{Case, Person, Pool, Unit};

use super::options::is_own;

/// Whether a person of a unit passes a filter for a case; empty lists ask nothing.
pub fn passes(filter: &UnitFilter, pool: &Pool, case: &Case, person: &Person, unit: &Unit) -> bool {
    let listed = |kinds_empty: bool, contains: bool| kinds_empty || contains;
    listed(filter.kinds.is_empty(), filter.kinds.contains(&unit.kind))
        && listed(filter.functions.is_empty(), unit.function.is_some_and(|f| filter.functions.contains(&f)))
        && listed(filter.positions.is_empty(), filter.positions.contains(&person.position))
        && (!filter.same_sector || unit.sectors.iter().any(|sector| case.sectors.contains(sector)))
        && (!filter.lead_unit || case.lead_unit.as_ref() == Some(&unit.id))
        && (!filter.own || is_own(unit, case))
        && (!filter.linked_region || is_linked(pool, case, unit))
}

/// Whether the unit sits in a region to which the case's lead room is linked.
fn is_linked(pool: &Pool, case: &Case, unit: &Unit) -> bool {
    let lead = case.lead_unit.as_ref().and_then(|lead| pool.units.get(lead));
    lead.is_some_and(|lead| lead.linked_regions.iter().any(|region| pool.gazetteer.is_within(&unit.region, region)))
}
