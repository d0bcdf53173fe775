//! What the plan says of itself: its references, teams, pins, waivers, gaps and totals.

use std::collections::{BTreeMap, BTreeSet};

use super::coverage::coverage;
use super::names::{all_of, some_of};
use super::policy_changes::policy_changes;
use super::screening::Screened;
use super::sources::Missing;
use super::{Docket, Entry, Judge, PLAN, Subject, roles_of};
use crate::diag::Text;
use crate::plan::{PinUsed, Plan, ProvisionalUse, WaiverUsed};
use crate::policy::{Certainty, Rule};

/// Whether everybody and everything the plan names is on file, and teams, assignments and planned cases agree.
pub(super) fn references(judge: &Judge, docket: &Docket) -> Vec<Entry> {
    let plan = docket.plan;
    let mut faults = Vec::new();
    let mut fault = |zh: String, en: String| faults.push(Text::new(zh, en));
    let planned: BTreeSet<_> = plan.input.cases.iter().collect();
    let Missing { cases, people, .. } = Missing::of(judge, plan);
    if !cases.is_empty() {
        let cases = some_of(&cases);
        fault(format!("名册中没有案件 {}", cases.zh), format!("cases that are not on file: {}", cases.en));
    }
    if !people.is_empty() {
        let people = some_of(&people);
        fault(format!("名册中没有人员 {}", people.zh), format!("people who are not on the roster: {}", people.en));
    }
    if planned.len() < plan.input.cases.len() {
        fault("计划案件有重复".to_string(), "a case is planned twice".to_string());
    }
    for case in planned.iter().copied() {
        match judge.pool.cases.get(case) {
            Some(case) if !judge.policy.templates.contains_key(&case.template) => fault(
                format!("案件 {} 的模板“{}”不存在", case.id, case.template),
                format!("the template `{}` of case {} is unknown", case.template, case.id),
            ),
            _ => {}
        }
        if plan.teams.iter().filter(|team| team.case == *case).count() != 1 {
            fault(format!("案件 {case} 应当恰有一个专案组"), format!("case {case} has not exactly one team"));
        }
    }
    for case in &plan.input.required {
        if !plan.teams.iter().any(|team| team.case == *case && team.formed) {
            fault(format!("必须组建的 {case} 专案组没有组建"), format!("the required team of {case} is not formed"));
        }
    }
    if plan.input.no_open && !plan.open_slots.is_empty() {
        fault("不得空缺，却有空缺岗位".to_string(), "slots are open although none may be".to_string());
    }
    for team in &plan.teams {
        let members = docket.of_case(&team.case).len();
        if !planned.contains(&team.case) {
            fault(format!("专案组 {} 不在计划案件之列", team.case), format!("team {} was not planned", team.case));
        }
        if !team.formed && members + team.pairs.len() > 0 {
            fault(
                format!("专案组 {} 没有组建，却有 {members} 人", team.case),
                format!("team {} is not formed and yet has {members} people", team.case),
            );
        }
        if let Some(case) = judge.pool.cases.get(&team.case)
            && (case.template != team.template || case.priority != team.priority)
        {
            let (stated, found) = (judge.template_named(&team.template), judge.template_named(&case.template));
            fault(
                format!(
                    "专案组 {}：方案写“{}”、优先级 {}，案件为“{}”、优先级 {}",
                    team.case, stated.zh, team.priority, found.zh, case.priority
                ),
                format!(
                    "team {}: the plan states `{}` of priority {}, the case has `{}` of priority {}",
                    team.case, stated.en, team.priority, found.en, case.priority
                ),
            );
        }
    }
    for assignment in &plan.assignments {
        let (person, case) = (judge.person_named(&assignment.person), &assignment.case);
        if !planned.contains(case) || !plan.teams.iter().any(|team| team.case == *case) {
            fault(format!("{person} 编入了未计划的案件 {case}"), format!("{person} serves in {case}, not planned"));
        }
        let template = judge.pool.cases.get(case).and_then(|case| judge.policy.templates.get(&case.template));
        for role in roles_of(assignment) {
            if template.is_some_and(|template| template.role(role).is_none()) {
                fault(
                    format!("{person} 所任的岗位“{role}”不在案件 {case} 的模板里"),
                    format!("{person} serves as `{role}`, which the template of case {case} does not have"),
                );
            }
        }
    }
    let found = Text::new("所列案件、专案组、岗位和人员均有记录", "all cases, teams, roles and people are on file");
    vec![Entry::of_faults(Subject::Plan, PLAN, faults, found)]
}

/// Whether the plan's lists and totals are what the facts and its own assignments give.
pub(super) fn statements(judge: &Judge, docket: &Docket, screened: &[Screened]) -> Vec<Entry> {
    let plan = docket.plan;
    let faults = [
        waivers(judge, plan, screened),
        provisional(judge, plan, screened),
        provisional_reviewers(judge, docket),
        pins(judge, plan),
        coverage(judge, plan),
        to_be_confirmed(judge, plan),
        policy_changes(judge, plan),
        totals(plan),
    ];
    let found = Text::new(
        "豁免、待申报、指定与排除、政策调整、记录完整度和合计数均与事实一致",
        "waivers, owed declarations, pins and bans, changes of rules, coverage and totals agree with the facts",
    );
    vec![Entry::of_faults(Subject::Plan, PLAN, faults.concat(), found)]
}

fn waivers(judge: &Judge, plan: &Plan, screened: &[Screened]) -> Vec<Text> {
    let mut faults = Vec::new();
    for used in &plan.waivers_used {
        let same_rule = |name: &str| {
            let rule = judge.policy.rules.find(name);
            rule.is_some_and(|rule| {
                rule.code.eq_ignore_ascii_case(&used.rule) || rule.id.eq_ignore_ascii_case(&used.rule)
            })
        };
        let on_file = judge.facts.waivers(&used.person, &used.case).iter().any(|waiver| {
            same_rule(&waiver.rule)
                && (waiver.reason == used.reason && waiver.approver == used.approver)
                && waiver.expires == used.expires
        });
        let WaiverUsed { case, expires, .. } = used;
        let (rule, person) = (judge.rule_named(&used.rule), judge.person_named(&used.person));
        if !on_file {
            faults.push(Text::new(
                format!("名册中没有 {person} 在案件 {case} 的豁免（{}）", rule.zh),
                format!("no waiver of {} for {person} in {case} is on file", rule.en),
            ));
        }
        if judge.pool.cases.get(case).is_some_and(|case| *expires < case.to) {
            faults.push(Text::new(
                format!("{person} 在案件 {case} 的豁免（{}）{expires} 到期，早于案件结束日期", rule.zh),
                format!("the waiver of {} for {person} in {case} ends on {expires}, before the case does", rule.en),
            ));
        }
    }
    for (code, waiver) in screened.iter().flat_map(|one| &one.waivers) {
        let listed = plan.waivers_used.iter().any(|used| {
            let names_it = judge.policy.rules.find(&used.rule).is_some_and(|rule| rule.code == *code);
            names_it && used.person == waiver.person && used.case == waiver.case
        });
        if !listed {
            // Not which rule: that somebody comes under it is told only for a recorded reason.
            let (person, case) = (judge.person_named(&waiver.person), &waiver.case);
            faults.push(Text::new(
                format!("方案依赖 {person} 在案件 {case} 的豁免，却没有列明"),
                format!("a waiver for {person} in {case} is relied on and not listed"),
            ));
        }
    }
    faults
}

fn provisional(judge: &Judge, plan: &Plan, screened: &[Screened]) -> Vec<Text> {
    let mut owed: BTreeMap<_, BTreeSet<&String>> = BTreeMap::new();
    for (assignment, one) in plan.assignments.iter().zip(screened) {
        if plan.input.provisional && !one.missing.is_empty() {
            owed.entry((&assignment.person, &assignment.case)).or_default().extend(&one.missing);
        }
    }
    let mut listed: BTreeMap<_, BTreeSet<&String>> = BTreeMap::new();
    for ProvisionalUse { person, case, rules } in &plan.provisional {
        listed.entry((person, case)).or_default().extend(rules);
    }
    if owed == listed && listed.len() == plan.provisional.len() {
        return Vec::new();
    }
    let all: BTreeSet<_> = owed.keys().chain(listed.keys()).collect();
    let wrong = all.into_iter().filter(|key| owed.get(*key) != listed.get(*key));
    let names: Vec<String> = wrong.map(|(person, case)| format!("{} · {case}", judge.person_named(person))).collect();
    let names = some_of(&names);
    vec![Text::new(
        format!("待申报清单与事实不符：{}", names.zh),
        format!("the list of owed declarations does not agree with the facts: {}", names.en),
    )]
}

/// Reviewers listed for a team that R15 does not judge; who may be listed for the others R15 itself says.
fn provisional_reviewers(judge: &Judge, docket: &Docket) -> Vec<Text> {
    let in_force = judge.policy.rules.active("R15", judge.as_of).is_some();
    let judged = |case| in_force && docket.formed_for(judge.pool, judge.policy, case).is_some();
    let stray = docket.plan.provisional_reviewers.iter().filter(|owed| !judged(&owed.case));
    stray
        .map(|ProvisionalUse { person, case, .. }| {
            let person = judge.person_named(person);
            Text::new(
                format!("{person} 不应列为案件 {case} 的待申报审理人员"),
                format!("{person} is listed as a provisional reviewer of {case} without need"),
            )
        })
        .collect()
}

fn pins(judge: &Judge, plan: &Plan) -> Vec<Text> {
    let planned: BTreeSet<_> = plan.input.cases.iter().collect();
    let on_file = judge.pool.pins.iter().filter(|pin| planned.contains(&pin.case)).map(|pin| PinUsed {
        kind: pin.kind,
        person: pin.person.clone(),
        case: pin.case.clone(),
        role: pin.role.clone(),
        reason: pin.reason.clone(),
        author: pin.author.clone(),
        approver: pin.approver.clone(),
    });
    let on_file: Vec<PinUsed> = on_file.collect();
    let lacking = on_file.iter().filter(|pin| !plan.pins.contains(pin));
    let invented = plan.pins.iter().filter(|pin| !on_file.contains(pin));
    let lacking = lacking.map(|pin| {
        let (person, case) = (judge.person_named(&pin.person), &pin.case);
        Text::new(
            format!("{person} 在案件 {case} 的指定或者排除，方案没有列明"),
            format!("the pin or ban of {person} in {case} is not listed"),
        )
    });
    let invented = invented.map(|pin| {
        let (person, case) = (judge.person_named(&pin.person), &pin.case);
        Text::new(
            format!("方案所列 {person} 在案件 {case} 的指定或者排除，名册中没有"),
            format!("no such pin or ban of {person} in {case} is on file"),
        )
    });
    lacking.chain(invented).collect()
}

fn to_be_confirmed(judge: &Judge, plan: &Plan) -> Vec<Text> {
    let rules = judge.policy.rules.rules.values();
    let open: BTreeSet<&str> = rules
        .filter(|rule| rule.in_force(judge.as_of) && awaits_adoption(rule, judge.as_of))
        .map(|rule| rule.code.as_str())
        .collect();
    let listed: BTreeSet<&str> = plan.policy.to_be_confirmed.iter().map(String::as_str).collect();
    let named = |codes: Vec<&str>| {
        let names: Vec<Text> = codes.into_iter().map(|code| judge.rule_named(code)).collect();
        (!names.is_empty()).then(|| all_of(&names))
    };
    let missing = named(open.difference(&listed).copied().collect()).map(|missing| {
        Text::new(
            format!("下列规则待本地确认而方案没有列明：{}", missing.zh),
            format!("rules that await local confirmation and are not listed: {}", missing.en),
        )
    });
    // Under another policy or on another day more rules may have awaited it.
    let same = plan.policy.fingerprint == judge.policy.fingerprint() && plan.input.as_of == judge.as_of;
    let invented = named(listed.difference(&open).copied().filter(|_| same).collect()).map(|invented| {
        Text::new(
            format!("方案列为待本地确认的规则并无待确认：{}", invented.zh),
            format!("rules listed as awaiting local confirmation that do not: {}", invented.en),
        )
    });
    missing.into_iter().chain(invented).collect()
}

/// Whether a rule without a firm source has no adoption of this day or earlier.
fn awaits_adoption(rule: &Rule, today: jiff::civil::Date) -> bool {
    let firm = match rule.certainty {
        Certainty::S | Certainty::V => rule.inferred.is_none(),
        Certainty::H | Certainty::I => false,
    };
    !firm && rule.adopted.as_ref().is_none_or(|adopted| adopted.date > today)
}

fn totals(plan: &Plan) -> Vec<Text> {
    // A plan from elsewhere may state any number.
    let days: i128 = plan.assignments.iter().map(|assignment| i128::from(assignment.days_away)).sum();
    let cost: i128 = plan.assignments.iter().map(|assignment| i128::from(assignment.cost_fen)).sum();
    let mut faults = Vec::new();
    if days != i128::from(plan.days_away) {
        faults.push(Text::new(
            format!("在外天数合计：方案写 {}，应为 {days}", plan.days_away),
            format!("days away: the plan states {}, they add up to {days}", plan.days_away),
        ));
    }
    if cost != i128::from(plan.cost_fen) {
        faults.push(Text::new(
            format!("费用合计：方案写 {} 分，应为 {cost} 分", plan.cost_fen),
            format!("cost: the plan states {} fen, it adds up to {cost} fen", plan.cost_fen),
        ));
    }
    faults
}
