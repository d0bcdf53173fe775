//! Screening: one verdict per person and role class; what led to it only when asked for and recorded.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::coverage;
use super::layout::{Side, Table, two_columns};
use super::style::{bold, green, red, yellow};
use crate::diag::{Language, Text};
use crate::id::CaseId;
use crate::plan::{CaseCoverage, Coverage};
use crate::policy::{RoleClass, VerdictLevel};
use crate::pool::{Person, Unit};
use crate::screen::{Finding, Screening, Verdict};

/// What screening one case shows.
pub struct ScreeningView<'a> {
    /// The case.
    pub case: &'a CaseId,
    /// The day on which is judged.
    pub as_of: Date,
    /// People by id.
    pub people: Vec<PersonScreening<'a>>,
    /// How complete the records of the people are.
    pub coverage: Coverage,
    /// How complete the records of the case's subjects are.
    pub case_coverage: CaseCoverage,
    /// Whether rules and evidence may be shown.
    pub evidence: bool,
}

/// One person's verdicts.
pub struct PersonScreening<'a> {
    /// Who.
    pub person: &'a Person,
    /// Their unit.
    pub unit: Option<&'a Unit>,
    /// A screening for each role class asked for.
    pub screenings: Vec<(RoleClass, Screening)>,
}

/// Verdicts as a table, counts, coverage, and evidence if it may be shown.
pub fn text(view: &ScreeningView, language: Language) -> String {
    let mut headings: Vec<String> = match language {
        Language::Zh => ["编号", "姓名", "单位"],
        Language::En => ["id", "name", "unit"],
    }
    .map(str::to_string)
    .to_vec();
    let classes: Vec<RoleClass> =
        view.people.first().map(|one| one.screenings.iter().map(|(class, _)| *class).collect()).unwrap_or_default();
    headings.extend(classes.iter().map(|class| class.title().get(language).to_string()));
    let mut table = Table::new(headings.into_iter().map(|heading| (heading, Side::Left)));
    for one in &view.people {
        let unit = one.unit.map_or(one.person.unit.to_string(), |unit| unit.name.clone());
        let mut cells = vec![one.person.id.to_string(), one.person.name.clone(), unit];
        cells.extend(one.screenings.iter().map(|(_, screening)| verdict(screening).get(language).to_string()));
        table.row(cells);
    }
    let mut page = table.text(0);
    if view.evidence {
        page += &view.people.iter().map(|one| evidence(one, language)).collect::<String>();
    }
    let title =
        Text::new(format!("{} · 以 {} 为准", view.case, view.as_of), format!("{} · as of {}", view.case, view.as_of));
    page += &format!("\n{}\n", bold(title.get(language)));
    let counts: Vec<(String, String)> =
        classes.iter().map(|class| (class.title().get(language).to_string(), counts(view, *class, language))).collect();
    if view.people.len() > 1 {
        page += &two_columns(&counts, 2, 110);
    }
    page += &coverage::text(&view.coverage, language);
    page + &coverage::of_case(&view.case_coverage, language)
}

/// The same as data; without leave, verdicts only.
pub fn json(view: &ScreeningView) -> Value {
    let people: Vec<Value> = view
        .people
        .iter()
        .map(|one| {
            let verdicts: BTreeMap<RoleClass, Verdict> =
                one.screenings.iter().map(|(class, screening)| (*class, screening.verdict)).collect();
            let mut row = json!({ "person": one.person.id, "unit": one.person.unit, "verdicts": verdicts });
            if view.evidence {
                let of = |screening: &Screening| screening.findings.iter().map(finding_json).collect();
                let findings: BTreeMap<RoleClass, Vec<Value>> =
                    one.screenings.iter().map(|(class, screening)| (*class, of(screening))).collect();
                row["findings"] = json!(findings);
            }
            row
        })
        .collect();
    json!({ "case": view.case, "as_of": view.as_of, "people": people, "coverage": view.coverage, "case_coverage": view.case_coverage })
}

fn finding_json(finding: &Finding) -> Value {
    json!({
        "rule": finding.rule,
        "level": finding.level,
        "points": finding.points,
        "missing_fact": finding.missing_fact,
        "words": finding.words,
        "evidence": finding.evidence,
        "waived_by": finding.waived_by,
    })
}

/// The findings of one person, role class by role class; equal ones are told once.
fn evidence(one: &PersonScreening, language: Language) -> String {
    let mut told: Vec<(&Finding, Vec<RoleClass>)> = Vec::new();
    for (class, screening) in &one.screenings {
        for finding in &screening.findings {
            match told.iter_mut().find(|(known, _)| *known == finding) {
                Some((_, classes)) => classes.push(*class),
                None => told.push((finding, vec![*class])),
            }
        }
    }
    told.sort_by_key(|(finding, _)| (&finding.rule, Reverse(finding.level)));
    if told.is_empty() {
        return String::new();
    }
    let mut page = format!("\n{}\n", bold(&format!("{} {}", one.person.id, one.person.name)));
    let separator = if language == Language::Zh { "、" } else { ", " };
    for (finding, classes) in told {
        let classes: Vec<String> = classes.iter().map(|class| class.title().get(language).to_string()).collect();
        let (level, words) = (level(finding.level, language), finding.words.get(language));
        page += &format!("  {} {level} [{}] {words}\n", finding.rule, classes.join(separator));
        for record in &finding.evidence {
            page += &format!("      {}\n", super::evidence(record, language));
        }
        if let Some(approver) = &finding.waived_by {
            let words = Text::new(format!("{approver} 已批准豁免"), format!("waived by {approver}"));
            page += &format!("      {}\n", words.get(language));
        }
    }
    page
}

/// The verdict in words: who is recused, and who just lacks a qualification.
fn verdict(screening: &Screening) -> Text {
    if screening.is_unqualified() { unqualified() } else { screening.verdict.title() }
}

fn unqualified() -> Text {
    Text::new("不符合条件", "not qualified")
}

fn counts(view: &ScreeningView, class: RoleClass, language: Language) -> String {
    let count = |words: &Text| {
        let verdicts = view.people.iter().flat_map(|one| &one.screenings);
        verdicts.filter(|(known, screening)| *known == class && verdict(screening) == *words).count()
    };
    let of = |words: Text| (count(&words), words);
    let verdicts = [Verdict::Clear, Verdict::Review, Verdict::Block].map(|verdict| of(verdict.title()));
    let unqualified = Some(of(unqualified())).filter(|(count, _)| *count > 0);
    let words =
        verdicts.into_iter().chain(unqualified).map(|(count, words)| format!("{} {count}", words.get(language)));
    words.collect::<Vec<_>>().join(if language == Language::Zh { "，" } else { ", " })
}

fn level(level: VerdictLevel, language: Language) -> String {
    let words = level.title();
    match level {
        VerdictLevel::Block => red(words.get(language)),
        VerdictLevel::None => green(words.get(language)),
        _ => yellow(words.get(language)),
    }
}
