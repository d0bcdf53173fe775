//! R02 on a person and a case.

use super::{CODE, Witness, phrase};
use crate::pool::PartyRole;
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for Witness {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let parties = question.screener.facts.parties(&question.case.id).iter();
        parties
            .filter(|party| party.role == PartyRole::Witness && party.person.as_ref() == Some(&question.person.id))
            .map(|party| question.finding(question.level(), phrase::is_witness(party), Vec::new()))
            .collect()
    }
}
