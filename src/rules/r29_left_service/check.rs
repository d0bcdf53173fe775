//! R29 on a person and a case.

use jiff::civil::Date;

use super::{CODE, LeftService};
use crate::check::{Judge, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, Person};

impl RuleCheck for LeftService {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        self.opinion_of_service(judge, rule, (person, case), class, judge.as_of)
    }

    /// Whoever served to the end of a case may leave the service after it.
    fn opinion_of_service(
        &self,
        judge: &Judge,
        rule: &Rule,
        (person, case): (&Person, &Case),
        class: RoleClass,
        last: Date,
    ) -> Option<Opinion> {
        let mut opinion = Opinion::of("办案期间在职", "in the service throughout the case");
        let last = case.to.max(last.min(judge.as_of));
        if let Some(left) = person.left.filter(|left| *left <= last) {
            let words = Text::new(format!("{left} 起离职"), format!("out of the service from {left} on"));
            opinion.concern(level(rule, class), words);
        }
        Some(opinion)
    }
}
