//! Counts how complete the records are on which "no conflict found" rests.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Facts, years_before};
use crate::id::{ActorId, CaseId};
use crate::plan::{CaseCoverage, Coverage};
use crate::pool::{DeclarationScope, PartyRole, Person, Pool};

impl Coverage {
    /// Counts what a pool has on record of its people and of the subjects of `cases`.
    pub fn of(pool: &Pool, facts: &Facts, as_of: Date, cases: &BTreeSet<&CaseId>) -> Self {
        let count = |has: &dyn Fn(&Person) -> bool| pool.people.values().filter(|person| has(person)).count() as i64;
        let year_ago = years_before(as_of, 1);
        Coverage {
            people: pool.people.len() as i64,
            with_career: count(&|person| facts.career_of_person(&person.id).next().is_some()),
            with_kin: count(&|person| facts.has_kin_on_record(&person.id)),
            with_grew_up: count(&|person| person.grew_up.is_some()),
            with_declaration: count(&|person| {
                let general = facts.declarations_of(&person.id).iter();
                let mut general = general.filter(|declaration| declaration.scope == DeclarationScope::General);
                general.any(|declaration| year_ago < declaration.date && declaration.date <= as_of)
            }),
            cases: cases.iter().map(|case| CaseCoverage::of(pool, facts, as_of, case)).collect(),
        }
    }
}

impl CaseCoverage {
    /// Counts what a pool has on record of the subjects of a case on `as_of`.
    pub fn of(pool: &Pool, facts: &Facts, as_of: Date, case: &CaseId) -> Self {
        let subjects: Vec<_> = facts.parties(case).iter().filter(|party| party.role == PartyRole::Subject).collect();
        let named: BTreeSet<&ActorId> = pool.kin.iter().flat_map(|edge| [&edge.a, &edge.b]).collect();
        let mut coverage = CaseCoverage {
            case: case.clone(),
            has_subject: pool.cases.get(case).is_some_and(|case| case.stage.has_subject()),
            subjects: subjects.len() as i64,
            with_organisation: 0,
            with_career: 0,
            with_grew_up: 0,
            with_kin: 0,
        };
        for party in subjects {
            let ids: Vec<ActorId> = [Some(ActorId::from(&party.id)), party.person.as_ref().map(ActorId::from)]
                .into_iter()
                .flatten()
                .collect();
            let person = party.person.as_ref().and_then(|id| pool.people.get(id));
            let grew_up = party.grew_up.as_ref().or_else(|| person.and_then(|person| person.grew_up.as_ref()));
            coverage.with_organisation += i64::from(!facts.is_workplace_unknown(party, as_of));
            coverage.with_career += i64::from(facts.career_of_party(party).next().is_some());
            coverage.with_grew_up += i64::from(grew_up.is_some());
            coverage.with_kin += i64::from(ids.iter().any(|id| named.contains(id)));
        }
        coverage
    }
}
