//! What the plan was made from, compared with what it is judged by.

use std::collections::BTreeSet;

use super::{Entry, EntryVerdict, Judge, PLAN, Subject};
use crate::diag::Text;
use crate::id::{CaseId, PersonId};
use crate::plan::{Plan, PlanKind, SCHEMA};

/// What a plan names and the roster does not have, by id.
pub(super) struct Missing {
    /// Cases, each once.
    pub cases: Vec<String>,
    /// People, each once.
    pub people: Vec<String>,
    /// Cases that the plan names.
    pub all_cases: usize,
    /// People whom the plan names.
    pub all_people: usize,
}

impl Missing {
    /// Looks up everything that the plan names.
    pub fn of(judge: &Judge, plan: &Plan) -> Self {
        let served = plan.assignments.iter().map(|assignment| &assignment.case);
        let teams = plan.teams.iter().map(|team| &team.case);
        let cases: BTreeSet<&CaseId> = plan.input.cases.iter().chain(served).chain(teams).collect();
        let people: BTreeSet<&PersonId> = plan.assignments.iter().map(|assignment| &assignment.person).collect();
        let lost_cases = cases.iter().filter(|case| !judge.pool.cases.contains_key(**case));
        let lost_people = people.iter().filter(|person| !judge.pool.people.contains_key(**person));
        Missing {
            cases: lost_cases.map(ToString::to_string).collect(),
            people: lost_people.map(ToString::to_string).collect(),
            all_cases: cases.len(),
            all_people: people.len(),
        }
    }

    /// Whether hardly anything that the plan names is on the roster: less than a quarter.
    fn is_another_roster(&self) -> bool {
        let (missing, all) = (self.cases.len() + self.people.len(), self.all_cases + self.all_people);
        all > 0 && 4 * (all - missing) < all
    }
}

/// Says first when the plan file was edited, or when the plan was made from other facts, another policy or on another
/// day than it is judged by.
pub(super) fn sources(judge: &Judge, plan: &Plan, roster: Option<&str>) -> Vec<Entry> {
    let mut warnings: Vec<Text> = edited(plan).into_iter().collect();
    if roster.is_some_and(|roster| roster != plan.input.fingerprint) {
        let missing = Missing::of(judge, plan);
        warnings.push(if missing.is_another_roster() { another(&missing) } else { changed() });
    }
    if plan.policy.fingerprint != judge.policy.fingerprint() {
        warnings.push(Text::new(
            "政策在方案生成后有变动，以下按当前政策核验",
            "the policy has changed since the plan was made; it is judged by the present one",
        ));
    }
    if plan.input.as_of != judge.as_of {
        warnings.push(Text::new(
            format!("方案按 {} 的情况生成，以下按 {} 核验", plan.input.as_of, judge.as_of),
            format!("the plan was made as of {}, it is judged as of {}", plan.input.as_of, judge.as_of),
        ));
    }
    if !warnings.is_empty() && plan.tiers.iter().any(|tier| tier.proven) {
        // Only the search can tell what is best; the checker adds up what is there.
        warnings.push(Text::new(
            "方案所称“已证明最优”属于制定时的名册、政策和要求，核验不予确认；按当前情况是否最优，须重新组队",
            "that it is proven optimal, the plan says of the roster, policy and request from which it was made, and no check confirms it; whether it is optimal today, only assembling again can tell",
        ));
    }
    let mut entries: Vec<Entry> =
        warnings.into_iter().map(|words| Entry::new(Subject::Plan, PLAN, EntryVerdict::Warn, words)).collect();
    let mut faults = Vec::new();
    if plan.schema != SCHEMA {
        faults.push(Text::new(
            format!("方案格式写为“{}”，应为“{SCHEMA}”", plan.schema),
            format!("the format is stated as `{}`, not `{SCHEMA}`", plan.schema),
        ));
    }
    if plan.kind != PlanKind::Team {
        faults.push(Text::new("不是专案组方案", "it is no plan of case teams"));
    }
    entries.push(Entry::of_faults(Subject::Plan, PLAN, faults, Text::new("方案格式无误", "the format is right")));
    entries
}

fn edited(plan: &Plan) -> Option<Text> {
    match plan.is_edited() {
        Some(false) => None,
        Some(true) => Some(Text::new(
            "方案文件写出后又经改动：内容与其摘要不符；以下按改动后的内容核验",
            "the plan file was edited after it was written: its content does not agree with its digest; it is judged as it stands",
        )),
        None => Some(Text::new(
            "方案文件没有内容摘要，写出后是否改动过无从得知",
            "the plan file has no digest of its content, so that nobody can tell whether it was edited",
        )),
    }
}

fn changed() -> Text {
    Text::new(
        "名册在方案生成后有变动，以下按当前名册核验",
        "the roster has changed since the plan was made; it is judged by today's facts",
    )
}

fn another(missing: &Missing) -> Text {
    let Missing { cases, people, all_cases, all_people } = missing;
    let (cases, people) = (cases.len(), people.len());
    Text::new(
        format!(
            "方案属于另一份名册：所列案件 {all_cases} 起有 {cases} 起、人员 {all_people} 人有 {people} 人不在本名册，请核对文件夹与方案是否配套；以下仍按本名册核验"
        ),
        format!(
            "the plan belongs to another roster: {cases} of its {all_cases} cases and {people} of its {all_people} people are not in this one; see whether folder and plan belong together; it is judged by this roster all the same"
        ),
    )
}

impl Judge<'_> {
    /// Whether hardly any case or person of the plan is on the roster that is judged by.
    pub fn is_from_elsewhere(&self, plan: &Plan) -> bool {
        Missing::of(self, plan).is_another_roster()
    }
}
