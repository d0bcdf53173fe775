//! What a roster folder gave: counts, faults, and the sum of both.

use serde_json::{Value, json};

use super::diagnostics;
use super::layout::{Side, Table};
use super::style::{green, red, yellow};
use crate::diag::{Language, Severity, Text, plural};
use crate::pool::read::Reading;

/// Counts by table, then every fault, then one line that sums up.
pub fn text(reading: &Reading, language: Language) -> String {
    let headings = match language {
        Language::Zh => ["表", "文件", "记录数"],
        Language::En => ["table", "file", "records"],
    };
    let sides = [Side::Left, Side::Left, Side::Right];
    let mut table = Table::new(headings.into_iter().zip(sides));
    for count in &reading.counts {
        let file = count.file.as_deref().unwrap_or(match language {
            Language::Zh => "（无）",
            Language::En => "(none)",
        });
        table.row([count.table.get(language), file, &count.records.to_string()]);
    }
    let faults = diagnostics::text(&reading.diagnostics, language);
    let gap = if faults.is_empty() { "" } else { "\n" };
    format!("{}{gap}{faults}\n{}\n", table.text(0), verdict(reading, language))
}

/// The same as data.
pub fn json(reading: &Reading) -> Value {
    json!({
        "tables": reading.counts,
        "errors": count(reading, Severity::Error),
        "warnings": count(reading, Severity::Warning),
        "diagnostics": reading.diagnostics,
    })
}

fn verdict(reading: &Reading, language: Language) -> String {
    let (errors, warnings) = (count(reading, Severity::Error), count(reading, Severity::Warning));
    let words = match (errors, warnings) {
        (0, 0) => Text::new("没有发现问题。", "No fault found."),
        (0, _) => {
            Text::new(format!("没有错误，{warnings} 条警告。"), format!("No error, {}.", plural(warnings, "warning")))
        }
        (_, 0) => Text::new(
            format!("{errors} 个错误，须改正后才能组队。"),
            format!("{} to mend before planning.", plural(errors, "error")),
        ),
        _ => Text::new(
            format!("{errors} 个错误，须改正后才能组队；另有 {warnings} 条警告。"),
            format!("{} to mend before planning, and {}.", plural(errors, "error"), plural(warnings, "warning")),
        ),
    };
    match (errors, warnings) {
        (0, 0) => green(words.get(language)),
        (0, _) => yellow(words.get(language)),
        _ => red(words.get(language)),
    }
}

fn count(reading: &Reading, severity: Severity) -> i64 {
    reading.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count() as i64
}
