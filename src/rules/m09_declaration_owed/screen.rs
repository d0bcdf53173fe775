//! M09 on a person and a case.

use super::{CODE, DeclarationOwed, phrase};
use crate::pool::{Declaration, DeclarationScope};
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for DeclarationOwed {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, rule, .. } = *question;
        let days = rule.number("declaration_days");
        let holds = |declaration: &&Declaration| {
            let age = i64::from((screener.as_of - declaration.date).get_days());
            match &declaration.scope {
                DeclarationScope::General => (0..=days).contains(&age),
                DeclarationScope::Case(declared) => age >= 0 && *declared == case.id,
            }
        };
        if screener.facts.declarations_of(&person.id).iter().any(holds) {
            return Vec::new();
        }
        vec![Finding { missing_fact: true, ..question.finding(question.level(), phrase::owed(days), Vec::new()) }]
    }
}
