//! Whom pins and present service hold in a case where they may not serve: each makes every plan impossible.

use std::collections::{BTreeMap, BTreeSet};

use super::TeamRequest;
use crate::diag::Text;
use crate::id::{CaseId, PersonId};
use crate::policy::{Policy, VerdictLevel};
use crate::pool::Pool;
use crate::rules::{self, frame::Ask, frame::CaseFrame, frame::TeamFrame, pins::Held};
use crate::screen::{Screener, Verdict};
use crate::ties;

/// Somebody who must serve in a case and may not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Barred {
    /// Who, in which case and role, and by what.
    pub held: Held,
    /// What bars the person from it.
    pub bars: BTreeSet<Bar>,
}

/// One thing that bars somebody from a role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bar {
    /// A fact that this rule asks for is not on record.
    Missing(String),
    /// A finding that a waiver may set aside, of whatever rule: which one would tell what ties the person has.
    Review,
    /// A finding that nothing sets aside.
    Block,
    /// The person lacks a qualification, such as a clearance, and is not recused.
    Unqualified,
    /// This rule does not admit the person to the role, and why.
    Refused(String, Text),
}

/// The rules that do not admit somebody to a role, with their words.
type Refusals = BTreeSet<(String, Text)>;

/// Everybody whom a pin or a row of present service holds in one of the requested cases and who may not serve there,
/// by case and id.
pub fn barred(pool: &Pool, policy: &Policy, request: &TeamRequest) -> Vec<Barred> {
    let held = held(pool, policy, request);
    if held.is_empty() {
        return Vec::new();
    }
    let ties = ties::infer(pool, &policy.ties, request.as_of);
    let screener = Screener::new(pool, &ties, policy, request.as_of, rules::screening());
    let about: BTreeSet<(&CaseId, &PersonId)> = held.iter().map(|one| (&one.case, &one.person)).collect();
    let mut refused: BTreeMap<(CaseId, PersonId, String), Refusals> = BTreeMap::new();
    let mut ask = Ask {
        cases: &request.cases,
        provisional: request.provisional,
        rules: rules::team(),
        excluded: &mut |case, person, role, excluded| {
            if about.contains(&(&case.id, &person.id)) {
                let key = (case.id.clone(), person.id.clone(), role.id.clone());
                refused.entry(key).or_default().insert((excluded.rule, excluded.words));
            }
        },
    };
    let frame = rules::frame::build(&screener, &mut ask);
    let judged = held.iter().filter_map(|one| {
        let framed = frame.cases.iter().find(|framed| framed.case.id == one.case)?;
        let bars = |role: &str| {
            let key = (one.case.clone(), one.person.clone(), role.to_string());
            bars(&frame, framed, one, role, refused.get(&key))
        };
        let bars = match &one.role {
            Some(role) => bars(role),
            // Whoever is pinned to any role is told of the one that is nearest; of roles that are all refused, of one that
            // is refused by more than who may hold it, for that mostly holds for every role.
            None => framed.roles.iter().map(|role| bars(&role.role.id)).min_by_key(|bars| {
                let blocked = bars.contains(&Bar::Block) || bars.contains(&Bar::Unqualified);
                let refused = bars.iter().any(|bar| matches!(bar, Bar::Refused(..)));
                let unfit = bars.iter().any(|bar| matches!(bar, Bar::Refused(rule, _) if rule == rules::HEADCOUNT));
                (refused, unfit, blocked, bars.len())
            })?,
        };
        (!may_serve(&frame, framed, one) && !bars.is_empty()).then(|| Barred { held: one.clone(), bars })
    });
    let mut barred: Vec<Barred> = judged.collect();
    barred.sort();
    barred.dedup();
    barred
}

/// Whom M06 holds in a requested case, whether they may serve or not.
pub fn held(pool: &Pool, policy: &Policy, request: &TeamRequest) -> Vec<Held> {
    let held = rules::pins::held(pool, policy, request.as_of).into_iter();
    held.filter(|one| request.cases.contains(&one.case)).collect()
}

/// Whether an option of the person fills the role held.
fn may_serve(frame: &TeamFrame, framed: &CaseFrame, one: &Held) -> bool {
    let position = |role: &String| framed.roles.iter().position(|framed| framed.role.id == *role);
    let mut options = framed.options.iter().map(|option| &frame.options[*option]);
    options.any(|option| {
        let fits = one.role.as_ref().is_none_or(|role| position(role).is_some_and(|role| option.fills(role)));
        option.person.id == one.person && fits
    })
}

fn bars(frame: &TeamFrame, framed: &CaseFrame, one: &Held, role: &str, refused: Option<&Refusals>) -> BTreeSet<Bar> {
    let asked = framed.roles.iter().find(|framed| framed.role.id == role);
    let (Some(asked), Some(person)) = (asked, frame.screener.pool.people.get(&one.person)) else {
        return BTreeSet::new();
    };
    let screening = frame.screener.screen(person, framed.case, asked.role.class);
    let open = screening.findings.iter().filter(|finding| finding.waived_by.is_none());
    let strict: Vec<_> = open.filter(|finding| finding.level >= VerdictLevel::Review).collect();
    let refused = refused.into_iter().flatten().filter(|(rule, _)| strict.iter().all(|finding| finding.rule != *rule));
    let mut bars: BTreeSet<Bar> = refused.cloned().map(|(rule, words)| Bar::Refused(rule, words)).collect();
    if screening.verdict != Verdict::Clear && !(frame.provisional && screening.provisional) {
        bars.extend(strict.iter().map(|finding| match finding.level {
            VerdictLevel::Block if screening.is_unqualified() => Bar::Unqualified,
            VerdictLevel::Block => Bar::Block,
            _ if finding.missing_fact => Bar::Missing(finding.rule.clone()),
            _ => Bar::Review,
        }));
    }
    bars
}
