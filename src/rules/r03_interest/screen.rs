//! R03 on a person and a case.

use super::{CODE, Interest, phrase};
use crate::id::ActorId;
use crate::policy::VerdictLevel;
use crate::pool::PartyRole;
use crate::screen::{Finding, Question, ScreeningRule};
use crate::ties::kin::Relation;
use crate::ties::{Evidence, words};

impl ScreeningRule for Interest {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = *question;
        let me = ActorId::from(&person.id);
        let mut findings = own(question);
        findings.extend(declared(question, &me, None, &[]));
        for tie in screener.facts.kin_of(&person.id) {
            let Some(relation) = tie.kinship_from(&me).filter(may_count) else { continue };
            findings.extend(declared(question, tie.other(&me), Some(&relation), &tie.evidence));
        }
        for bond in screener.facts.ties_to_case(&person.id, &case.id) {
            let relation = bond.tie.kinship_from(&me).filter(Relation::is_immediate);
            if let (PartyRole::Interested, Some(relation)) = (bond.party.role, relation) {
                let words = phrase::is_interested(bond.party, Some(&relation));
                findings.push(question.finding(VerdictLevel::Block, words, bond.tie.evidence.clone()));
            }
        }
        findings
    }
}

fn own(question: &Question) -> Vec<Finding> {
    let parties = question.screener.facts.parties(&question.case.id).iter();
    parties
        .filter(|party| party.role == PartyRole::Interested && party.person.as_ref() == Some(&question.person.id))
        .map(|party| question.finding(VerdictLevel::Block, phrase::is_interested(party, None), Vec::new()))
        .collect()
}

/// Whether the interests of such kin count: those of near relatives, and of kin of whom nobody knows that they are none.
fn may_count(relation: &Relation) -> bool {
    relation.is_immediate() || relation.is_unknown()
}

/// What declared interests of `holder`, the person or kin whose interests count, mean for the case.
fn declared(question: &Question, holder: &ActorId, relation: Option<&Relation>, kin: &[Evidence]) -> Vec<Finding> {
    let screener = question.screener;
    let shared = screener.interests_in(holder, question.case).into_iter().map(|(party, row)| {
        let level = match row.confirmed {
            false => question.level(),
            // Confirmed is the interest, but not that its holder is a near relative.
            true if relation.is_some_and(Relation::is_unknown) => VerdictLevel::Review,
            true => VerdictLevel::Block,
        };
        let shown = [kin, &[words::declared(screener.pool, row)]].concat();
        question.finding(level, phrase::has_interest(party, relation, row.confirmed), shown)
    });
    shared.collect()
}
