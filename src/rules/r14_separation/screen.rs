//! R14 on a person and a case.

use super::{CODE, Separation, phrase};
use crate::policy::VerdictLevel;
use crate::pool::CaseStage;
use crate::screen::{Finding, Question, ScreeningRule};
use crate::ties::words;

impl ScreeningRule for Separation {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = *question;
        let served = screener.facts.assignments_of(&person.id).iter().filter(|service| service.case == case.id);
        served
            .filter_map(|service| {
                let shown = vec![words::assignment(screener.pool, service)];
                match service.stage {
                    Some(stage) if reviews(case.stage) && investigates(stage) => {
                        Some(question.finding(question.level(), phrase::investigated(), shown))
                    }
                    Some(stage) if reviews(stage) && investigates(case.stage) => {
                        Some(question.finding(question.level(), phrase::reviewed(), shown))
                    }
                    None if reviews(case.stage) => {
                        let level = question.level().min(VerdictLevel::Review);
                        let finding = question.finding(level, phrase::stage_unknown(), shown);
                        Some(Finding { missing_fact: true, ..finding })
                    }
                    _ => None,
                }
            })
            .collect()
    }
}

/// The zone's first review is on the side of the review.
fn reviews(stage: CaseStage) -> bool {
    matches!(stage, CaseStage::FirstReview | CaseStage::Review)
}

fn investigates(stage: CaseStage) -> bool {
    matches!(stage, CaseStage::Preliminary | CaseStage::Filed | CaseStage::Detention)
}
