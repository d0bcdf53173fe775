//! M10 on a person and a case, by upbringing, work and kin.

use super::{CODE, EmbeddedHere};
use crate::check::{Judge, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, Person};

impl RuleCheck for EmbeddedHere {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "没有在案件所在县（市、区）长大、长期工作，也没有亲属在当地工作",
            "did not grow up or work long in the county of the case, and no near kin work there",
        );
        let county = judge.pool.gazetteer.county_of(&case.region);
        let (points, [grew_up, worked, kin]) = judge.embeddedness(person, county);
        if points > 0 {
            let reasons = [
                (grew_up, "在当地长大", "grew up there"),
                (worked, "在当地长期工作", "worked there long"),
                (kin, "有亲属在当地工作", "near kin work there"),
            ];
            let reasons: Vec<_> = reasons.into_iter().filter(|(holds, ..)| *holds).collect();
            let zh: Vec<&str> = reasons.iter().map(|(_, zh, _)| *zh).collect();
            let en: Vec<&str> = reasons.iter().map(|(.., en)| *en).collect();
            opinion.weighed(level(rule, class), points, Text::new(zh.join("、"), en.join(", ")));
        }
        Some(opinion)
    }
}
