//! Whether a person passes a template's filter, and how far down a role's choices a person comes.

use crate::policy::{Role, UnitFilter};
use crate::pool::{Case, Person, Pool, Unit, UnitKind};

use super::options::is_own;

/// Whether a person of a unit passes a filter for a case; empty lists ask nothing.
pub fn passes(filter: &UnitFilter, pool: &Pool, case: &Case, person: &Person, unit: &Unit) -> bool {
    let listed = |kinds_empty: bool, contains: bool| kinds_empty || contains;
    listed(filter.kinds.is_empty(), filter.kinds.contains(&unit.kind))
        && listed(filter.functions.is_empty(), unit.function.is_some_and(|f| filter.functions.contains(&f)))
        && !unit.function.is_some_and(|function| filter.except_functions.contains(&function))
        && listed(filter.positions.is_empty(), filter.positions.contains(&person.position))
        && (!filter.same_sector || unit.sectors.iter().any(|sector| case.sectors.contains(sector)))
        && (!filter.lead_unit || case.lead_unit.as_ref() == Some(&unit.id))
        && (!filter.own || is_own(unit, case))
        && (!filter.linked_region || is_linked(pool, case, unit))
        && (!filter.local_linked || unit.kind != UnitKind::Local || is_linked(pool, case, unit))
        && (!filter.same_leader || shares_leader(pool, case, unit))
        && (!filter.in_charge || lead_room(pool, case).is_some_and(|lead| lead.leader.as_ref() == Some(&person.id)))
        && filter.levels_below.is_none_or(|most| levels_below(pool, case, unit).is_none_or(|levels| levels <= most))
}

/// How many of the role's choices come before the first one that the person passes. Choices about a lead room, or a
/// leader in charge, that is not on record do not count.
pub fn choice(role: &Role, pool: &Pool, case: &Case, person: &Person, unit: &Unit) -> i64 {
    let lead = lead_room(pool, case);
    let asked = |filter: &&UnitFilter| {
        (!filter.lead_unit || lead.is_some())
            && (!(filter.same_leader || filter.in_charge) || lead.is_some_and(|lead| lead.leader.is_some()))
    };
    let choices = role.prefer.iter().filter(asked);
    choices.take_while(|filter| !passes(filter, pool, case, person, unit)).map(|_| 1).sum()
}

fn lead_room<'a>(pool: &'a Pool, case: &Case) -> Option<&'a Unit> {
    pool.units.get(case.lead_unit.as_ref()?)
}

/// Whether the unit sits in a region to which the case's lead room is linked.
fn is_linked(pool: &Pool, case: &Case, unit: &Unit) -> bool {
    lead_room(pool, case)
        .is_some_and(|lead| lead.linked_regions.iter().any(|region| pool.gazetteer.is_within(&unit.region, region)))
}

/// Whether the unit is the case's lead room or a room under the same leader in charge.
fn shares_leader(pool: &Pool, case: &Case, unit: &Unit) -> bool {
    lead_room(pool, case).is_some_and(|lead| {
        lead.id == unit.id || (unit.kind == UnitKind::Room && lead.leader.is_some() && lead.leader == unit.leader)
    })
}

/// By how many administrative levels the unit's commission (or the unit, where that one's region is not on record)
/// stands below the handling commission; `None` where the latter's region is not on record.
fn levels_below(pool: &Pool, case: &Case, unit: &Unit) -> Option<i64> {
    let region = |body| pool.organisations.get(body)?.region.as_ref();
    let level = |region| pool.gazetteer.level(region) as i64;
    Some(level(region(&case.body)?) - level(region(&unit.body).unwrap_or(&unit.region)))
}
