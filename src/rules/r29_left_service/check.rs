//! R29 on a person and a case.

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
        let mut opinion = Opinion::of("今日和办案期间均在职", "in the service today and throughout the case");
        if let Some(left) = person.left
            && (left <= judge.as_of || left <= case.to)
        {
            let words = Text::new(format!("{left} 起离职"), format!("out of the service from {left} on"));
            opinion.concern(level(rule, class), words);
        }
        Some(opinion)
    }
}
