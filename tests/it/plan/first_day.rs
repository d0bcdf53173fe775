//! A roster without declarations or careers: nothing final can be planned, a provisional plan names all that is owed.

use evenhand::diag::Language;
use evenhand::plan::Plan;
use evenhand::policy::{RoleClass, TierName};
use evenhand::pool::{DeclaredTieKind, Pool};
use evenhand::report::team;

use super::sketch::{AS_OF, Bond, Event, Sketch, policy, small};
use super::{judged, planned, request};
use crate::records;

/// A small commission with this many reviewers, who are in no talent pool and so serve in no team.
fn with_reviewers(reviewers: usize) -> Pool {
    let mut sketch = small();
    sketch.reviewers = reviewers;
    let mut pool = sketch.pool();
    let review = pool.people.values_mut().filter(|person| person.unit.as_str() == "u-review");
    review.for_each(|person| person.pools.investigation = false);
    pool
}

/// The plan, which must be certified, and whether it is final.
#[track_caller]
fn plan(pool: &Pool, provisional: bool) -> (Plan, bool) {
    let policy = policy();
    let mut request = request(pool, &[super::sketch::case_id(0)], AS_OF);
    request.provisional = provisional;
    let plan = planned(pool, &policy, &request).unwrap();
    let report = judged(pool, &policy, &plan);
    assert!(report.certified(), "{:#?}", report.failures().collect::<Vec<_>>());
    let is_final = report.is_final();
    (plan, is_final)
}

fn reviewers(plan: &Plan) -> Vec<&str> {
    assert!(plan.provisional_reviewers.iter().all(|owed| owed.rules == ["M09"]));
    plan.provisional_reviewers.iter().map(|owed| owed.person.as_str()).collect()
}

fn without_declarations(pool: &mut Pool, people: &[&str]) {
    pool.declarations.retain(|declaration| !people.contains(&declaration.person.as_str()));
}

#[test]
fn a_first_day_roster_forms_a_provisional_team() {
    let mut pool = with_reviewers(3);
    pool.declarations.clear();
    assert!(!plan(&pool, false).0.teams[0].formed);
    let (plan, is_final) = plan(&pool, true);
    assert!(plan.teams[0].formed && !is_final);
    assert_eq!(plan.provisional.len(), plan.assignments.len());
    assert_eq!(plan.tiers[1].used, plan.assignments.len() as i64);
    assert_eq!(reviewers(&plan), ["r0", "r1", "r2"]);
}

/// Three people of a county could be lent: the first is friends with the lead, the second has not declared, and the
/// third may not serve.
fn between_a_tie_and_a_missing_declaration() -> Sketch {
    let mut sketch = small();
    sketch.bonds = vec![Bond::Friends(0, 2)];
    sketch.events = vec![Event::Undeclared(3), Event::Ban(4, 0, false)];
    sketch
}

fn lent(plan: &Plan) -> Vec<&str> {
    plan.assignments.iter().filter(|it| !it.own).map(|it| it.person.as_str()).collect()
}

#[test]
fn an_honest_declaration_costs_nobody_the_slot() {
    let sketch = between_a_tie_and_a_missing_declaration();
    let (pool, policy) = (sketch.pool(), policy());
    let (with, is_final) = plan(&pool, true);
    assert!(is_final && with.teams[0].formed && lent(&with) == ["p02"]);
    let (without, _) = plan(&pool, false);
    assert_eq!(with.assignments, without.assignments);
    let tiers = |plan: &Plan, but| {
        let kept = plan.tiers.iter().filter(|tier| Some(tier.name) != but);
        kept.map(|tier| (tier.name, tier.used)).collect::<Vec<_>>()
    };
    assert_eq!(tiers(&with, Some(TierName::Provisional)), tiers(&without, None));
    assert_eq!((with.tiers[1].name, with.tiers[1].used), (TierName::Provisional, 0));

    // Without the tier, who is silent looks the better.
    let mut unweighed = policy;
    unweighed.team.tiers.retain(|tier| tier.name != TierName::Provisional);
    let mut request = request(&pool, &sketch.cases(), AS_OF);
    request.provisional = true;
    let other = planned(&pool, &unweighed, &request).unwrap();
    assert_eq!(lent(&other), ["p03"]);
    assert!(judged(&pool, &unweighed, &other).certified());
}

#[test]
fn whoever_owes_a_declaration_serves_where_nobody_else_can() {
    let mut sketch = between_a_tie_and_a_missing_declaration();
    sketch.events.push(Event::Ban(2, 0, false));
    let pool = sketch.pool();
    assert!(!plan(&pool, false).0.teams[0].formed);
    let (plan, is_final) = plan(&pool, true);
    assert!(!is_final && lent(&plan) == ["p03"]);
    assert_eq!((plan.tiers[1].name, plan.tiers[1].used), (TierName::Provisional, 1));
    assert_eq!(plan.provisional.iter().map(|owed| owed.person.as_str()).collect::<Vec<_>>(), ["p03"]);
}

#[test]
fn people_whose_careers_are_not_on_record_form_a_provisional_team_and_the_report_says_what_they_owe() {
    let mut pool = with_reviewers(3);
    pool.careers.clear();
    assert!(!plan(&pool, false).0.teams[0].formed);
    let (plan, is_final) = plan(&pool, true);
    assert!(plan.teams[0].formed && !is_final);
    assert_eq!(plan.provisional.len(), plan.assignments.len());
    for owed in &plan.provisional {
        let served = plan.assignments.iter().find(|it| it.person == owed.person).unwrap();
        let rules: &[&str] = if served.class == RoleClass::Member { &["R32"] } else { &["R32", "R33"] };
        assert_eq!(owed.rules, rules, "{}", owed.person);
    }
    assert_eq!(plan.provisional_reviewers.len(), 3);
    let policy = policy();
    let report = judged(&pool, &policy, &plan);
    let view = team::view(&plan, &report, &pool, &policy, Language::Zh);
    let shown = team::text(&view, Language::Zh);
    assert!(shown.contains("待申报") && shown.contains("R32、R33"), "{shown}");
}

#[test]
fn reviewers_who_owe_a_declaration_count_in_a_provisional_plan_alone() {
    let mut pool = with_reviewers(3);
    without_declarations(&mut pool, &["r0", "r1"]);
    let (strict, is_final) = plan(&pool, false);
    assert!(!strict.teams[0].formed && is_final && strict.provisional_reviewers.is_empty());
    let (provisional, is_final) = plan(&pool, true);
    assert!(provisional.teams[0].formed && !is_final);
    assert_eq!(reviewers(&provisional), ["r0", "r1"], "r2 is clear");
}

#[test]
fn nobody_is_listed_while_enough_reviewers_are_clear() {
    let mut pool = with_reviewers(3);
    without_declarations(&mut pool, &["r0"]);
    let (plan, is_final) = plan(&pool, true);
    assert!(plan.teams[0].formed && is_final);
    assert!(reviewers(&plan).is_empty());
}

#[test]
fn a_known_tie_is_not_softened_by_a_missing_fact() {
    let mut pool = with_reviewers(2);
    without_declarations(&mut pool, &["r0", "r1"]);
    assert!(plan(&pool, true).0.teams[0].formed);
    pool.declared_ties.push(records::declared("r0", "c-1-s", DeclaredTieKind::Friend));
    assert!(!plan(&pool, true).0.teams[0].formed);
}
