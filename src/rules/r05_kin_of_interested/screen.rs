//! R05 on a person and a case.

use super::{CODE, KinOfInterested, phrase};
use crate::id::ActorId;
use crate::policy::VerdictLevel;
use crate::pool::PartyRole;
use crate::screen::{Finding, Question, ScreeningRule};
use crate::ties::kin::Relation;
use crate::ties::{Tie, words};

impl ScreeningRule for KinOfInterested {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = *question;
        let me = ActorId::from(&person.id);
        let counts = |role: PartyRole| matches!(role, PartyRole::Subject | PartyRole::Interested);
        let parties = screener.facts.parties(&case.id).iter().filter(|party| counts(party.role));
        let own = parties
            .filter(|party| party.person.as_ref() == Some(&person.id))
            .map(|party| question.finding(question.level(), phrase::own(party), Vec::new()));
        let ties = screener.facts.ties_to_case(&person.id, &case.id).iter().filter(|bond| counts(bond.party.role));
        let kin = ties.filter_map(|bond| {
            let relation = bond.tie.kinship_from(&me).filter(Relation::is_near)?;
            Some(question.finding(question.level(), phrase::kin(bond.party, &relation), bond.tie.evidence.clone()))
        });
        let near = screener.facts.kin_of(&person.id).iter();
        let shared = near.flat_map(|tie| {
            let relation = tie.kinship_from(&me).filter(|relation| relation.is_near() && !relation.is_immediate());
            let of = |relation| interests(question, tie, relation);
            relation.map(of).unwrap_or_default()
        });
        own.chain(kin).chain(shared).collect()
    }
}

/// What interests of near kin beyond the near relatives, whose interests are R03's, mean for the case.
fn interests(question: &Question, tie: &Tie, relation: Relation) -> Vec<Finding> {
    let Question { screener, person, case, .. } = *question;
    let shared = screener.interests_in(tie.other(&ActorId::from(&person.id)), case).into_iter().map(|(party, row)| {
        let strictest = if row.confirmed { VerdictLevel::Block } else { VerdictLevel::Review };
        let shown = [tie.evidence.as_slice(), &[words::declared(screener.pool, row)]].concat();
        let words = phrase::kin_interest(party, &relation, row.confirmed);
        question.finding(question.level().min(strictest), words, shown)
    });
    shared.collect()
}
