//! Builds the frame: which cases, roles and options there are.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;

use super::options::{Asked, Judged};
use super::{CaseFrame, Excluded, Member, RoleFrame, Segment, TeamFrame, TeamOption, TeamRule};
use crate::id::CaseId;
use crate::milp::{Model, Name};
use crate::policy::{Role, SkillDemand, Template};
use crate::pool::{Case, Demand, Person, days_between};
use crate::screen::Screener;

/// What is asked of the frame.
pub struct Ask<'a> {
    /// The cases to plan; those without a known template and those that are over are left out and must be refused
    /// before.
    pub cases: &'a [CaseId],
    /// Whether people whose only open point is a missing fact may serve.
    pub provisional: bool,
    /// The rules.
    pub rules: &'a [&'a dyn TeamRule],
    /// Called for every person who may not hold a role, with the reason.
    pub excluded: &'a mut dyn FnMut(&Case, &Person, &Role, Excluded),
}

/// Builds cases, roles and options; [`post`] adds the rows.
pub fn build<'a>(screener: &'a Screener<'a>, ask: &mut Ask) -> TeamFrame<'a> {
    let mut frame = TeamFrame {
        screener,
        provisional: ask.provisional,
        cases: Vec::new(),
        options: Vec::new(),
        by_person: BTreeMap::new(),
        members: BTreeMap::new(),
        model: Model::default(),
    };
    let wanted: BTreeSet<&CaseId> = ask.cases.iter().collect();
    for id in wanted {
        let Some(case) = screener.pool.cases.get(id) else { continue };
        let Some(template) = screener.policy.templates.get(&case.template) else { continue };
        let Some((from, to)) = case.days_ahead(screener.as_of) else { continue };
        let segments = segments(from, to, screener);
        add_case(&mut frame, case, template, segments);
        add_options(&mut frame, ask);
    }
    add_members(&mut frame);
    frame
}

/// Posts the rows of every rule in force, in the order of `rules`.
pub fn post(frame: &mut TeamFrame, rules: &[&dyn TeamRule]) {
    let screener = frame.screener;
    for rule in rules {
        let Some(setting) = screener.policy.rules.active(rule.code(), screener.as_of) else { continue };
        rule.post(setting, frame);
        let Some(asks) = rule.on_hand() else { continue };
        for case in 0..frame.cases.len() {
            for asked in asks(setting, &frame.cases[case]) {
                frame.post_on_hand(rule.code(), case, &asked);
            }
        }
    }
}

/// A membership column for every person with several options in a case; M07 ties it to them.
fn add_members(frame: &mut TeamFrame) {
    for option in &frame.options {
        let case = frame.cases[option.case].case;
        let member = frame.members.entry((option.case, &option.person.id)).or_insert_with(|| Member {
            person: &option.person.id,
            case: &case.id,
            column: option.column,
            columns: Vec::new(),
        });
        member.columns.push(option.column);
    }
    for member in frame.members.values_mut().filter(|member| member.columns.len() > 1) {
        let name = Name::new(["y", member.person.as_str(), member.case.as_str()]);
        member.column = frame.model.add_column(name, 0, 1);
    }
}

fn add_case<'a>(frame: &mut TeamFrame<'a>, case: &'a Case, template: &'a Template, segments: Vec<Segment>) {
    let demands: Vec<&Demand> = frame.screener.pool.demands.iter().filter(|demand| demand.case == case.id).collect();
    let formed = frame.model.add_column(Name::new(["z", case.id.as_str()]), 0, 1);
    let roles = template
        .roles
        .iter()
        .map(|role| {
            let role = overridden(role, &demands);
            let name = Name::new(["o", case.id.as_str(), role.id.as_str()]);
            let open = frame.model.add_column(name, 0, role.desired);
            RoleFrame { role, open }
        })
        .collect();
    let mut skills = template.skills.clone();
    skills.extend(demands.iter().filter_map(|demand| {
        Some(SkillDemand {
            skill: demand.skill.clone()?,
            roles: vec![demand.role.clone()],
            min: 1,
            level: demand.level.unwrap_or(1),
            desired: 1,
            desired_level: demand.level.unwrap_or(1),
        })
    }));
    frame.cases.push(CaseFrame { case, template, roles, skills, segments, formed, options: Vec::new() });
}

fn overridden(role: &Role, demands: &[&Demand]) -> Role {
    let mut role = role.clone();
    for demand in demands.iter().filter(|demand| demand.role == role.id) {
        role.min = demand.min.unwrap_or(role.min);
        role.desired = demand.desired.unwrap_or(role.desired).max(role.min);
    }
    role
}

/// As few segments of equal length as the secondment limit needs.
fn segments(from: Date, to: Date, screener: &Screener) -> Vec<Segment> {
    let days = days_between(from, to);
    let limit = screener.policy.rules.active("R18", screener.as_of).map_or(0, |rule| rule.number("stint_days"));
    let count = if limit > 0 { (days + limit - 1) / limit } else { 1 }.max(1);
    (0..count)
        .map(|index| Segment {
            from: later(from, days * index / count),
            to: later(from, days * (index + 1) / count - 1),
        })
        .collect()
}

/// Adds the case's options in the order of people, roles, doublings and segments.
fn add_options<'a>(frame: &mut TeamFrame<'a>, ask: &mut Ask) {
    let index = frame.cases.len() - 1;
    let screener = frame.screener;
    let (case, segments) = (frame.cases[index].case, frame.cases[index].segments.len());
    let roles: Vec<Role> = frame.cases[index].roles.iter().map(|role| role.role.clone()).collect();
    let asked = Asked {
        screener,
        rules: ask.rules,
        provisional: ask.provisional,
        case,
        template: frame.cases[index].template,
        roles: &roles,
        segments: &frame.cases[index].segments,
    };
    // Judging people is most of the work and touches nothing; the options are added in order.
    let people: Vec<&'a Person> = screener.pool.people.values().collect();
    let judged: Vec<Vec<Judged<'a>>> = people.par_iter().map(|person| asked.judge(person)).collect();
    for judged in judged.into_iter().flatten() {
        match judged {
            Judged::Admitted(mut option) => {
                option.case = index;
                let name = option_name(&option, case, &roles, segments);
                option.column = frame.model.add_column(name, 0, 1);
                frame.cases[index].options.push(frame.options.len());
                frame.by_person.entry(&option.person.id).or_default().push(frame.options.len());
                frame.options.push(option);
            }
            Judged::Excluded(person, role, excluded) => (ask.excluded)(case, person, &roles[role], excluded),
        }
    }
}

fn option_name(option: &TeamOption, case: &Case, roles: &[Role], segments: usize) -> Name {
    let mut parts = vec!["x", option.person.id.as_str(), case.id.as_str(), roles[option.role].id.as_str()];
    parts.extend(option.also.map(|also| roles[also].id.as_str()));
    let segment = (option.segments.0 + 1).to_string();
    if option.segments != (0, segments - 1) {
        parts.push(&segment);
    }
    Name::new(parts)
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}
