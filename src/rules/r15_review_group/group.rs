//! Whom R15 counts: the review staff of the body that handles a case, with what screening says of them.

use std::collections::{BTreeMap, BTreeSet};

use super::CODE;
use crate::id::PersonId;
use crate::plan::ProvisionalUse;
use crate::policy::RoleClass;
use crate::pool::{Case, CaseStage, UnitFunction};
use crate::rules::frame::TeamFrame;
use crate::screen::{Screener, Screening, Verdict};

/// The review staff by id, screened for the review of the case, which whoever worked on its investigation stays out of
/// (R14); empty when the roster lists none, or when the case is of a kind that nobody reviews.
pub(super) fn staff<'a>(screener: &Screener<'a>, case: &Case) -> BTreeMap<&'a PersonId, Screening> {
    if matches!(case.stage, CaseStage::Supervision | CaseStage::FirstReview | CaseStage::Review) {
        return BTreeMap::new();
    }
    let rooms = screener.pool.units.values();
    let rooms: BTreeSet<_> = rooms
        .filter(|unit| unit.function == Some(UnitFunction::Review) && unit.body == case.body)
        .map(|unit| &unit.id)
        .collect();
    let people = screener.pool.people.values().filter(|person| rooms.contains(&person.unit));
    let review = Case { stage: CaseStage::Review, ..case.clone() };
    people.map(|person| (&person.id, screener.screen(person, &review, RoleClass::Member))).collect()
}

/// Whether a reviewer counts: clear, or in a provisional plan with no open point but missing facts.
pub(super) fn counts(screening: &Screening, provisional: bool) -> bool {
    screening.verdict == Verdict::Clear || provisional && screening.provisional
}

/// The reviewers on whose declarations a formed team rests, given who serves in it: nobody while enough of the others
/// are clear, else all who could complete the group.
pub fn provisional_reviewers(frame: &TeamFrame, case: &Case, serving: &BTreeSet<&PersonId>) -> Vec<ProvisionalUse> {
    let Some(rule) = frame.screener.policy.rules.active(CODE, frame.screener.as_of) else { return Vec::new() };
    let mut apart = staff(frame.screener, case);
    apart.retain(|person, _| !serving.contains(person));
    let clear = apart.values().filter(|screening| counts(screening, false)).count() as i64;
    if !frame.provisional || clear >= rule.number("reviewers") {
        return Vec::new();
    }
    let owing = apart.into_iter().filter(|(_, screening)| screening.provisional);
    owing
        .map(|(person, screening)| {
            let missing = screening.findings.iter().filter(|finding| finding.is_owed());
            let rules: BTreeSet<String> = missing.map(|finding| finding.rule.clone()).collect();
            ProvisionalUse { person: person.clone(), case: case.id.clone(), rules: rules.into_iter().collect() }
        })
        .collect()
}
