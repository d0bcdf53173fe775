//! The rule pack as a list, a page per rule, and JSON.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::layout::{Side, Table};
use super::style::bold;
use crate::diag::{Language, Text, during};
use crate::policy::{Certainty, Rule};

/// Cells of a list's line.
const LIST_WIDTH: usize = 120;

/// One line per rule: code, id, whether it is in force, certainty, statement.
pub fn list(rules: &[&Rule], day: Date, language: Language) -> String {
    let headings = match language {
        Language::Zh => ["编号", "标识", "状态", "依据", "要求"],
        Language::En => ["code", "id", "state", "source", "statement"],
    };
    let mut table = Table::new(headings.map(|heading| (heading, Side::Left)));
    for rule in rules {
        table.row([
            rule.code.clone(),
            rule.id.clone(),
            state(rule, day).get(language).to_string(),
            certainty_tag(rule, day).get(language).to_string(),
            rule.stated().get(language).to_string(),
        ]);
    }
    table.wrapped(0, LIST_WIDTH)
}

/// Numbers that no rule bears, each reason once.
pub fn reserved(numbers: &[(&str, Text)], language: Language) -> String {
    let mut by_reason: Vec<(&Text, Vec<&str>)> = Vec::new();
    for (code, reason) in numbers {
        match by_reason.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, codes)) => codes.push(code),
            None => by_reason.push((reason, vec![code])),
        }
    }
    let (and, colon) = if language == Language::Zh { ("、", "：") } else { (", ", ": ") };
    by_reason.iter().map(|(reason, codes)| format!("{}{colon}{}\n", codes.join(and), reason.get(language))).collect()
}

/// Everything about one rule.
pub fn page(rule: &Rule, day: Date, language: Language) -> String {
    // The English title repeats the id.
    let title = if language == Language::Zh { format!(" {}", rule.title.zh) } else { String::new() };
    let mut page = format!("{}\n", bold(&format!("{} {}{title}", rule.code, rule.id)));
    page += &format!("{}\n\n", rule.stated().get(language));
    let mut field = |name: Text, value: String| {
        let separator = if language == Language::Zh { "：" } else { ": " };
        page += &format!("{}{separator}{value}\n", name.get(language));
    };
    field(Text::new("来源", "source"), rule.source.get(language).to_string());
    field(Text::new("依据的可靠程度", "certainty"), rule.certainty.title().get(language).to_string());
    if let Some(part) = &rule.inferred {
        let mark = if rule.to_be_confirmed(day) {
            Text::new("（待确认）", " (to be confirmed)")
        } else {
            Text::default()
        };
        let name = Text::new(format!("推定部分{}", mark.zh), format!("inferred part{}", mark.en));
        field(name, part.get(language).to_string());
    }
    field(Text::new("状态", "state"), state(rule, day).get(language).to_string());
    if rule.valid_from.is_some() || rule.valid_to.is_some() {
        let words = validity(rule.valid_from, rule.valid_to);
        field(Text::new("有效期", "validity"), words.get(language).to_string());
    }
    field(Text::new("约束的方案", "binds"), rule.scope.title().get(language).to_string());
    if let Some(adoption) = &rule.adopted {
        let words = Text::new(
            format!("{}，{}，{}", adoption.by, adoption.date, adoption.document),
            format!("{}, {}, {}", adoption.by, adoption.date, adoption.document),
        );
        field(Text::new("本地确认", "adopted"), words.get(language).to_string());
    }
    if let Some(verdict) = &rule.verdict {
        let words = Text::new(
            format!(
                "组长{}，副组长{}，组员{}",
                verdict.lead.title().zh,
                verdict.deputy.title().zh,
                verdict.member.title().zh
            ),
            format!(
                "lead {}, deputy {}, member {}",
                verdict.lead.title().en,
                verdict.deputy.title().en,
                verdict.member.title().en
            ),
        );
        field(Text::new("结论", "verdict"), words.get(language).to_string());
    }
    field(Text::new("豁免", "waiver"), rule.waivable.title().get(language).to_string());
    if !rule.parameters.is_empty() {
        let headings = match language {
            Language::Zh => ["参数", "值", "单位", "含义"],
            Language::En => ["parameter", "value", "unit", "meaning"],
        };
        let mut table = Table::new(headings.map(|heading| (heading, Side::Left)));
        for (name, parameter) in &rule.parameters {
            let unit = parameter.unit.map(|unit| unit.title().get(language).to_string()).unwrap_or_default();
            table.row([name.clone(), parameter.value.to_string(), unit, parameter.meaning.get(language).to_string()]);
        }
        page += &format!("\n{}", table.text(0));
    }
    page
}

/// The rules, and the numbers that no rule bears, as JSON in both languages.
pub fn json(rules: &[&Rule], reserved: &[(&str, Text)], day: Date) -> Value {
    let rules: Vec<Value> = rules
        .iter()
        .map(|rule| {
            json!({
                "code": rule.code,
                "id": rule.id,
                "title": rule.title,
                "statement": rule.stated(),
                "source": rule.source,
                "certainty": rule.certainty,
                "inferred": rule.inferred,
                "enabled": rule.enabled,
                "in_force": rule.in_force(day),
                "to_be_confirmed": rule.to_be_confirmed(day),
                "valid_from": rule.valid_from,
                "valid_to": rule.valid_to,
                "scope": rule.scope,
                "waivable": rule.waivable,
                "verdict": rule.verdict,
                "parameters": rule.parameters,
            })
        })
        .collect();
    let reserved: Vec<Value> =
        reserved.iter().map(|(code, reason)| json!({ "code": code, "reason": reason })).collect();
    json!({ "as_of": day, "rules": rules, "reserved": reserved })
}

/// From when to when a rule holds.
pub(super) fn validity(from: Option<Date>, to: Option<Date>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let days = during(from, to);
            Text::new(format!("{} 适用", days.zh), format!("holds {}", days.en))
        }
        (Some(from), None) => Text::new(format!("自 {from} 起适用"), format!("holds from {from} on")),
        (None, Some(to)) => Text::new(format!("适用至 {to} 止"), format!("holds until {to}")),
        (None, None) => Text::new("适用不限时间", "holds on every day"),
    }
}

fn state(rule: &Rule, day: Date) -> Text {
    match (rule.enabled, rule.in_force(day)) {
        (false, _) => Text::new("停用", "off"),
        (true, false) => Text::new("不在有效期", "not valid"),
        (true, true) => Text::new("启用", "on"),
    }
}

fn certainty_tag(rule: &Rule, day: Date) -> Text {
    match (rule.certainty, rule.to_be_confirmed(day)) {
        (Certainty::S, true) => Text::new("公开报道，部分待确认", "report, part to confirm"),
        (Certainty::V, true) => Text::new("法规，部分待确认", "law, part to confirm"),
        (Certainty::S, _) => Text::new("公开报道", "report"),
        (Certainty::V, _) => Text::new("法规", "law"),
        (_, true) => Text::new("待确认", "to confirm"),
        (_, false) => Text::new("已确认", "confirmed"),
    }
}
