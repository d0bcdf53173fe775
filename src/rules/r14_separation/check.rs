//! R14 on a person and a case, by past service.

use super::{CODE, Separation};
use crate::check::{Judge, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, CaseStage, Person};

impl RuleCheck for Separation {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        use CaseStage::{Detention, Filed, FirstReview, Preliminary, Review};
        let investigates = |stage: CaseStage| [Preliminary, Filed, Detention].contains(&stage);
        let judges = |stage: CaseStage| [FirstReview, Review].contains(&stage);
        let mut opinion =
            Opinion::of("没有同时参加本案的审查调查和审理", "not both in the case's investigation and its review");
        for served in judge.facts.served(&person.id).iter().filter(|served| served.case == case.id) {
            let crossed = served.stage.is_some_and(|stage| {
                investigates(stage) && judges(case.stage) || judges(stage) && investigates(case.stage)
            });
            if crossed {
                let words = Text::new("参加过本案的另一阶段工作", "worked on the other side of the case");
                opinion.concern(level(rule, class), words);
            } else if served.stage.is_none() && judges(case.stage) {
                let words =
                    Text::new("参加本案时的阶段没有记录", "served in the case at a stage that is not on record");
                opinion.missing(level(rule, class).min(VerdictLevel::Review), words);
            }
        }
        Some(opinion)
    }
}
