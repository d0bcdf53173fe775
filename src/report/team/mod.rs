//! A team plan for people to read: a summary, a table per case, then everything a decision should weigh.

mod cases;
mod margin;
mod tiers;
mod view;

pub use view::{AssignmentRow, CaseView, PairRow, TeamView, view};

use super::certificate::verdict;
use super::layout::two_columns;
use super::style::{bold, yellow};
use crate::diag::{Language, Text, plural};

/// Cells of a line of running text.
const WIDTH: usize = 110;

/// The whole report.
pub fn text(view: &TeamView, language: Language) -> String {
    let mut page = summary(view, language);
    for case in &view.cases {
        page += &cases::text(case, language);
    }
    page += &tiers::text(view, language);
    page += &margin::text(view, language);
    let warnings: Vec<(String, String)> =
        view.warnings.iter().map(|(case, words)| (case.clone(), words.get(language).to_string())).collect();
    page += &warning(Text::new("提示", "Warnings"), &warnings, language);
    page += &format!("\n{}\n", verdict(view.counts, language));
    let draft = Text::new(
        "草案，待人工决定。本方案不替代审批，也不评价任何人。",
        "Draft for a human decision. It replaces no approval and rates nobody.",
    );
    page + &format!("{}\n", bold(draft.get(language)))
}

fn summary(view: &TeamView, language: Language) -> String {
    let title = Text::new("专案组组建方案", "Special case teams");
    let formed = view.cases.iter().filter(|case| case.formed).count();
    let open: i64 = view.cases.iter().flat_map(|case| &case.open).map(|(_, count)| count).sum();
    let people: i64 = view.cases.iter().map(|case| case.rows.len() as i64).sum();
    let words = Text::new(
        format!("{} 起案件，成组 {formed} 起；{people} 人次进组，{open} 个岗位空缺。", view.cases.len()),
        format!(
            "{}, {} formed; {}, {}.",
            plural(view.cases.len() as i64, "case"),
            plural(formed as i64, "team"),
            plural(people, "assignment"),
            plural(open, "open slot")
        ),
    );
    let basis = Text::new(
        format!("以 {} 的事实和“{}”政策为准；{}。", view.as_of, view.policy, view.termination.zh),
        format!("By the facts of {} and the policy `{}`; {}.", view.as_of, view.policy, view.termination.en),
    );
    format!("{}\n{}\n{}\n", bold(title.get(language)), words.get(language), basis.get(language))
        + &not_final(view.owed.len() as i64, language)
}

/// The line that keeps a proven plan from being taken for a final one; nothing when no declaration is owed.
fn not_final(owed: i64, language: Language) -> String {
    if owed == 0 {
        return String::new();
    }
    let records =
        if owed == 1 { "1 declaration or record".to_string() } else { format!("{owed} declarations or records") };
    let words = Text::new(
        format!("不是最终方案：尚有 {owed} 项申报或记录待补，清单见后。"),
        format!("Not final: {} still owed, listed below.", records),
    );
    format!("{}\n", yellow(words.get(language)))
}

/// A heading with running text or terms under it; nothing when there is nothing to say.
fn section(title: Text, rows: &[(String, String)], language: Language) -> String {
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", bold(title.get(language)), two_columns(rows, 2, WIDTH))
}

/// The same, standing out.
fn warning(title: Text, rows: &[(String, String)], language: Language) -> String {
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", yellow(title.get(language)), two_columns(rows, 2, WIDTH))
}
