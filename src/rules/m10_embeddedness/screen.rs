//! M10 on a person and a case.

use super::{CODE, EmbeddedHere, phrase};
use crate::screen::{Finding, Question, ScreeningRule};
use crate::ties::words;

impl ScreeningRule for EmbeddedHere {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = *question;
        let county = screener.pool.gazetteer.county_of(&case.region);
        let bonds = screener.ties.embeddedness_of(&person.id).iter().filter(|bond| bond.county == *county);
        bonds
            .map(|bond| {
                let words = phrase::rooted(&words::place(screener.pool, county), bond);
                let shown = bond.reasons.iter().map(|(_, record)| record.clone()).collect();
                question.finding(question.level(), words, shown).weighing(bond.points)
            })
            .collect()
    }
}
