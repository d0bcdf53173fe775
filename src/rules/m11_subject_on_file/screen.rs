//! M11 on a person and a case.

use super::{CODE, SubjectOnFile, phrase};
use crate::pool::PartyRole;
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for SubjectOnFile {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let case = question.case;
        let parties = question.screener.facts.parties(&case.id);
        let is_named = || parties.iter().any(|party| party.role == PartyRole::Subject);
        if !case.stage.has_subject() || is_named() {
            return Vec::new();
        }
        question.missing(phrase::nobody(case)).into_iter().collect()
    }
}
