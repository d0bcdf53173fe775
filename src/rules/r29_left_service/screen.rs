//! R29 on a person and a case.

use super::{CODE, LeftService, phrase};
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for LeftService {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let words = match question.person.left {
            Some(day) if day <= question.screener.as_of => phrase::left(day),
            Some(day) if day <= question.case.to => phrase::leaves(day),
            _ => return Vec::new(),
        };
        vec![question.finding(question.level(), words, Vec::new())]
    }
}
