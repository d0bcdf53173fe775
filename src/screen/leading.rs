//! Who helps to lead an organisation.

use crate::id::{ActorId, OrganisationId, PartyId, PersonId};
use crate::pool::{Pool, Position};
use crate::ties::{Evidence, words};

/// The organisation that somebody helps to lead, if any, with the record that shows it.
pub fn leading_post<'a>(pool: &'a Pool, actor: &ActorId) -> Option<(&'a OrganisationId, Evidence)> {
    if let Some(relative) = pool.relatives.get(actor).filter(|relative| relative.leading) {
        let organ = relative.organisation.as_ref()?;
        return Some((organ, words::relative_works_at(pool, relative, pool.organisations.get(organ)?)));
    }
    if let Some(party) = pool.parties.get(&PartyId::new(actor.as_str())).filter(|party| party.leadership) {
        return Some((party.organisation.as_ref()?, words::seat(pool, party)));
    }
    let person = pool.people.get(&PersonId::new(actor.as_str()))?;
    let unit = pool.units.get(&person.unit).filter(|_| person.position == Position::CommissionLeader)?;
    Some((&unit.body, words::works_in_unit(pool, person, unit)))
}
