//! That no plan is possible: who is held in a case and may not serve there, and what would cure it.

use crate::diag::Text;
use crate::planner::team::{Bar, Barred};
use crate::policy::Policy;
use crate::pool::Pool;

/// What is wrong and what to do about it: those whom pins or present service hold and who may not serve, before
/// anything else.
pub fn words(barred: &[Barred], pool: &Pool, policy: &Policy) -> (Text, Text) {
    let cause = Text::new(
        "已证明：在硬性规则、指定和本次要求之下没有可行方案",
        "proven: no plan obeys the hard rules, the pins and this request together",
    );
    if barred.is_empty() {
        let hint = Text::new(
            "被指定的人、正在任职的人各自都能参加；请逐项去掉 --require、--no-open、名册中的指定再试",
            "each of those whom pins or present service hold may serve; drop --require, --no-open or the roster's pins one by one and try again",
        );
        return (cause, hint);
    }
    let lines: Vec<Text> = barred.iter().map(|one| line(one, pool, policy)).collect();
    let list = |pick: fn(&Text) -> &str| lines.iter().map(|line| format!("\n  {}", pick(line))).collect::<String>();
    let cause = Text::new(
        format!("{}；以下人员须留在案内，却不能任职：{}", cause.zh, list(|line| &line.zh)),
        format!("{}; these people are held in their cases and may not serve:{}", cause.en, list(|line| &line.en)),
    );
    (cause, cures(barred))
}

fn line(one: &Barred, pool: &Pool, policy: &Policy) -> Text {
    let name = pool.people.get(&one.person).map(|person| format!(" {}", person.name)).unwrap_or_default();
    let template = pool.cases.get(&one.case).and_then(|case| policy.templates.get(&case.template));
    let role = one.role.as_ref().map(|id| {
        let known = template.and_then(|template| template.role(id));
        known.map_or_else(|| Text::same(id), |role| role.name.clone())
    });
    let held = match (one.serving, role) {
        (true, Some(role)) => Text::new(format!("现任{}", role.zh), format!("serves as {}", role.en)),
        (true, None) => Text::new("正在任职", "serves"),
        (false, Some(role)) => Text::new(format!("指定任{}", role.zh), format!("pinned as {}", role.en)),
        (false, None) => Text::new("指定参加", "pinned"),
    };
    let bars: Vec<Text> = one.bars.iter().map(|bar| bar_words(bar, policy)).collect();
    let join = |pick: fn(&Text) -> &str, separator| bars.iter().map(pick).collect::<Vec<_>>().join(separator);
    let who = format!("{}{name} · {}", one.person, one.case);
    Text::new(
        format!("{who} · {}：{}", held.zh, join(|bar| &bar.zh, "；")),
        format!("{who} · {}: {}", held.en, join(|bar| &bar.en, "; ")),
    )
}

fn bar_words(bar: &Bar, policy: &Policy) -> Text {
    let titled = |code: &String| {
        let title = policy.rules.find(code).map(|rule| rule.title.clone()).unwrap_or_default();
        Text::new(format!("{code} {}", title.zh), format!("{code} {}", title.en))
    };
    match bar {
        Bar::Missing(rule) => {
            let rule = titled(rule);
            Text::new(format!("事实未掌握（{}）", rule.zh), format!("not on record ({})", rule.en))
        }
        Bar::Review => Text::new("需审查", "review"),
        Bar::Block => Text::new("需回避", "block"),
        Bar::Refused(rule) => {
            let rule = titled(rule);
            Text::new(format!("不符合条件（{}）", rule.zh), format!("not admitted ({})", rule.en))
        }
    }
}

/// What cures the bars there are, the mildest first; leaving the case always does.
fn cures(barred: &[Barred]) -> Text {
    let any = |is: fn(&Bar) -> bool| barred.iter().flat_map(|one| &one.bars).any(is);
    let mut cures = Vec::new();
    if any(|bar| matches!(bar, Bar::Missing(_))) {
        cures.push(Text::new(
            "事实未掌握的，由本人重新申报或者补登记录",
            "where a fact is not on record, have the person declare anew or enter what is missing",
        ));
    }
    if any(|bar| matches!(bar, Bar::Missing(_) | Bar::Review)) {
        cures.push(Text::new(
            "须审查的，可经批准登记豁免，有效期覆盖到案件结束",
            "what is for review may be waived: record the approved waiver, valid until the case ends",
        ));
    }
    let serving = |serving: bool| barred.iter().any(|one| one.serving == serving);
    let leave = match (serving(true), serving(false)) {
        (true, true) => Text::new(
            "否则在参办记录中把止日改到判断日期之前，或者撤销指定",
            "else end the row of service before the day of judgment, or drop the pin",
        ),
        (true, false) => Text::new(
            "否则在参办记录中把止日改到判断日期之前",
            "else end the row of service before the day of judgment",
        ),
        _ => Text::new("否则撤销指定", "else drop the pin"),
    };
    cures.push(leave);
    Text::new(
        cures.iter().map(|cure| cure.zh.as_str()).collect::<Vec<_>>().join("；"),
        cures.iter().map(|cure| cure.en.as_str()).collect::<Vec<_>>().join("; "),
    )
}
