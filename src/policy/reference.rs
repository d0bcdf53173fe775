//! `docs/rules.md`: the rule pack as a document in both languages.

use std::fmt::Write;

use super::{ParameterValue, Rule, RulePack, Scope, VerdictLevel, reserved};

/// The whole document; a test compares it with the file.
pub fn rules_reference(pack: &RulePack) -> String {
    let mut out = String::from(HEADER);
    out.push_str("| 编号 code | 名称 title | 依据 source | 状态 state |\n|---|---|---|---|\n");
    for rule in pack.rules.values() {
        let state = match (rule.enabled, rule.scope) {
            (false, _) => "关闭 off",
            (true, Scope::Team) => "启用 on",
            (true, Scope::Rotation) => "启用（轮岗方案） on (rotation plans)",
        };
        let code = &rule.code;
        let anchor = anchor(rule);
        let certainty = format!("[{:?}]", rule.certainty);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "| [{code}](#{anchor}) | {} {} | {certainty} | {state} |", rule.title.zh, rule.title.en);
    }
    out.push_str("\n预留编号 · Reserved numbers:");
    for (index, (code, _)) in reserved().iter().enumerate() {
        let _ = write!(out, "{}{code}", if index == 0 { " " } else { ", " });
    }
    if let Some((_, reason)) = reserved().first() {
        let _ = writeln!(out, " （{}: {}）", reason.zh, reason.en);
    }
    for rule in pack.rules.values() {
        out.push_str(&section(rule));
    }
    out
}

const HEADER: &str = "\
# 规则 · Rules

本页由 `models/rules/` 生成，测试保证两者一致。This page is generated from `models/rules/`; a test keeps them equal.

每条规则写明要求、依据、依据的可靠程度、对组长/副组长/组员的结论、谁可以豁免以及可调参数。依据为[H]或[I]的规则，\
在本地采用之前，各类报告一律标注“待确认”；采用办法是在花名册文件夹的 `policy.toml` 中写一条 `[[adopt]]`。

Each rule says what it requires, on what source and how sure that source is, the verdict for leads, deputies and \
members, who may waive it, and its parameters. A rule marked [H] or [I] is printed as “to be confirmed locally” until \
the folder's `policy.toml` adopts it:

```toml
[[adopt]]
rule = \"R32\"
by = \"市纪委常委会\"
date = 2026-03-01
document = \"〔2026〕7号\"

[rule.R32.parameters]
review_years = 2
```

";

fn section(rule: &Rule) -> String {
    let mut out = format!("\n## {} {}\n\n", rule.code, rule.id);
    let _ =
        writeln!(out, "**{} · {}**\n\n{}\n\n{}\n", rule.title.zh, rule.title.en, rule.statement.zh, rule.statement.en);
    let _ = writeln!(out, "- 依据 source: {} · {}", rule.source.zh, rule.source.en);
    let certainty = rule.certainty.title();
    let _ = writeln!(out, "- 可靠程度 certainty: [{:?}] {} · {}", rule.certainty, certainty.zh, certainty.en);
    if let Some(verdict) = rule.verdict {
        let words = |level: VerdictLevel| {
            let title = level.title();
            format!("{} {}", title.zh, title.en)
        };
        let _ = writeln!(
            out,
            "- 结论 verdict: 组长 lead {} · 副组长 deputy {} · 组员 member {}",
            words(verdict.lead),
            words(verdict.deputy),
            words(verdict.member)
        );
    }
    let waivable = rule.waivable.title();
    let _ = writeln!(out, "- 豁免 waiver: {} · {}", waivable.zh, waivable.en);
    if !rule.enabled {
        out.push_str("- 默认关闭 off by default\n");
    }
    if rule.scope == Scope::Rotation {
        let title = rule.scope.title();
        let _ = writeln!(out, "- 约束 binds: {} · {}", title.zh, title.en);
    }
    if !rule.parameters.is_empty() {
        out.push_str("\n| 参数 parameter | 默认 default | 含义 meaning |\n|---|---|---|\n");
        for (name, parameter) in &rule.parameters {
            let value = match (&parameter.value, parameter.unit) {
                (ParameterValue::Switch(true), _) => "是 true".to_string(),
                (ParameterValue::Switch(false), _) => "否 false".to_string(),
                (value, Some(unit)) => format!("{value} {} {}", unit.title().zh, unit.title().en),
                (value, None) => format!("{value} ({})", parameter.choices.join(" / ")),
            };
            let _ = writeln!(out, "| `{name}` | {value} | {} · {} |", parameter.meaning.zh, parameter.meaning.en);
        }
    }
    out
}

fn anchor(rule: &Rule) -> String {
    format!("{} {}", rule.code, rule.id).to_lowercase().replace(' ', "-")
}
