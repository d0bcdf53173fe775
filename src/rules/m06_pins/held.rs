//! Whom M06 keeps in a case.

use jiff::civil::Date;

use super::CODE;
use crate::id::{CaseId, PersonId};
use crate::policy::Policy;
use crate::pool::{PinKind, Pool};

/// Somebody who must serve in a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The case.
    pub case: CaseId,
    /// Who.
    pub person: PersonId,
    /// Whether present service holds the person in the case; else a pin does.
    pub serving: bool,
    /// The role held, by its id; `None` where a pin names none.
    pub role: Option<String>,
}

/// Everybody whom a pin or a row of present service holds in a case, in the order of the tables, pins first; nobody
/// while the rule is not in force on the day of judgment. Whether they may serve is another question.
pub fn held(pool: &Pool, policy: &Policy, as_of: Date) -> Vec<Held> {
    if policy.rules.active(CODE, as_of).is_none() {
        return Vec::new();
    }
    let one = |case: &CaseId, person: &PersonId, serving, role: Option<&String>| Held {
        case: case.clone(),
        person: person.clone(),
        serving,
        role: role.cloned(),
    };
    let pins = pool.pins.iter().filter(|pin| pin.kind == PinKind::Pin);
    let pins = pins.map(|pin| one(&pin.case, &pin.person, false, pin.role.as_ref()));
    let services = pool.assignments.iter().filter(|service| as_of <= service.to);
    let services = services.map(|service| one(&service.case, &service.person, true, Some(&service.role)));
    pins.chain(services).collect()
}
