//! The plan of the smaller fixture.

use std::path::Path;
use std::sync::LazyLock;

use evenhand::plan::{Plan, Termination};
use evenhand::policy::{Policy, TierName, builtin};
use evenhand::pool::read::read_folder;
use evenhand::pool::{CaseId, Pool};
use jiff::civil::{Date, date};

use super::{judged, planned, request};

const AS_OF: Date = date(2026, 11, 20);

struct Fixture {
    pool: Pool,
    policy: Policy,
    plan: Plan,
}

static FIXTURE: LazyLock<Fixture> = LazyLock::new(|| {
    let reading = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/neijiang"));
    assert!(!reading.has_errors());
    let (pool, policy) = (reading.pool, builtin().0);
    let cases: Vec<CaseId> = pool.cases.values().filter(|case| case.open).map(|case| case.id.clone()).collect();
    let plan = planned(&pool, &policy, &request(&pool, &cases, AS_OF)).unwrap();
    Fixture { pool, policy, plan }
});

fn reached(plan: &Plan, name: TierName) -> i64 {
    plan.tiers.iter().filter(|tier| tier.name == name).map(|tier| tier.used).sum()
}

#[test]
fn is_proven_in_every_tier_and_certified() {
    let fixture = &*FIXTURE;
    let plan = &fixture.plan;
    assert_eq!(plan.termination, Termination::Proven);
    assert!(plan.tiers.iter().all(|tier| tier.proven && tier.used == tier.value && tier.bound == tier.value));
    let report = judged(&fixture.pool, &fixture.policy, plan);
    assert!(report.certified(), "{:#?}", report.failures().collect::<Vec<_>>());
    assert!(plan.teams.iter().all(|team| team.formed));
    for tier in [TierName::Exposure, TierName::SkillShortfall, TierName::Burden, TierName::Travel] {
        assert!(reached(plan, tier) > 0, "{tier:?} decides nothing");
    }
}
