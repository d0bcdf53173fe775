//! R15 on a finished plan.

use std::collections::BTreeSet;

use super::{CODE, ReviewGroup};
use crate::check::{Docket, Entry, EntryVerdict, Formed, Judge, RuleCheck, Subject, count};
use crate::diag::Text;
use crate::id::PersonId;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, CaseStage, Person, Unit, UnitFunction};

impl RuleCheck for ReviewGroup {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let reviewed = docket.formed(judge.pool, judge.policy).filter(|team| {
            !matches!(team.case.stage, CaseStage::Supervision | CaseStage::FirstReview | CaseStage::Review)
        });
        reviewed.map(|team| judged(judge, rule.number("reviewers"), docket, &team)).collect()
    }
}

fn judged(judge: &Judge, least: i64, docket: &Docket, team: &Formed) -> Entry {
    let case = team.case;
    let subject = Subject::team(&case.id);
    let reviews = |unit: &&Unit| unit.function == Some(UnitFunction::Review) && unit.body == case.body;
    let rooms = judge.pool.units.values().filter(reviews);
    let staff: Vec<&Person> = rooms.flat_map(|unit| judge.facts.staff(&unit.id)).copied().collect();
    if staff.is_empty() {
        let words = Text::new(
            "名册上没有本机关审理室人员，是否还有审理力量未能核对",
            "the roster lists no review staff of the handling commission, so that nobody can tell whether there are enough",
        );
        return Entry::new(subject, CODE, EntryVerdict::Warn, words);
    }
    let apart: Vec<&Person> =
        staff.into_iter().filter(|person| !team.members.iter().any(|member| member.person == person.id)).collect();
    // As reviewers they sit in another stage than the team.
    let review = &Case { stage: CaseStage::Review, ..case.clone() };
    let clear = |person: &&&Person| judge.is_clear(docket.checks, person, review, RoleClass::Member);
    let left = count(apart.iter().filter(clear));
    let listed: BTreeSet<(&PersonId, BTreeSet<&str>)> = docket
        .plan
        .provisional_reviewers
        .iter()
        .filter(|owed| owed.case == case.id)
        .map(|owed| (&owed.person, owed.rules.iter().map(String::as_str).collect()))
        .collect();
    let owing: Vec<(&PersonId, BTreeSet<String>)> = match docket.plan.input.provisional && left < least {
        true => apart.iter().filter_map(|person| Some((&person.id, owed(judge, docket, review, person)?))).collect(),
        false => Vec::new(),
    };
    let together = left + count(owing.iter());
    let mut faults = Vec::new();
    if together < least {
        faults.push(Text::new(
            format!("审理室只有 {together} 人无须回避且未参加本案，应不少于 {least} 人"),
            format!("only {together} of the review staff are clear for the case and outside it, of {least}"),
        ));
    }
    let expected = owing.iter().map(|(person, rules)| (*person, rules.iter().map(String::as_str).collect()));
    if listed != expected.collect() {
        faults.push(Text::new(
            "所列待申报审理人员与事实不符",
            "the listed reviewers who owe a declaration are not those of the records",
        ));
    }
    if !faults.is_empty() || owing.is_empty() {
        let found = Text::new(
            format!("审理室还有 {left} 人无须回避且未参加本案"),
            format!("{left} of the review staff are clear for the case and outside it"),
        );
        return Entry::of_faults(subject, CODE, faults, found);
    }
    let open = owing.len();
    let words = Text::new(
        format!("审理室有 {left} 人无须回避且未参加本案，另有 {open} 人待申报"),
        format!("{left} of the review staff are clear for the case and outside it, {open} more owe a declaration"),
    );
    Entry::new(subject, CODE, EntryVerdict::Provisional, words)
}

/// The rules whose facts are missing; `None` for a reviewer who is clear, or against whom more speaks.
fn owed(judge: &Judge, docket: &Docket, review: &Case, person: &Person) -> Option<BTreeSet<String>> {
    let entries = judge.screen_until_the_end(docket.checks, person, review, RoleClass::Member, true);
    let failed = entries.iter().any(|entry| entry.verdict == EntryVerdict::Fail);
    let open = entries.into_iter().filter(|entry| entry.verdict == EntryVerdict::Provisional);
    let rules: BTreeSet<String> = open.map(|entry| entry.rule).collect();
    (!failed && !rules.is_empty()).then_some(rules)
}
