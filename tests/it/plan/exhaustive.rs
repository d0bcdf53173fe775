//! The optimum of the smallest commissions by trying every team, with the checker alone as judge.

use std::collections::BTreeMap;

use evenhand::check::{Docket, Judge};
use evenhand::plan::{
    Assignment, Coverage, InputReference, OpenSlot, Pair, Plan, PlanKind, PolicyReference, SCHEMA, SolverReference,
    Team, Termination,
};
use evenhand::policy::{Policy, RoleClass, Template};
use evenhand::pool::{Case, CaseId, Person, Pool};
use evenhand::rules;
use proptest::prelude::*;

use super::sketch::{AS_OF, policy, sketch};
use super::{planned, request, values};
use crate::properties::config;

/// Every team of a case that headcounts and filters leave, the empty one first.
fn teams(judge: &Judge, case: &Case) -> Vec<Vec<Assignment>> {
    let template = &judge.policy.templates[&case.template];
    let mut teams = vec![Vec::new()];
    for person in judge.pool.people.values() {
        let mut more = Vec::new();
        for team in &teams {
            for (role, also) in seats(template) {
                let serves = serves(judge, case, person, role, also);
                let taken = |role: &str| {
                    let fills = |it: &&Assignment| it.role == role || it.also.as_deref() == Some(role);
                    team.iter().filter(fills).count() as i64
                };
                let fits =
                    [Some(role), also].into_iter().flatten().map(|role| template.role(role).unwrap()).all(|role| {
                        taken(&role.id) < judge.headcount(case, role).1 && judge.takes(&role.from, person, case)
                    });
                if fits {
                    more.push([team.as_slice(), &[serves]].concat());
                }
            }
        }
        teams.extend(more);
    }
    teams
}

/// The person in the role for the whole case.
pub fn serves(judge: &Judge, case: &Case, person: &Person, role: &str, also: Option<&str>) -> Assignment {
    let asked = judge.policy.templates[&case.template].role(role).unwrap();
    let mut serves = Assignment {
        case: case.id.clone(),
        role: role.to_string(),
        also: also.map(str::to_string),
        class: RoleClass::Member,
        person: person.id.clone(),
        unit: person.unit.clone(),
        from: case.days_ahead(judge.as_of).expect("a case that is not over").0,
        to: case.to,
        load: asked.load,
        drawn: judge.is_drawn(person, case, asked),
        own: judge.is_own(person, case),
        exposure: 0,
        days_away: 0,
        distance_km: None,
        cost_fen: 0,
    };
    serves.class = judge.class(&serves);
    serves
}

/// Every role alone and every doubling.
pub fn seats(template: &Template) -> Vec<(&str, Option<&str>)> {
    let alone = template.roles.iter().map(|role| (role.id.as_str(), None));
    let doubled = template.doublings.iter().map(|doubling| (doubling.role.as_str(), Some(doubling.also.as_str())));
    alone.chain(doubled).collect()
}

/// Names a pair for everybody in a pair role whom another can be found for.
fn pairs(template: &Template, members: &[Assignment]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for role in template.roles.iter().filter(|role| role.pairs) {
        let here = members.iter().filter(|it| it.role == role.id || it.also.as_ref() == Some(&role.id));
        let (mut own, mut others): (Vec<_>, Vec<_>) = here.partition(|it| it.own);
        while let (Some(one), Some(two)) = (own.pop(), others.pop().or_else(|| own.pop())) {
            let (from, to) = (one.from.max(two.from), one.to.min(two.to));
            pairs.push(Pair { role: role.id.clone(), own: one.person.clone(), other: two.person.clone(), from, to });
        }
    }
    pairs
}

/// The plan of these teams, with all that it owes the rules.
pub fn plan(judge: &Judge, cases: &[CaseId], chosen: &BTreeMap<&CaseId, &Vec<Assignment>>) -> Plan {
    let team = |id: &CaseId| {
        let case = &judge.pool.cases[id];
        let members = chosen[id];
        Team {
            case: id.clone(),
            template: case.template.clone(),
            priority: case.priority,
            formed: !members.is_empty(),
            pairs: pairs(&judge.policy.templates[&case.template], members),
            jurisdiction_document_needed: false,
        }
    };
    let mut plan = Plan {
        schema: SCHEMA.to_string(),
        kind: PlanKind::Team,
        input: InputReference {
            fingerprint: String::new(),
            as_of: AS_OF,
            cases: cases.to_vec(),
            required: Vec::new(),
            no_open: false,
            provisional: false,
        },
        policy: PolicyReference {
            name: String::new(),
            fingerprint: String::new(),
            to_be_confirmed: Vec::new(),
            changes: Vec::new(),
        },
        solver: SolverReference { name: String::new(), version: String::new(), evenhand: String::new() },
        seed: 7,
        termination: Termination::Proven,
        deterministic: true,
        tiers: Vec::new(),
        teams: cases.iter().map(team).collect(),
        assignments: cases.iter().flat_map(|case| chosen[case].clone()).collect(),
        open_slots: Vec::new(),
        provisional: Vec::new(),
        provisional_reviewers: Vec::new(),
        waivers_used: Vec::new(),
        pins: Vec::new(),
        coverage: Coverage::default(),
        days_away: 0,
        cost_fen: 0,
        digest: None,
        warnings: evenhand::plan::PassedOver,
    };
    let docket = Docket::new(&plan, rules::checks());
    let open = cases.iter().flat_map(|case| {
        let slots = judge.open_slots(&docket, case).into_iter();
        slots.map(|(role, count)| OpenSlot { case: case.clone(), role, count }).collect::<Vec<_>>()
    });
    let open: Vec<OpenSlot> = open.collect();
    plan.open_slots = open;
    plan
}

/// Whether the checker finds no rule broken, but for those named and for the plan's own statements.
pub fn obeys(judge: &Judge, plan: &Plan, but: &[&str]) -> bool {
    broken(judge, plan, but).is_empty()
}

/// The rules that a plan breaks, with the words; what the plan says of itself aside, and what is said in `but`.
pub fn broken(judge: &Judge, plan: &Plan, but: &[&str]) -> Vec<String> {
    let report = judge.certify(plan, rules::checks());
    let ignored = |rule: &str| ["plan", "objective"].contains(&rule) || but.contains(&rule);
    let counted = report.failures().filter(|entry| !ignored(&entry.rule));
    counted.map(|entry| format!("{} {:?}: {}", entry.rule, entry.subject, entry.words.en)).collect()
}

/// The least tier vector over all plans that obey the rules; `None` where there is no such plan or too many to try.
fn optimum(pool: &Pool, policy: &Policy, cases: &[CaseId]) -> Result<Option<Vec<i64>>, &'static str> {
    let judge = Judge::new(pool, policy, AS_OF);
    let nobody = Vec::new();
    // A team that breaks a rule on its own breaks it beside another; pins of the other case aside.
    let alone = |id: &CaseId| -> Vec<Vec<Assignment>> {
        let mut candidates = teams(&judge, &pool.cases[id]);
        candidates.retain(|members| {
            let chosen = cases.iter().map(|other| (other, if other == id { members } else { &nobody })).collect();
            obeys(&judge, &plan(&judge, cases, &chosen), &["M06"])
        });
        candidates
    };
    let lists: Vec<Vec<Vec<Assignment>>> = cases.iter().map(alone).collect();
    if lists.iter().map(Vec::len).product::<usize>() > 800 {
        return Err("too many");
    }
    let mut best = None;
    let mut chosen = vec![0; cases.len()];
    loop {
        let picked = cases.iter().zip(&lists).zip(&chosen).map(|((case, list), at)| (case, &list[*at])).collect();
        let plan = plan(&judge, cases, &picked);
        if obeys(&judge, &plan, &[]) {
            let reached: Vec<i64> = judge.tiers(&plan, rules::checks()).into_iter().map(|tier| tier.2).collect();
            best = Some(best.map_or(reached.clone(), |best: Vec<i64>| best.min(reached)));
        }
        let Some(next) = (0..chosen.len()).find(|at| chosen[*at] + 1 < lists[*at].len()) else { return Ok(best) };
        chosen[next] += 1;
        chosen[..next].fill(0);
    }
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn no_team_of_one_case_is_better(sketch in sketch(4..7, 1..2, 92, true)) {
        let (pool, policy) = (sketch.pool(), policy());
        let Ok(best) = optimum(&pool, &policy, &sketch.cases()) else { return Err(TestCaseError::reject("too many")) };
        let found = planned(&pool, &policy, &request(&pool, &sketch.cases(), AS_OF));
        prop_assert_eq!(found.map(|plan| values(&plan)), best);
    }

    #[test]
    fn no_teams_of_two_cases_are_better(sketch in sketch(4..6, 2..3, 92, true)) {
        let (pool, policy) = (sketch.pool(), policy());
        let Ok(best) = optimum(&pool, &policy, &sketch.cases()) else { return Err(TestCaseError::reject("too many")) };
        let found = planned(&pool, &policy, &request(&pool, &sketch.cases(), AS_OF));
        prop_assert_eq!(found.map(|plan| values(&plan)), best);
    }
}
