//! How complete the records are on which "no conflict found" rests.

use super::figures;
use super::layout::two_columns;
use super::style::bold;
use crate::diag::{Language, Text};
use crate::plan::{CaseCoverage, Coverage};

/// What is known of the people on the roster and of the subjects of the planned cases; goes with every "no conflict found".
pub fn text(coverage: &Coverage, language: Language) -> String {
    let title = Text::new("“未发现关联”以这些记录为限", "“No conflict found” rests on these records");
    let rows = [
        (Text::new("有履历", "with a career"), coverage.with_career),
        (Text::new("有亲属记录或申报无", "with kin on record or declared none"), coverage.with_kin),
        (Text::new("有成长地", "with a place of upbringing"), coverage.with_grew_up),
        (Text::new("一年内有一般申报", "with a general declaration of the last year"), coverage.with_declaration),
    ];
    let people = paragraph(title, &rows, coverage.people, language);
    let alike =
        |one: &CaseCoverage, other: &CaseCoverage| CaseCoverage { case: other.case.clone(), ..one.clone() } == *other;
    let mut groups: Vec<Vec<&CaseCoverage>> = Vec::new();
    for case in &coverage.cases {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| alike(first, case))) {
            Some(group) => group.push(case),
            None => groups.push(vec![case]),
        }
    }
    people + &groups.iter().map(|group| of_cases(group, language)).collect::<String>()
}

/// What is known of a case's subjects: what is not known of them turns up in no tie.
pub fn of_case(coverage: &CaseCoverage, language: Language) -> String {
    of_cases(&[coverage], language)
}

/// The same of cases of which as much is known.
fn of_cases(cases: &[&CaseCoverage], language: Language) -> String {
    let Some(coverage) = cases.first() else { return String::new() };
    let names: Vec<&str> = cases.iter().map(|one| one.case.as_str()).collect();
    let case = names.join(if language == Language::Zh { "、" } else { ", " });
    let each = if cases.len() > 1 { Text::new("（每案）", " (in each)") } else { Text::default() };
    if coverage.subjects == 0 {
        if !coverage.has_subject {
            return String::new();
        }
        let words = Text::new(
            format!("案件 {case} 没有登记被审查调查人，筛查没有对象，“可用”不说明与被审查调查人无关联"),
            format!(
                "no subject on file for {case}: nobody was screened against one, and “clear” says nothing of ties to the subject"
            ),
        );
        return format!("\n{}\n", bold(words.get(language)));
    }
    let title = Text::new(
        format!("以及案件 {case} 被审查调查人的这些记录{}", each.zh),
        format!("and on these records of the subjects of {case}{}", each.en),
    );
    let rows = [
        (Text::new("有工作单位", "with an organisation"), coverage.with_organisation),
        (Text::new("有履历", "with a career"), coverage.with_career),
        (Text::new("有成长地", "with a place of upbringing"), coverage.with_grew_up),
        (Text::new("有亲属记录", "with kin on record"), coverage.with_kin),
    ];
    paragraph(title, &rows, coverage.subjects, language)
}

fn paragraph(title: Text, rows: &[(Text, i64)], whole: i64, language: Language) -> String {
    let rows: Vec<(String, String)> =
        rows.iter().map(|(term, part)| (term.get(language).to_string(), figures::share(*part, whole))).collect();
    format!("\n{}\n{}", bold(title.get(language)), two_columns(&rows, 2, 110))
}
