//! M09 on a person and a case.

use std::collections::BTreeSet;

use super::{CODE, DeclarationOwed, phrase};
use crate::id::ActorId;
use crate::pool::{Declaration, DeclarationContent, DeclarationScope};
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for DeclarationOwed {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, rule, .. } = *question;
        let days = rule.number("declaration_days");
        let made = screener.facts.declarations_of(&person.id).iter().copied();
        let made: Vec<&Declaration> =
            made.filter(|made| made.date <= screener.as_of && covers(question, made)).collect();
        let lasts = |made: &&Declaration| {
            let day = match made.scope {
                DeclarationScope::General => screener.as_of,
                DeclarationScope::Case(_) => question.case.from,
            };
            i64::from((day - made.date).get_days()) <= days
        };
        let missing = |words| Finding { missing_fact: true, ..question.finding(question.level(), words, Vec::new()) };
        let mut findings = Vec::new();
        if !made.iter().any(lasts) {
            findings.push(missing(phrase::owed(days)));
        }
        let unrecorded = made.iter().filter(|made| made.content == DeclarationContent::Listed);
        let unrecorded = unrecorded.filter(|listed| !is_taken_back(listed, &made) && !is_recorded(question, listed));
        findings.extend(unrecorded.max_by_key(|listed| listed.date).map(|listed| missing(phrase::unrecorded(listed))));
        findings
    }
}

/// Whether the declaration speaks of the case.
fn covers(question: &Question, made: &Declaration) -> bool {
    match &made.scope {
        DeclarationScope::General => true,
        DeclarationScope::Case(case) => *case == question.case.id,
    }
}

/// Whether the person later declared to have nothing to name. What was answered about one case, no general declaration
/// takes back.
fn is_taken_back(listed: &Declaration, made: &[&Declaration]) -> bool {
    let answers = |later: &Declaration| listed.scope == DeclarationScope::General || later.scope == listed.scope;
    made.iter().any(|later| later.content == DeclarationContent::None && listed.date < later.date && answers(later))
}

/// Whether the tables of kin and ties hold what was declared: in general any row that names the person, for one case
/// one that leads to its parties.
fn is_recorded(question: &Question, listed: &Declaration) -> bool {
    let facts = &question.screener.facts;
    if listed.scope == DeclarationScope::General {
        return facts.has_ties_on_record(&question.person.id);
    }
    let parties = facts.parties(&question.case.id);
    let named =
        parties.iter().flat_map(|party| [Some(ActorId::from(&party.id)), party.person.as_ref().map(ActorId::from)]);
    let named: BTreeSet<ActorId> = named.flatten().collect();
    let as_of = question.screener.as_of;
    let workplaces = parties.iter().flat_map(|party| facts.workplaces_of(party, as_of));
    let employers: BTreeSet<_> = workplaces.map(|workplace| workplace.organisation).collect();
    let me = ActorId::from(&question.person.id);
    let kin = facts.kin_of(&question.person.id).iter().map(|tie| tie.other(&me));
    let leads_there = |actor: &ActorId| {
        facts.declared_ties_of(actor).iter().any(|tie| named.contains(&tie.actor) || named.contains(&tie.other))
    };
    let works_there = |actor: &ActorId| {
        let relative = question.screener.pool.relatives.get(actor);
        relative.and_then(|relative| relative.organisation.as_ref()).is_some_and(|it| employers.contains(it))
    };
    leads_there(&me) || kin.into_iter().any(|one| named.contains(one) || leads_there(one) || works_there(one))
}
