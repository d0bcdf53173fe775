//! How complete the records are on which "no conflict found" rests.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Facts, years_before};
use crate::id::{ActorId, CaseId};
use crate::pool::{DeclarationScope, PartyRole, Person, Pool};

/// How complete the records are on which "no conflict found" rests.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// People on the roster.
    pub people: i64,
    /// Of these, with at least one career spell on record; R32 and R33 cannot clear the others.
    pub with_career: i64,
    /// Of these, with at least one kin edge on record or a declaration of none.
    pub with_kin: i64,
    /// Of these, with a place of upbringing on record.
    pub with_grew_up: i64,
    /// Of these, with a general declaration of the last year.
    pub with_declaration: i64,
    /// What is on record of the subjects of each planned case, by case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseCoverage>,
}

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

/// How complete the records are about the subjects of one case: what is not known of them turns up in no tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseCoverage {
    /// The case.
    pub case: CaseId,
    /// Whether its stage is one that has a subject (初核, 立案, 留置): without any, nobody was screened against.
    pub has_subject: bool,
    /// Subjects on the list of parties.
    pub subjects: i64,
    /// Of these, with an organisation, by their own row or by present posts: without one R32 and R34 clear nobody.
    pub with_organisation: i64,
    /// Of these, with at least one career spell.
    pub with_career: i64,
    /// Of these, with a place of upbringing.
    pub with_grew_up: i64,
    /// Of these, with at least one kin edge.
    pub with_kin: i64,
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
