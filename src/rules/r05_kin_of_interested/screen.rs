//! R05 on a person and a case.

use super::{CODE, KinOfInterested, phrase};
use crate::id::ActorId;
use crate::pool::PartyRole;
use crate::screen::{Finding, Question, ScreeningRule};
use crate::ties::kin::Relation;

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
        own.chain(kin).collect()
    }
}
