//! The plan of the smaller fixture.

use std::path::Path;
use std::sync::LazyLock;

use evenhand::plan::{Plan, Termination};
use evenhand::policy::{Policy, RoleClass, TierName, builtin};
use evenhand::pool::read::read_folder;
use evenhand::pool::{CaseId, Pool, UnitKind};
use jiff::civil::{Date, date};

use super::mps::{exported, read};
use super::promises::Promise;
use super::{judged, planned, request, values};

const AS_OF: Date = date(2026, 11, 20);

struct Fixture {
    pool: Pool,
    policy: Policy,
    cases: Vec<CaseId>,
    plan: Plan,
}

static FIXTURE: LazyLock<Fixture> = LazyLock::new(|| {
    let reading = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/neijiang"));
    assert!(!reading.has_errors());
    let (pool, policy) = (reading.pool, builtin().0);
    let cases: Vec<CaseId> = pool.cases.values().filter(|case| case.open).map(|case| case.id.clone()).collect();
    let plan = planned(&pool, &policy, &request(&pool, &cases, AS_OF)).unwrap();
    Fixture { pool, policy, cases, plan }
});

#[test]
fn is_proven_in_every_tier_and_certified() {
    let fixture = &*FIXTURE;
    let plan = &fixture.plan;
    assert_eq!(plan.termination, Termination::Proven);
    assert!(plan.tiers.iter().all(|tier| tier.proven && tier.used == tier.value && tier.bound == tier.value));
    let report = judged(&fixture.pool, &fixture.policy, plan);
    assert!(report.certified(), "{:#?}", report.failures().collect::<Vec<_>>());
    assert!(plan.teams.iter().all(|team| team.formed));
}

fn promised(keeps: impl Fn(&Promise)) {
    let Fixture { pool, policy, cases, plan } = &*FIXTURE;
    keeps(&Promise { pool, policy, request: &request(pool, cases, AS_OF), plan });
}

#[test]
fn exposure_skill_burden_and_travel_each_decide_something() {
    promised(|it| it.every_tier_decides());
}

#[test]
fn one_case_after_the_other_is_worse_in_several_tiers() {
    promised(|it| it.one_case_after_the_other_is_worse());
}

#[test]
fn whoever_has_declared_keeps_the_slot_from_whoever_has_not() {
    let Fixture { pool, policy, cases, .. } = &*FIXTURE;
    let alone = CaseId::from("NJ-2026-01");
    for cases in [std::slice::from_ref(&alone), cases] {
        let mut request = request(pool, cases, AS_OF);
        let declared = planned(pool, policy, &request).unwrap();
        request.provisional = true;
        let mut provisional = planned(pool, policy, &request).unwrap();
        assert!(judged(pool, policy, &provisional).is_final());
        let owed = provisional.tiers.iter().position(|tier| tier.name == TierName::Provisional).unwrap();
        assert_eq!(provisional.tiers.remove(owed).used, 0);
        assert_eq!((provisional.tiers, provisional.assignments), (declared.tiers, declared.assignments));
    }
    // There are people who would have it for want of known ties.
    let mut unweighed = policy.clone();
    unweighed.team.tiers.retain(|tier| tier.name != TierName::Provisional);
    let mut request = request(pool, &[alone], AS_OF);
    request.provisional = true;
    assert!(!planned(pool, &unweighed, &request).unwrap().provisional.is_empty());
}

#[test]
fn two_cases_compete_for_the_scarce_skill() {
    let fixture = &*FIXTURE;
    let demands: Vec<_> = fixture.pool.demands.iter().filter(|demand| demand.level == Some(3)).collect();
    let [one, two] = demands.as_slice() else { panic!("{demands:?}") };
    let skill = one.skill.as_ref().unwrap();
    let experts = |plan: &Plan, case: &CaseId, pool: &Pool| -> Vec<String> {
        let able =
            |person: &_| pool.skills.iter().any(|it| it.person == *person && it.skill == *skill && it.level >= 3);
        plan.assignments_of(case).filter(|it| able(&it.person)).map(|it| it.person.to_string()).collect()
    };
    let served = [one, two].map(|demand| experts(&fixture.plan, &demand.case, &fixture.pool));
    assert!(served.iter().all(|experts| !experts.is_empty()), "{served:?}");

    // With the experts of one of them gone, only the more urgent case is left with a team.
    let mut pool = fixture.pool.clone();
    let kept = served[1].first().unwrap().clone();
    pool.skills.retain(|it| it.skill != *skill || it.level < 3 || it.person.as_str() == kept);
    let plan = planned(&pool, &fixture.policy, &request(&pool, &fixture.cases, AS_OF)).unwrap();
    let formed = |case: &CaseId| plan.teams.iter().any(|team| team.case == *case && team.formed);
    let (urgent, other) = match pool.cases[&one.case].priority < pool.cases[&two.case].priority {
        true => (one, two),
        false => (two, one),
    };
    assert!(formed(&urgent.case) && !formed(&other.case));
    assert!(judged(&pool, &fixture.policy, &plan).certified());
}

#[test]
fn another_solver_run_confirms_every_tier_of_the_exported_models() {
    let Fixture { pool, policy, cases, plan } = &*FIXTURE;
    let files = exported(pool, policy, &request(pool, cases, AS_OF), plan);
    let optima: Vec<Option<i64>> = files.iter().map(|file| read(file).optimum()).collect();
    assert_eq!(optima, values(plan).into_iter().map(Some).collect::<Vec<_>>());
}

#[test]
fn a_detention_team_with_two_co_leads_is_led_by_a_room_and_a_stationed_group() {
    let (mut pool, policy) = (FIXTURE.pool.clone(), &FIXTURE.policy);
    let case = CaseId::from("NJ-2026-04");
    pool.cases.get_mut(&case).unwrap().template = "detention-co-leads".to_string();
    let plan = planned(&pool, policy, &request(&pool, std::slice::from_ref(&case), AS_OF)).unwrap();
    assert!(plan.teams[0].formed && judged(&pool, policy, &plan).certified());
    let leads = plan.assignments.iter().filter(|it| it.class == RoleClass::Lead);
    let leads: Vec<_> = leads.map(|it| (it.role.as_str(), pool.units[&it.unit].kind)).collect();
    assert_eq!(leads, [("lead-room", UnitKind::Room), ("lead-stationed", UnitKind::Stationed)]);
}
