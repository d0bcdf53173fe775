//! R27 on a person and a case.

use super::{CODE, ClearanceLevel, phrase};
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for ClearanceLevel {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let (has, needs) = (question.person.clearance, question.case.clearance);
        let found = (has < needs).then(|| question.finding(question.level(), phrase::too_low(has, needs), Vec::new()));
        found.into_iter().collect()
    }
}
