//! Everything beside the teams that a decision should weigh: human decisions used, what is owed, what is not known.

use super::super::layout::items;
use super::super::style::bold;
use super::super::{coverage, figures};
use super::{TeamView, WIDTH, section, warning};
use crate::diag::{Language, Text, plural};

/// Waivers, pins, declarations owed, rules changed and to confirm, coverage and cost.
pub fn text(view: &TeamView, language: Language) -> String {
    let rows = |pairs: &[(String, Text)]| -> Vec<(String, String)> {
        pairs.iter().map(|(term, words)| (term.clone(), words.get(language).to_string())).collect()
    };
    let mut page = section(Text::new("所依据的豁免", "Waivers relied on"), &rows(&view.waivers), language);
    page += &section(Text::new("指定与排除", "Pins and bans"), &rows(&view.pins), language);
    page += &warning(
        Text::new(
            "待申报：补作本案申报或者补登所缺记录之后，方案才能定稿（后为待查规则）",
            "Declarations for the case, or records, owed before this plan can be final (with the rules they would settle)",
        ),
        &rows(&view.owed),
        language,
    );
    page += &warning(
        Text::new("本地政策对规则的调整", "Rules that the local policy changes"),
        &rows(&view.changes),
        language,
    );
    if !view.to_be_confirmed.is_empty() {
        let title = Text::new(
            format!("待确认：{} 条规则的依据（或其中的推定部分）尚未经本地确认", view.to_be_confirmed.len()),
            format!("To be confirmed locally: {}", plural(view.to_be_confirmed.len() as i64, "rule")),
        );
        let rules: Vec<String> =
            view.to_be_confirmed.iter().map(|(code, title)| format!("{code} {}", title.get(language))).collect();
        let lines = items(&rules, if language == Language::Zh { "；" } else { "; " }, WIDTH - 2);
        page += &format!("\n{}\n", bold(title.get(language)));
        page += &lines.iter().map(|line| format!("  {line}\n")).collect::<String>();
    }
    page += &coverage::text(&view.coverage, language);
    let cost = [
        (Text::new("在外天数", "days away"), view.days_away.to_string()),
        (Text::new("差旅补助", "travel and allowances"), figures::yuan(view.cost_fen, language)),
    ];
    let cost: Vec<(String, String)> =
        cost.into_iter().map(|(term, words)| (term.get(language).to_string(), words)).collect();
    page + &section(Text::new("在外与费用（全部人员合计）", "Days away and cost (all assignments)"), &cost, language)
}
