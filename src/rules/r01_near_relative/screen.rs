//! R01 on a person and a case.

use super::{CODE, NearRelative, phrase};
use crate::id::ActorId;
use crate::pool::PartyRole;
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for NearRelative {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = question;
        let me = ActorId::from(&person.id);
        let counts = |role: PartyRole| matches!(role, PartyRole::Subject | PartyRole::Informant);
        let parties = screener.facts.parties(&case.id).iter().filter(|party| counts(party.role));
        let own = parties
            .filter(|party| party.person.as_ref() == Some(&person.id))
            .map(|party| question.finding(question.level(), phrase::is_party(party), Vec::new()));
        let ties = screener.facts.ties_to_case(&person.id, &case.id).iter().filter(|bond| counts(bond.party.role));
        let kin = ties.filter_map(|bond| {
            let relation = bond.tie.kinship_from(&me).filter(|relation| relation.is_immediate())?;
            Some(question.finding(question.level(), phrase::found(bond.party, &relation), bond.tie.evidence.clone()))
        });
        own.chain(kin).collect()
    }
}
