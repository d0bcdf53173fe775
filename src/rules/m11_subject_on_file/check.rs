//! M11 on a person and a case, by the table of parties.

use super::{CODE, SubjectOnFile};
use crate::check::{Judge, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, CaseStage, Person};

impl RuleCheck for SubjectOnFile {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, _: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "被审查调查人已登记，或者案件处于监督检查阶段",
            "the subject is on file, or the case is one of supervision",
        );
        if case.stage != CaseStage::Supervision && judge.facts.subjects(&case.id).next().is_none() {
            let words = Text::new("本案没有登记被审查调查人", "the case has no subject on file");
            let review = level(rule, class).min(VerdictLevel::Review);
            if review == VerdictLevel::Review {
                opinion.missing(review, words);
            }
        }
        Some(opinion)
    }
}
