//! That no plan is possible: who is held in a case and may not serve there, and what would cure it.

use std::collections::BTreeSet;

use crate::diag::Text;
use crate::planner::team::{Bar, Barred, TeamRequest, held};
use crate::policy::Policy;
use crate::pool::Pool;
use crate::rules::{self, pins::Held};

/// What is wrong and what to do about it: those whom pins or present service hold and who may not serve, before
/// anything else.
pub fn words(barred: &[Barred], pool: &Pool, policy: &Policy, request: &TeamRequest) -> (Text, Text) {
    let held = held(pool, policy, request);
    let cause = contradiction(&held, request);
    if barred.is_empty() {
        return (cause, together(&held, pool, policy, request));
    }
    let lines: Vec<Text> = barred.iter().map(|one| line(one, pool, policy)).collect();
    let list = |pick: fn(&Text) -> &str| lines.iter().map(|line| format!("\n  {}", pick(line))).collect::<String>();
    let cause = Text::new(
        format!("{}；以下人员须留在案内，却不能任职：{}", cause.zh, list(|line| &line.zh)),
        format!("{}; these people are held in their cases and may not serve:{}", cause.en, list(|line| &line.en)),
    );
    (cause, cures(barred))
}

/// The hard rules, and of the wishes, the pins and present service those that there are, cannot go together.
fn contradiction(held: &[Held], request: &TeamRequest) -> Text {
    let kinds = [
        (!request.require.is_empty(), Text::same("--require")),
        (request.no_open, Text::same("--no-open")),
        (held.iter().any(|one| !one.serving), Text::new("指定", "the pins")),
        (held.iter().any(|one| one.serving), Text::new("已有参办", "the current assignments")),
    ];
    let mut kinds: Vec<Text> = kinds.into_iter().filter_map(|(is_there, kind)| is_there.then_some(kind)).collect();
    let Some(last) = kinds.pop() else {
        return Text::new("已证明：在硬性规则之下没有可行方案", "proven: no plan obeys the hard rules");
    };
    let list = |pick: fn(&Text) -> &str, separator: &str| {
        kinds.iter().map(|kind| format!("{separator}{}", pick(kind))).collect::<String>()
    };
    // Chinese sets options apart from the text by spaces, and nothing else.
    let blank = |kind: Option<&Text>| if kind.is_some_and(|kind| kind.zh.starts_with('-')) { " " } else { "" };
    let (before, after) = (blank(kinds.last()), blank(Some(&last)));
    Text::new(
        format!("已证明：在硬性规则{}{before}和{after}{}{after}之下没有可行方案", list(|kind| &kind.zh, "、"), last.zh),
        format!("proven: no plan obeys the hard rules{} and {} together", list(|kind| &kind.en, ", "), last.en),
    )
}

/// What to try where everybody who is held may serve, and only together it cannot be done: of the wishes, the pins
/// and the rows of present service, those that there are.
fn together(held: &[Held], pool: &Pool, policy: &Policy, request: &TeamRequest) -> Text {
    let (serving, pinned): (Vec<&Held>, Vec<&Held>) = held.iter().partition(|one| one.serving);
    let mut parts = Vec::new();
    match (pinned.is_empty(), serving.is_empty()) {
        (false, false) => parts.push(Text::new(
            "被指定的人、正在任职的人各自都能参加",
            "each of those whom pins or present service hold may serve",
        )),
        (false, true) => parts.push(Text::new("被指定的人各自都能参加", "each of those pinned may serve")),
        (true, false) => parts.push(Text::new("正在任职的人各自都能参加", "each of those who serve already may go on")),
        (true, true) => {}
    }
    let mut wishes = Vec::new();
    if !request.require.is_empty() {
        wishes.push(Text::same("--require"));
    }
    if request.no_open {
        wishes.push(Text::same("--no-open"));
    }
    if !pinned.is_empty() {
        wishes.push(Text::new("名册中的指定", "the roster's pins"));
    }
    if let Some((last, others)) = wishes.split_last() {
        let by_one = if others.is_empty() { Text::default() } else { Text::new("逐项", " one by one") };
        let zh: Vec<&str> = wishes.iter().map(|wish| wish.zh.as_str()).collect();
        let en: Vec<&str> = others.iter().map(|wish| wish.en.as_str()).collect();
        let or = if others.is_empty() { "" } else { " or " };
        // Chinese sets options apart from the text by spaces, and nothing else.
        let (before, after) = (
            if request.require.is_empty() && !request.no_open { "" } else { " " },
            if pinned.is_empty() { " " } else { "" },
        );
        parts.push(Text::new(
            format!("请{}去掉{before}{}{after}再试", by_one.zh, zh.join("、")),
            format!("drop {}{or}{}{} and try again", en.join(", "), last.en, by_one.en),
        ));
    }
    if !serving.is_empty() {
        parts.push(Text::new(
            "已经退出的人，请在参办记录中把止日改到判断日期之前",
            "for whoever has left the case, end the row of service before the day of judgment",
        ));
    }
    parts.extend(on_leave(&pinned, pool, policy, request));
    if parts.is_empty() {
        return Text::new("请核对名册，以及政策中的硬性规则", "look over the roster and the hard rules of the policy");
    }
    all_of(&parts)
}

/// Whom a pin holds in a case on days of leave, when they do not count; leave of those who serve breaks nothing.
fn on_leave(pinned: &[&Held], pool: &Pool, policy: &Policy, request: &TeamRequest) -> Option<Text> {
    let rules = rules::on_hand().filter(|code| policy.rules.active(code, request.as_of).is_some());
    let rules: Vec<&str> = rules.collect();
    let away = pinned.iter().filter(|one| {
        let ahead = pool.cases.get(&one.case).and_then(|case| case.days_ahead(request.as_of));
        let serves = pool.serves_in(&one.person, &one.case, request.as_of);
        !serves && ahead.is_some_and(|(from, to)| !pool.leave_within(&one.person, from, to).is_empty())
    });
    let away: BTreeSet<String> = away.map(|one| format!("{}{} · {}", one.person, name(one, pool), one.case)).collect();
    if rules.is_empty() || away.is_empty() {
        return None;
    }
    let away: Vec<String> = away.into_iter().collect();
    Some(Text::new(
        format!(
            "被指定的人在办案期间休假的（{}），休假当天不算在岗，可能因此不符合 {}",
            away.join("、"),
            rules.join("、")
        ),
        format!(
            "days on which somebody pinned is on leave within the case ({}) do not count as on duty, which may break {}",
            away.join(", "),
            rules.join(", ")
        ),
    ))
}

fn name(one: &Held, pool: &Pool) -> String {
    pool.people.get(&one.person).map(|person| format!(" {}", person.name)).unwrap_or_default()
}

fn all_of(parts: &[Text]) -> Text {
    let join = |pick: fn(&Text) -> &str, separator| parts.iter().map(pick).collect::<Vec<_>>().join(separator);
    Text::new(join(|part| &part.zh, "；"), join(|part| &part.en, "; "))
}

fn line(barred: &Barred, pool: &Pool, policy: &Policy) -> Text {
    let one = &barred.held;
    let name = name(one, pool);
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
    let bars: Vec<Text> = barred.bars.iter().map(|bar| bar_words(bar, policy)).collect();
    let bars = all_of(&bars);
    let who = format!("{}{name} · {}", one.person, one.case);
    Text::new(format!("{who} · {}：{}", held.zh, bars.zh), format!("{who} · {}: {}", held.en, bars.en))
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
        Bar::Unqualified => Text::new("不符合条件", "does not qualify"),
        Bar::Refused(rule, why) => {
            let rule = titled(rule);
            Text::new(
                format!("不符合条件（{}：{}）", rule.zh, why.zh),
                format!("not admitted ({}: {})", rule.en, why.en),
            )
        }
    }
}

/// What cures the bars there are, the mildest first; leaving the case always does.
fn cures(barred: &[Barred]) -> Text {
    // A waiver or a declaration is of no use to whom something else bars as well.
    let curable = |one: &&Barred| one.bars.iter().all(|bar| matches!(bar, Bar::Missing(_) | Bar::Review));
    let any = |is: fn(&Bar) -> bool| barred.iter().filter(curable).flat_map(|one| &one.bars).any(is);
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
    let serving = |serving: bool| barred.iter().any(|one| one.held.serving == serving);
    let leave = match (serving(true), serving(false)) {
        (true, true) => Text::new(
            "在参办记录中把止日改到判断日期之前，或者撤销指定",
            "end the row of service before the day of judgment, or drop the pin",
        ),
        (true, false) => {
            Text::new("在参办记录中把止日改到判断日期之前", "end the row of service before the day of judgment")
        }
        _ => Text::new("撤销指定", "drop the pin"),
    };
    // "Else" asks for something that it is else to.
    let leave = match cures.is_empty() {
        true => leave,
        false => Text::new(format!("否则{}", leave.zh), format!("else {}", leave.en)),
    };
    cures.push(leave);
    all_of(&cures)
}
