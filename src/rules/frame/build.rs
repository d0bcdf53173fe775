//! Builds the frame: which cases, roles and options there are.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Candidate, CaseFrame, Excluded, Member, RoleFrame, Segment, TeamFrame, TeamOption, TeamRule};
use crate::id::{CaseId, PersonId};
use crate::milp::{Model, Name};
use crate::policy::{Role, RoleClass, SkillDemand, Template};
use crate::pool::{Case, Demand, Person, Unit};
use crate::screen::{Screener, Screening, Verdict};

/// What is asked of the frame.
pub struct Ask<'a> {
    /// The cases to plan; those without a known template are left out and must be refused before.
    pub cases: &'a [CaseId],
    /// Whether people whose only open point is a missing fact may serve.
    pub provisional: bool,
    /// The rules.
    pub rules: &'a [&'a dyn TeamRule],
    /// Called for every person who may not hold a role, with the reason.
    pub excluded: &'a mut dyn FnMut(&Case, &Person, &Role, Excluded),
}

/// Builds cases, roles and options; rows are posted afterwards.
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
        add_case(&mut frame, case, template);
        add_options(&mut frame, ask);
    }
    add_members(&mut frame);
    frame
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

fn add_case<'a>(frame: &mut TeamFrame<'a>, case: &'a Case, template: &'a Template) {
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
    let segments = segments(case, frame.screener);
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
fn segments(case: &Case, screener: &Screener) -> Vec<Segment> {
    let days = days(case.from, case.to);
    let limit = screener.policy.rules.active("R18", screener.as_of).map_or(0, |rule| rule.number("stint_days"));
    let count = if limit > 0 { (days + limit - 1) / limit } else { 1 }.max(1);
    (0..count)
        .map(|index| Segment {
            from: later(case.from, days * index / count),
            to: later(case.from, days * (index + 1) / count - 1),
        })
        .collect()
}

fn add_options(frame: &mut TeamFrame, ask: &mut Ask) {
    let screener = frame.screener;
    let index = frame.cases.len() - 1;
    let (case, template) = (frame.cases[index].case, frame.cases[index].template);
    let roles: Vec<Role> = frame.cases[index].roles.iter().map(|role| role.role.clone()).collect();
    let segments = frame.cases[index].segments.clone();
    for person in screener.pool.people.values() {
        let Some(unit) = screener.pool.units.get(&person.unit) else { continue };
        let mut verdicts: BTreeMap<RoleClass, Screening> = BTreeMap::new();
        for (position, role) in roles.iter().enumerate() {
            let mut alternatives = vec![None];
            let doubles = template.doublings.iter().filter(|doubling| doubling.role == role.id);
            alternatives.extend(doubles.filter_map(|d| roles.iter().position(|other| other.id == d.also)).map(Some));
            for also in alternatives {
                let class = also.map_or(role.class, |also| role.class.min(roles[also].class));
                let drawn = case.lead_unit.as_ref() != Some(&unit.id) && !role.by_office;
                for run in runs(&segments, drawn, serving(screener, person, case)) {
                    let (from, to) = (segments[run.0].from, segments[run.1].to);
                    let own = is_own(unit, case);
                    let mut candidate = Candidate {
                        pool: screener.pool,
                        policy: screener.policy,
                        as_of: screener.as_of,
                        person,
                        unit,
                        case,
                        template,
                        role,
                        from,
                        to,
                        load: role.load,
                        drawn,
                        own,
                    };
                    let mut admitted = admitted(screener, ask.rules, &candidate);
                    if let (Ok(()), Some(also)) = (&admitted, also) {
                        candidate.role = &roles[also];
                        admitted = self::admitted(screener, ask.rules, &candidate);
                    }
                    if let Err(excluded) = admitted {
                        if also.is_none() {
                            (ask.excluded)(case, person, role, excluded);
                        }
                        continue;
                    }
                    let screening = verdicts.entry(class).or_insert_with(|| screener.screen(person, case, class));
                    let usable = screening.verdict == Verdict::Clear || ask.provisional && screening.provisional;
                    if !usable {
                        if also.is_none() {
                            (ask.excluded)(case, person, role, strictest(screening));
                        }
                        continue;
                    }
                    let exposure = screening.exposure;
                    let name = option_name(person, case, &roles, position, also, run, segments.len());
                    let column = frame.model.add_column(name, 0, 1);
                    let option = TeamOption {
                        person,
                        unit,
                        case: index,
                        role: position,
                        also,
                        class,
                        segments: run,
                        from,
                        to,
                        load: role.load,
                        drawn,
                        own,
                        exposure,
                        column,
                    };
                    frame.cases[index].options.push(frame.options.len());
                    frame.by_person.entry(&person.id).or_default().push(frame.options.len());
                    frame.options.push(option);
                }
            }
        }
    }
}

/// Own staff: of the handling commission's rooms and stationed groups.
pub(super) fn is_own(unit: &Unit, case: &Case) -> bool {
    use crate::pool::UnitKind::{Room, Stationed};
    unit.body == case.body && matches!(unit.kind, Room | Stationed)
}

/// Whether the person serves in the case already.
fn serving(screener: &Screener, person: &Person, case: &Case) -> bool {
    let today = screener.as_of;
    let serves = |person_id: &PersonId, case_id: &CaseId, to: Date| {
        *person_id == person.id && *case_id == case.id && today <= to
    };
    screener.pool.assignments.iter().any(|service| serves(&service.person, &service.case, service.to))
}

/// Runs of segments that one person may cover: a drawn person one segment, everybody else the whole case.
fn runs(segments: &[Segment], drawn: bool, serving: bool) -> Vec<(usize, usize)> {
    if drawn && !serving { (0..segments.len()).map(|s| (s, s)).collect() } else { vec![(0, segments.len() - 1)] }
}

fn admitted(screener: &Screener, rules: &[&dyn TeamRule], candidate: &Candidate) -> Result<(), Excluded> {
    for rule in rules {
        if let Some(setting) = screener.policy.rules.active(rule.code(), screener.as_of) {
            rule.admits(setting, candidate).map_err(|words| Excluded { rule: setting.code.clone(), words })?;
        }
    }
    Ok(())
}

fn strictest(screening: &Screening) -> Excluded {
    let open = screening.findings.iter().find(|finding| finding.waived_by.is_none());
    Excluded {
        rule: open.map(|finding| finding.rule.clone()).unwrap_or_default(),
        words: open.map(|finding| finding.words.clone()).unwrap_or_default(),
    }
}

fn option_name(
    person: &Person,
    case: &Case,
    roles: &[Role],
    role: usize,
    also: Option<usize>,
    run: (usize, usize),
    segments: usize,
) -> Name {
    let mut parts = vec!["x".to_string(), person.id.to_string(), case.id.to_string(), roles[role].id.clone()];
    parts.extend(also.map(|also| roles[also].id.clone()));
    if run != (0, segments - 1) {
        parts.push((run.0 + 1).to_string());
    }
    Name::new(parts)
}

fn days(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days()) + 1
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}
