//! The objective tiers: what was reached and what is proven about it.

use super::super::figures;
use super::super::layout::{Side, Table};
use super::super::style::bold;
use super::TeamView;
use crate::diag::{Language, Text};
use crate::plan::TierResult;

/// The table of tiers, and who made the plan.
pub fn text(view: &TeamView, language: Language) -> String {
    let title = Text::new("目标各层（依次求解，数值越小越好）", "Objective tiers (solved in order, smaller is better)");
    let headings = match language {
        Language::Zh => ["层", "所得值", "采用值", "下界", "差距", "结论"],
        Language::En => ["tier", "value", "used", "bound", "gap", "proof"],
    };
    let sides = [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right, Side::Left];
    let mut table = Table::new(headings.into_iter().zip(sides));
    for tier in &view.tiers {
        table.row([
            name(tier, language),
            tier.value.to_string(),
            tier.used.to_string(),
            tier.bound.to_string(),
            figures::percent(tier.gap_ppm),
            proof(tier, language),
        ]);
    }
    let repeat = if view.deterministic {
        Text::new("同样的输入、种子和版本得到逐字相同的方案", "the same input, seed and version give the same bytes")
    } else {
        Text::new("受时间限制，再次运行可能得到不同方案", "limited by time; another run may differ")
    };
    let made_by =
        Text::new(format!("{}；{}。", view.made_by.zh, repeat.zh), format!("{}; {}.", view.made_by.en, repeat.en));
    format!("\n{}\n{}  {}\n", bold(title.get(language)), table.text(2), made_by.get(language))
}

fn name(tier: &TierResult, language: Language) -> String {
    let title = tier.name.title();
    match (tier.priority, language) {
        (Some(priority), Language::Zh) => format!("{}（优先级 {priority}）", title.zh),
        (Some(priority), Language::En) => format!("{} (priority {priority})", title.en),
        (None, _) => title.get(language).to_string(),
    }
}

fn proof(tier: &TierResult, language: Language) -> String {
    let words = if tier.proven { Text::new("已证明", "proven") } else { Text::new("未证明", "not proven") };
    let slack = (tier.slack > 0).then(|| Text::new(format!("可放宽 {}", tier.slack), format!("slack {}", tier.slack)));
    let given = tier.given_unproven.map(|earlier| {
        let earlier = earlier.title();
        Text::new(format!("前提是“{}”，它未证明", earlier.zh), format!("given {}, which is not proven", earlier.en))
    });
    let separator = if language == Language::Zh { "，" } else { ", " };
    let all = [Some(words), slack, given];
    all.iter().flatten().map(|words| words.get(language)).collect::<Vec<_>>().join(separator)
}
