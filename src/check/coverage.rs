//! How complete the records are, counted anew and held against what the plan states of them.

use std::collections::BTreeSet;

use super::{Days, Judge, count, months_ago, next_day};
use crate::diag::Text;
use crate::id::CaseId;
use crate::plan::{CaseCoverage, Coverage, Plan};
use crate::pool::{CaseStage, DeclarationContent, DeclarationScope, Party};

/// Where the plan's account of the records is not what they give.
pub(super) fn coverage(judge: &Judge, plan: &Plan) -> Vec<Text> {
    let found = judge.coverage(&plan.input.cases);
    // Declarations lapse day by day and rosters grow; the plan speaks of the records from which it was made.
    if found == plan.coverage || !judge.has_facts_of(plan) {
        return Vec::new();
    }
    if found.cases != plan.coverage.cases {
        return vec![Text::new(
            "被审查调查人记录的完整度与事实不符",
            "how complete the records of the subjects are does not agree with the facts",
        )];
    }
    let Coverage { people, with_career, with_kin, with_grew_up, with_declaration, cases: _ } = found;
    vec![Text::new(
        format!(
            "记录完整度应为：共 {people} 人，有履历 {with_career}、有亲属记录或申报无 {with_kin}、有成长地 {with_grew_up}、有一年内一般申报 {with_declaration}"
        ),
        format!(
            "of {people} people {with_career} have a career on record, {with_kin} kin or a declaration of none, {with_grew_up} a place of upbringing, {with_declaration} a general declaration of the last year"
        ),
    )]
}

impl Judge<'_> {
    /// How complete the records are, those of the subjects of `cases` included.
    pub fn coverage(&self, cases: &[CaseId]) -> Coverage {
        let mut coverage = Coverage { people: count(self.pool.people.keys()), ..Coverage::default() };
        let year = Days::new(next_day(months_ago(self.as_of, 12)), self.as_of);
        for person in self.pool.people.values() {
            let actor = (&person.id).into();
            let declared = self.facts.declarations(&person.id);
            let none = declared.iter().any(|declaration| declaration.content == DeclarationContent::None);
            let of_year = declared
                .iter()
                .any(|declaration| declaration.scope == DeclarationScope::General && year.holds(declaration.date));
            coverage.with_career += i64::from(!self.career(person).is_empty());
            coverage.with_kin += i64::from(none || self.facts.has_kin(&actor));
            coverage.with_grew_up += i64::from(person.grew_up.is_some());
            coverage.with_declaration += i64::from(of_year);
        }
        let cases: BTreeSet<&CaseId> = cases.iter().collect();
        coverage.cases = cases.into_iter().map(|case| self.case_coverage(case)).collect();
        coverage
    }

    fn case_coverage(&self, case: &CaseId) -> CaseCoverage {
        let stage = self.pool.cases.get(case).map(|case| case.stage);
        let how_many = |has: &dyn Fn(&'_ &'_ Party) -> bool| count(self.facts.subjects(case).filter(has));
        CaseCoverage {
            case: case.clone(),
            has_subject: stage.is_some_and(|stage| stage != CaseStage::Supervision),
            subjects: how_many(&|_| true),
            with_organisation: how_many(&|party| !self.workplaces(party).in_doubt),
            with_career: how_many(&|party| !self.facts.spells(&(&party.id).into()).is_empty()),
            with_grew_up: how_many(&|party| {
                let person = party.person.as_ref().and_then(|person| self.pool.people.get(person));
                party.grew_up.is_some() || person.is_some_and(|person| person.grew_up.is_some())
            }),
            with_kin: how_many(&|party| self.facts.has_kin(&(&party.id).into())),
        }
    }
}
