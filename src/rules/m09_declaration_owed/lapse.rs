//! Declarations that hold today and lapse before the service that rests on them is over.

use jiff::ToSpan;
use jiff::civil::Date;

use super::CODE;
use crate::id::{CaseId, PersonId};
use crate::plan::{Assignment, Plan};
use crate::policy::Policy;
use crate::pool::{DeclarationScope, Pool};

/// A declaration that lapses before a planned service is over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lapse {
    /// The first day on which none holds any more.
    pub day: Date,
    /// Whose.
    pub person: PersonId,
    /// In which case the person serves.
    pub case: CaseId,
}

/// Every such declaration of a plan, by day and id. Who declared for the very case owes nothing more.
pub fn lapses(pool: &Pool, policy: &Policy, plan: &Plan) -> Vec<Lapse> {
    if policy.rules.active(CODE, plan.input.as_of).is_none() {
        return Vec::new();
    }
    let days = policy.rules.declaration_days().days();
    let last_day = |service: &Assignment| {
        let case = pool.cases.get(&service.case)?;
        let mine = pool.declarations.iter().filter(|made| made.person == service.person);
        let mine = mine.filter(|made| made.date <= plan.input.as_of);
        let until = mine.filter_map(|made| {
            let until = made.date.saturating_add(days);
            match &made.scope {
                DeclarationScope::General => Some(until),
                DeclarationScope::Case(about) if *about != case.id => None,
                DeclarationScope::Case(_) => (case.from <= until).then_some(Date::MAX),
            }
        });
        until.max()
    };
    let mut lapses: Vec<Lapse> = plan
        .assignments
        .iter()
        .filter_map(|service| {
            let until = last_day(service)?;
            let lapses = plan.input.as_of <= until && until < service.to;
            let day = until.tomorrow().ok().filter(|_| lapses)?;
            Some(Lapse { day, person: service.person.clone(), case: service.case.clone() })
        })
        .collect();
    lapses.sort();
    lapses.dedup();
    lapses
}
