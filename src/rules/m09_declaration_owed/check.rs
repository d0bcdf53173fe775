//! M09 on a person and a case, by the declaration table.

use super::{CODE, DeclarationOwed};
use crate::check::{Judge, Opinion, RuleCheck, days_after, level};
use crate::diag::{Text, plural};
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, DeclarationScope, Person};

impl RuleCheck for DeclarationOwed {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let limit = rule.number("declaration_days");
        let mut opinion = Opinion::of("已作一般申报或者本案专项申报", "declared in general or for this case");
        let valid = judge.facts.declarations(&person.id).iter().any(|declaration| {
            let age = days_after(declaration.date, judge.as_of);
            let holds = match &declaration.scope {
                DeclarationScope::General => age <= limit,
                DeclarationScope::Case(declared) => *declared == case.id,
            };
            age >= 0 && holds
        });
        if !valid {
            let words = Text::new(
                format!("{limit} 天内没有一般申报，也没有本案专项申报"),
                format!("no general declaration within {} and none for this case", plural(limit, "day")),
            );
            opinion.missing(level(rule, class), words);
        }
        Some(opinion)
    }
}
