//! How far the solver has come, in a line.

use crate::diag::{Text, plural};
use crate::policy::TierName;
use crate::solve::{Progress, Stage};

/// One line about the run.
pub fn line(progress: &Progress) -> Text {
    let tier = tier(&progress.tier);
    let stage = match progress.stage {
        Stage::Relaxation => Text::new("求松弛解", "relaxation"),
        Stage::Search => Text::new("求整数解", "search"),
        Stage::Done => Text::new("完成", "done"),
    };
    let (columns, rows) = (progress.columns, progress.rows);
    let mut words = Text::new(
        format!("{}：{}，{columns} 列 {rows} 行", tier.zh, stage.zh),
        format!("{}: {}, {}, {}", tier.en, stage.en, plural(columns as i64, "column"), plural(rows as i64, "row")),
    );
    if let Some(incumbent) = progress.incumbent {
        words.zh += &format!("，当前 {incumbent}");
        words.en += &format!(", best {incumbent}");
    }
    if let Some(bound) = progress.bound {
        words.zh += &format!("，下界 {bound}");
        words.en += &format!(", bound {bound}");
    }
    if let (Some(incumbent), Some(bound)) = (progress.incumbent, progress.bound)
        && bound < incumbent
    {
        words.zh += &format!("，相差 {}", incumbent - bound);
        words.en += &format!(", gap {}", incumbent - bound);
    }
    let seconds = progress.elapsed.as_millis() as f64 / 1000.0;
    words.zh += &format!("，{seconds:.1} 秒");
    words.en += &format!(", {seconds:.1} s");
    words
}

/// `open_slots.1` as people say it; a name that is no tier's stays as it is.
fn tier(name: &str) -> Text {
    let (tier, class) = name.split_once('.').map_or((name, None), |(tier, class)| (tier, Some(class)));
    let Ok(tier) = serde_json::from_value::<TierName>(tier.replace('-', "_").into()) else { return Text::same(name) };
    let title = tier.title();
    match class {
        Some(class) => Text::new(format!("{}（优先级 {class}）", title.zh), format!("{} (priority {class})", title.en)),
        None => title,
    }
}
