//! How complete the records are on which "no conflict found" rests.

use super::figures;
use super::layout::two_columns;
use super::style::bold;
use crate::diag::{Language, Text};
use crate::screen::{CaseCoverage, Coverage};

/// What is known of the people on the roster and of the subjects of the planned cases; goes with every "no conflict found".
pub fn text(coverage: &Coverage, language: Language) -> String {
    let title = Text::new("“未发现关联”以这些记录为限", "“No conflict found” rests on these records");
    let rows = [
        (Text::new("有履历", "with a career"), coverage.with_career),
        (Text::new("有亲属记录或声明无", "with kin on record or declared none"), coverage.with_kin),
        (Text::new("有成长地", "with a place of upbringing"), coverage.with_grew_up),
        (Text::new("一年内有一般声明", "with a general declaration of the last year"), coverage.with_declaration),
    ];
    let people = paragraph(title, &rows, coverage.people, language);
    people + &coverage.cases.iter().map(|case| of_case(case, language)).collect::<String>()
}

/// What is known of a case's subjects: what is not known of them turns up in no tie.
pub fn of_case(coverage: &CaseCoverage, language: Language) -> String {
    let case = &coverage.case;
    if coverage.subjects == 0 {
        if !coverage.has_subject {
            return String::new();
        }
        let words = Text::new(
            format!("案件 {case} 没有登记被审查调查人，筛查没有对象，“可用”不说明与被审查调查人无关联"),
            format!(
                "{case} has no subject on file: nobody was screened against one, and “clear” says nothing of ties to the subject"
            ),
        );
        return format!("\n{}\n", bold(words.get(language)));
    }
    let title = Text::new(
        format!("以及案件 {case} 被审查调查人的这些记录"),
        format!("and on these records of the subjects of {case}"),
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
