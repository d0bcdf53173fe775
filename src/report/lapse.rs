//! Declarations that lapse while the planned service lasts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::{Diagnostic, Text, codes};
use crate::id::PersonId;
use crate::pool::Pool;
use crate::rules::declaration::Lapse;

/// One warning that lists people by the day; nothing where no declaration lapses.
pub fn warning(lapses: &[Lapse], pool: &Pool) -> Option<Diagnostic> {
    let mut days: BTreeMap<Date, Vec<&PersonId>> = BTreeMap::new();
    for lapse in lapses {
        let people = days.entry(lapse.day).or_default();
        if !people.contains(&&lapse.person) {
            people.push(&lapse.person);
        }
    }
    let count: usize = days.values().map(Vec::len).sum();
    let name = |id: &&PersonId| match pool.people.get(*id) {
        Some(person) => format!("{id} {}", person.name),
        None => id.to_string(),
    };
    let lines: String = days
        .iter()
        .map(|(day, people)| {
            let people: Vec<String> = people.iter().map(name).collect();
            format!("\n  {day} {}", people.join(", "))
        })
        .collect();
    let cause = Text::new(
        format!("{count} 人的申报在本方案任职期间到期，自下列日期起失效：{}", lines.replace(", ", "、")),
        format!("{} before the planned service is over, on these days:{lines}", lapse_words(count)),
    );
    let hint = Text::new(
        "请在到期之前重新作一般申报，或者就本案申报；到期未报的，此后重新组队、核验时按待申报处理",
        "have them declare anew, in general or for the case, before that day; from then on they owe a declaration when teams are assembled or checked again",
    );
    (count > 0).then(|| Diagnostic::warning(codes::W0701, None, cause, hint))
}

fn lapse_words(count: usize) -> String {
    if count == 1 { "1 declaration lapses".to_string() } else { format!("{count} declarations lapse") }
}
