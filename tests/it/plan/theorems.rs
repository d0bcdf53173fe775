//! What holds of every plan, whatever the roster.

use std::collections::BTreeMap;

use evenhand::check::Judge;
use evenhand::diag::Language;
use evenhand::plan::{Plan, Termination};
use evenhand::policy::TierName;
use evenhand::pool::Pool;
use evenhand::pool::read::read_files;
use evenhand::pool::write::write_folder;
use evenhand::rules;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::mps::{exported, read};
use super::sketch::{AS_OF, Event, Sketch, policy, sketch, small};
use super::{judged, planned, request, values};
use crate::properties::config;

/// Rules whose rows or findings only ever take plans away; R18 as long as no case is longer than a stint.
const RESTRICTING: [&str; 21] = [
    "M02", "M03", "M04", "M05", "M06", "M08", "R01", "R03", "R04", "R05", "R06", "R10", "R11", "R12", "R13", "R15",
    "R17", "R18", "R27", "R32", "M09",
];

/// Why R18 is restrictive for short cases only: it also lets several people cover a slot in turn.
#[test]
fn without_the_limit_of_a_stint_nobody_relieves_another() {
    let mut sketch = small();
    sketch.cases[0].days = 120;
    (sketch.people[3].unit, sketch.strengths[4], sketch.people[4].in_pool) = (4, Some(3), false);
    sketch.events = vec![Event::Leave(2, 10, 30), Event::Leave(3, 100, 30)];
    let (pool, mut policy) = (sketch.pool(), policy());
    let request = request(&pool, &sketch.cases(), AS_OF);
    let in_turn = planned(&pool, &policy, &request).unwrap();
    assert!(in_turn.teams[0].formed && judged(&pool, &policy, &in_turn).certified());
    policy.rules.rules.get_mut("R18").unwrap().enabled = false;
    let alone = planned(&pool, &policy, &request).unwrap();
    assert!(!alone.teams[0].formed && values(&in_turn) < values(&alone));
}

fn reached(plan: &Plan, name: TierName) -> i64 {
    plan.tiers.iter().filter(|tier| tier.name == name).map(|tier| tier.used).sum()
}

/// Open slots by priority class.
fn open(plan: &Plan) -> Vec<i64> {
    plan.tiers.iter().filter(|tier| tier.name == TierName::OpenSlots).map(|tier| tier.used).collect()
}

/// Sketches in which some owe a declaration.
fn owing() -> impl Strategy<Value = Sketch> {
    let undeclared = prop::collection::vec(any::<prop::sample::Index>(), 1..5);
    (sketch(6..16, 1..3, 92, false), undeclared).prop_map(|(mut sketch, undeclared)| {
        let people = sketch.people.len();
        sketch.events.extend(undeclared.iter().map(|somebody| Event::Undeclared(somebody.index(people))));
        sketch
    })
}

#[test]
fn sketches_are_not_idle() {
    let mut runner = TestRunner::deterministic();
    let (mut formed, mut all, mut exposed, mut short, mut drawn) = (0, 0, 0, 0, 0);
    for _ in 0..40 {
        let sketch = sketch(8..20, 1..4, 120, false).new_tree(&mut runner).unwrap().current();
        let pool = sketch.pool();
        let plan = planned(&pool, &policy(), &request(&pool, &sketch.cases(), AS_OF)).unwrap();
        formed += plan.teams.iter().filter(|team| team.formed).count();
        all += plan.teams.len();
        exposed += usize::from(reached(&plan, TierName::Exposure) > 0);
        short += usize::from(reached(&plan, TierName::SkillShortfall) > 0);
        drawn += usize::from(reached(&plan, TierName::Burden) > 0);
    }
    assert!(2 * formed > all && formed < all, "{formed} of {all} teams are formed");
    assert!(exposed > 10 && short > 10 && drawn > 15, "{exposed} {short} {drawn}");
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn every_plan_is_proven_and_certified(sketch in sketch(6..20, 1..4, 150, true), provisional: bool) {
        let (pool, policy) = (sketch.pool(), policy());
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        request.provisional = provisional;
        let Some(plan) = planned(&pool, &policy, &request) else {
            // Only a decision of a human, or service that goes on, can contradict the rules.
            prop_assert!(sketch.events.iter().any(|event| matches!(event, Event::Pin(..) | Event::Serving(..))));
            return Ok(());
        };
        prop_assert_eq!(plan.termination, Termination::Proven);
        prop_assert!(plan.tiers.iter().all(|tier| tier.proven && tier.bound == tier.value && tier.used == tier.value));
        let report = judged(&pool, &policy, &plan);
        prop_assert!(report.certified(), "{:#?}\n{}", report.failures().collect::<Vec<_>>(), plan.to_json().unwrap());
    }

    /// Review groups aside, which may rest on people who owe a declaration as well.
    #[test]
    fn people_who_owe_a_declaration_serve_only_where_a_slot_would_stay_open(sketch in owing(), bound: bool) {
        let (pool, policy) = (sketch.pool(), policy());
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        request.no_open = bound;
        let declared = planned(&pool, &policy, &request);
        request.provisional = true;
        let Some(provisional) = planned(&pool, &policy, &request) else {
            prop_assert!(declared.is_none());
            return Ok(());
        };
        prop_assert_eq!(reached(&provisional, TierName::Provisional), provisional.provisional.len() as i64);
        let Some(declared) = declared else { return Ok(()) };
        let others = |plan: &Plan| -> Vec<i64> {
            plan.tiers.iter().filter(|tier| tier.name != TierName::Provisional).map(|tier| tier.used).collect()
        };
        prop_assert!(open(&provisional) <= open(&declared));
        if open(&provisional) == open(&declared) {
            prop_assert!(provisional.provisional.is_empty());
        }
        if provisional.provisional.is_empty() && provisional.provisional_reviewers.is_empty() {
            prop_assert_eq!(others(&provisional), others(&declared));
            prop_assert_eq!(provisional.assignments, declared.assignments);
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(sketch in sketch(6..16, 1..3, 150, true), shuffle in any::<u64>()) {
        let (pool, policy) = (sketch.pool(), policy());
        let reading = read_files(&shuffled(&pool, shuffle));
        prop_assert!(!reading.has_errors(), "{:?}", reading.diagnostics);
        prop_assert!(reading.pool == pool);
        let ours = planned(&pool, &policy, &request(&pool, &sketch.cases(), AS_OF));
        let mut cases = sketch.cases();
        cases.reverse();
        let theirs = planned(&reading.pool, &policy, &request(&reading.pool, &cases, AS_OF));
        let bytes = |plan: Option<Plan>| plan.map(|plan| plan.to_json().unwrap());
        prop_assert_eq!(bytes(ours), bytes(theirs));
    }

    #[test]
    fn a_hard_rule_switched_off_never_worsens_the_plan(sketch in sketch(6..16, 1..3, 92, true), rule in 0..RESTRICTING.len()) {
        let (pool, mut policy) = (sketch.pool(), policy());
        policy.rules.rules.get_mut("M08").unwrap().enabled = true;
        let request = request(&pool, &sketch.cases(), AS_OF);
        let Some(strict) = planned(&pool, &policy, &request) else { return Ok(()) };
        policy.rules.rules.get_mut(RESTRICTING[rule]).unwrap().enabled = false;
        let Some(free) = planned(&pool, &policy, &request) else {
            return Err(TestCaseError::fail(format!("infeasible without {}", RESTRICTING[rule])));
        };
        prop_assert!(values(&free) <= values(&strict), "{}: {:?} {:?}", RESTRICTING[rule], values(&free), values(&strict));
        let report = judged(&pool, &policy, &free);
        prop_assert!(report.certified(), "{} off: {:#?}", RESTRICTING[rule], report.failures().collect::<Vec<_>>());
    }

    #[test]
    fn the_seed_decides_the_lottery_alone(sketch in sketch(6..16, 1..3, 150, false), seed in 8_u64..1_000_000) {
        let (pool, policy) = (sketch.pool(), policy());
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        let one = planned(&pool, &policy, &request).unwrap();
        request.seed = seed;
        let two = planned(&pool, &policy, &request).unwrap();
        let last = one.tiers.len() - 1;
        prop_assert_eq!(&values(&one)[..last], &values(&two)[..last]);
        // Each wins its own draw against the other.
        for (winner, loser) in [(&one, &two), (&two, &one)] {
            let judge = Judge::new(&pool, &policy, AS_OF);
            let drawn = judge.tiers(&Plan { seed: winner.seed, ..loser.clone() }, rules::checks())[last].2;
            prop_assert!(winner.tiers[last].used <= drawn);
        }
    }

    #[test]
    fn no_open_is_infeasible_exactly_when_a_slot_stays_open(sketch in sketch(8..16, 1..3, 92, false)) {
        let (pool, policy) = (sketch.pool(), policy());
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        let free = planned(&pool, &policy, &request).unwrap();
        request.no_open = true;
        let filled = planned(&pool, &policy, &request);
        prop_assert_eq!(filled.is_some(), free.open_slots.is_empty());
        if let Some(filled) = filled {
            prop_assert_eq!(values(&filled), values(&free));
            prop_assert!(judged(&pool, &policy, &filled).certified());
        }
    }

    #[test]
    fn one_required_case_is_infeasible_exactly_when_its_team_is_not_formed(sketch in sketch(6..14, 1..2, 150, false)) {
        let (pool, policy) = (sketch.pool(), policy());
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        let free = planned(&pool, &policy, &request).unwrap();
        request.require = sketch.cases();
        let required = planned(&pool, &policy, &request);
        prop_assert_eq!(required.is_some(), free.teams[0].formed);
        prop_assert_eq!(required.map(|plan| values(&plan)), free.teams[0].formed.then_some(values(&free)));
    }

    /// A team may stay unformed in favor of another and yet be formed on request, then at a cost.
    #[test]
    fn requiring_a_formed_team_changes_nothing_and_another_one_never_gains(sketch in sketch(8..16, 2..4, 92, false)) {
        let (pool, policy) = (sketch.pool(), policy());
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        let free = planned(&pool, &policy, &request).unwrap();
        for team in &free.teams {
            request.require = vec![team.case.clone()];
            let required = planned(&pool, &policy, &request);
            if team.formed {
                prop_assert_eq!(values(&required.unwrap()), values(&free));
            } else if let Some(required) = required {
                prop_assert!(values(&free) < values(&required));
                prop_assert!(judged(&pool, &policy, &required).certified());
            }
        }
    }
}

/// The roster's files with the rows of every table in another order.
fn shuffled(pool: &Pool, seed: u64) -> BTreeMap<String, Vec<u8>> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut files = write_folder(pool, Language::Zh);
    for file in files.values_mut() {
        let text = String::from_utf8(file.clone()).unwrap();
        let mut rows: Vec<&str> = text.split_inclusive("\r\n").collect();
        rows[1..].shuffle(&mut dice);
        *file = rows.concat().into_bytes();
    }
    files
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn another_solver_run_confirms_every_tier(
        sketch in sketch(6..16, 1..4, 150, true), no_open: bool, provisional: bool
    ) {
        let (pool, policy) = (sketch.pool(), policy());
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        (request.no_open, request.provisional) = (no_open, provisional);
        let Some(plan) = planned(&pool, &policy, &request) else { return Ok(()) };
        let files = exported(&pool, &policy, &request, &plan);
        prop_assert_eq!(files.len(), plan.tiers.len());
        let optima: Vec<Option<i64>> = files.iter().map(|file| read(file).optimum()).collect();
        prop_assert_eq!(optima, values(&plan).into_iter().map(Some).collect::<Vec<_>>());
    }
}
