//! `docs/rules.md`: the rule pack as a document in both languages.

use std::fmt::Write;

use super::builtin::embedded_file;
use super::{ParameterValue, Rule, RulePack, Scope, VerdictLevel, reserved};

/// The whole document; a test compares it with the file.
pub fn rules_reference(pack: &RulePack) -> String {
    let mut out = format!("{HEADER}{}", ties_example());
    out.push_str("| 编号 code | 名称 title | 依据 source | 状态 state |\n|---|---|---|---|\n");
    for rule in pack.rules.values() {
        let state = match (rule.enabled, rule.scope) {
            (false, _) => "关闭 off",
            (true, Scope::Team) => "启用 on",
            (true, Scope::Rotation) => "启用（轮岗方案） on (rotation plans)",
        };
        let code = &rule.code;
        let anchor = anchor(rule);
        let part = if rule.inferred.is_some() { " [I]" } else { "" };
        let certainty = format!("[{:?}]{part}", rule.certainty);
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
在本地采用之前，各类报告一律标注“待确认”；采用办法是在名册文件夹的 `policy.toml` 中写一条 `[[adopt]]`。依据为[V]或[S]、\
另标[I]的规则，其中推定的部分同样标注“待确认”，直至采用。

Each rule says what it requires, on what source and how sure that source is, the verdict for leads, deputies and \
members, who may waive it, and its parameters. A rule marked [H] or [I] is printed as “to be confirmed locally” until \
the folder's `policy.toml` adopts it; of a rule marked [V] or [S] with [I] beside it, the inferred part is.

## 本地政策 · policy.toml

名册文件夹中的 `policy.toml` 可写以下各节，均可省略。对规则的调整逐条印在方案上。The roster folder's `policy.toml` may \
have the sections below, none of them required. Every change of a rule is printed on the plan.

`[[adopt]]` 采用规则；`[rule.编号]` 修改规则：`enabled` 启用或关闭，`verdict` 结论，`valid_from`、`valid_to` 有效期\
（首日、末日；以基准日是否在其内判断，期外不适用），`parameters` 参数。`[[adopt]]` adopts a rule; `[rule.CODE]` changes \
one: `enabled` switches it on or off, `verdict` replaces its verdicts, `valid_from` and `valid_to` are the first and last \
day on which it holds (on an as-of day outside them it is not applied), `parameters` replaces values.

```toml
[[adopt]]
rule = \"R32\"
by = \"市纪委常委会\"
date = 2026-03-01
document = \"〔2026〕7号\"

[rule.R32.parameters]
review_years = 2

[rule.R33]
valid_from = 2026-03-01
valid_to = 2027-02-28
```

`[[template]]` 增加或替换组队模板（各键同 `models/templates/`）；`[[skill]]` 增加专长。`[[template]]` adds or replaces a \
team template (keys as in `models/templates/`); `[[skill]]` adds a skill.

模板的 `stages` 为适用的案件阶段（默认不限），不符的 `check` 给出警告。A template's `stages` are the stages of cases it \
is meant for (any unless given); `check` warns of others.

模板的 `sessions` 为至少同时进行几组谈话、搜查（R10，默认 0；有结对岗位的至少为 1，须写明）；\
案件表“同时谈话组数”空白的，以此为准。A template's `sessions` says how many interviews or searches go on at one time at \
least (R10; 0 unless given, and to be given as 1 or more where a role works in pairs); it holds for a case whose own number \
is blank.

模板的 `[[composition]]` 规定来源：`min_origins` 最少几个来源，`max_per_origin` 每个来源最多几人，`count` 以什么为一个来源\
——`units`（默认）一单位一个，`counties` 同一县（市、区）的地方单位合为一个、其他单位仍一单位一个。A template's \
`[[composition]]` says where people come from: at least `min_origins` origins, at most `max_per_origin` people of each; \
`count` says what an origin is: with `units` (the default) each unit, with `counties` all local units of one county or \
district together, and each other unit.

`[team]` 整节替换组队的目标和上限：`tier` 各目标层的先后次序（不写的层不计；`slack` 为后面各层可以让出多少），`limits` \
每层的工作量上限，`burden_step_days` 负担每档天数，`burden_months` 计入负担的月数，`travel_points_per_km`、\
`travel_points_per_day_away` 每公里、每个在外日的路程分。`[team]` replaces the planner's objective and limits as a whole: \
`tier` lists the tiers in their order (one left out does not count; `slack` is how much later tiers may give up of it), \
`limits` is the work for one tier, `burden_step_days` the days of one step of burden, `burden_months` the months that \
count towards it, `travel_points_per_km` and `travel_points_per_day_away` the points of travel.

```toml
[team]
burden_step_days = 30
burden_months = 24
travel_points_per_km = 1
travel_points_per_day_away = 1
limits = { nodes = 10000, iterations = 2000000 }
tier = [
  { name = \"open_slots\" },
  { name = \"provisional\" },
  { name = \"preference\" },
  { name = \"exposure\", slack = 10 },
  { name = \"skill_shortfall\" },
  { name = \"burden\" },
  { name = \"travel\" },
  { name = \"lottery\" },
]
```

`[ties]` 整节替换关联的强度和衰减：`base` 强度（0–100 分），`years` 几年衰减到零（0 为不衰减），`overlap_days` 至少重叠的天数，\
`full_size` 多少人以内的单位不打折（0 为不论人数）。各键须写全，照抄下例再改。`[ties]` replaces the strength and decay of \
ties as a whole: `base` in points (0–100), `years` until nothing is left (0: never), `overlap_days` the least overlap, \
`full_size` the unit's people up to which nothing is taken off (0: whatever its size). All keys are needed; copy the \
example and change it.

";

/// The tie settings as they come with the program, as a section of a folder's file.
fn ties_example() -> String {
    let mut out = String::from("```toml\n[ties]\n");
    for line in embedded_file("ties.toml").unwrap_or_default().lines().filter(|line| !line.starts_with('#')) {
        let line = line.strip_prefix('[').map_or_else(|| line.to_string(), |name| format!("[ties.{name}"));
        out.push_str(&line);
        out.push('\n');
    }
    out + "```\n\n"
}

fn section(rule: &Rule) -> String {
    let mut out = format!("\n## {} {}\n\n", rule.code, rule.id);
    let stated = rule.stated();
    let _ = writeln!(out, "**{} · {}**\n\n{}\n\n{}\n", rule.title.zh, rule.title.en, stated.zh, stated.en);
    let _ = writeln!(out, "- 依据 source: {} · {}", rule.source.zh, rule.source.en);
    let certainty = rule.certainty.title();
    let _ = writeln!(out, "- 可靠程度 certainty: [{:?}] {} · {}", rule.certainty, certainty.zh, certainty.en);
    if let Some(part) = &rule.inferred {
        let _ = writeln!(out, "- 推定部分 inferred part [I]: {} · {}", part.zh, part.en);
    }
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
