//! Everything beside the teams that a decision should weigh: human decisions used, what is owed, what is not known.

use super::super::figures;
use super::{TeamView, section, warning};
use crate::diag::{Language, Text};
use crate::plan::Coverage;

/// Waivers, pins, declarations owed, rules to confirm, coverage and cost.
pub fn text(view: &TeamView, language: Language) -> String {
    let rows = |pairs: &[(String, Text)]| -> Vec<(String, String)> {
        pairs.iter().map(|(term, words)| (term.clone(), words.get(language).to_string())).collect()
    };
    let mut page = section(Text::new("所依据的豁免", "Waivers relied on"), &rows(&view.waivers), language);
    page += &section(Text::new("指定与排除", "Pins and bans"), &rows(&view.pins), language);
    page += &warning(
        Text::new(
            "待声明：以下人员须先补交声明，方案才能定稿（后为待查规则）",
            "Declarations owed before this plan can be final (with the rules they would settle)",
        ),
        &rows(&view.owed),
        language,
    );
    if !view.to_be_confirmed.is_empty() {
        let title = Text::new(
            format!("待确认：{} 条规则的依据尚未经本地确认", view.to_be_confirmed.len()),
            format!("To be confirmed locally: {} rules", view.to_be_confirmed.len()),
        );
        let separator = if language == Language::Zh { "、" } else { ", " };
        page += &section(title, &[(view.to_be_confirmed.join(separator), String::new())], language);
    }
    page += &section(
        Text::new("“未发现关联”以记录为限", "“No conflict found” rests on these records"),
        &coverage(&view.coverage, language),
        language,
    );
    let cost = [
        (Text::new("在外天数", "days away"), view.days_away.to_string()),
        (Text::new("差旅补助", "travel and allowances"), figures::yuan(view.cost_fen, language)),
    ];
    let cost: Vec<(String, String)> =
        cost.into_iter().map(|(term, words)| (term.get(language).to_string(), words)).collect();
    page + &section(Text::new("在外与费用（全部人员合计）", "Days away and cost (all assignments)"), &cost, language)
}

fn coverage(coverage: &Coverage, language: Language) -> Vec<(String, String)> {
    [
        (Text::new("有履历", "with a career"), coverage.with_career),
        (Text::new("有亲属记录", "with kin on record"), coverage.with_kin),
        (Text::new("有成长地", "with a place of upbringing"), coverage.with_grew_up),
        (Text::new("一年内有一般声明", "with a general declaration of the last year"), coverage.with_declaration),
    ]
    .into_iter()
    .map(|(term, part)| (term.get(language).to_string(), figures::share(part, coverage.people)))
    .collect()
}
