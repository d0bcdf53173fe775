//! How long each step takes: reading, ties, screening and the teams of the large city, and those of the small one, all
//! with proof.

#![allow(missing_docs, reason = "criterion's macros write undocumented items")]
#![allow(clippy::expect_used, clippy::panic, reason = "a bench that cannot read its fixture should stop")]

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use evenhand::check::Judge;
use evenhand::plan::Termination;
use evenhand::planner::team::{TeamOutcome, TeamRequest, assemble};
use evenhand::policy::{Policy, RoleClass, builtin};
use evenhand::pool::Pool;
use evenhand::pool::read::read_folder;
use evenhand::screen::Screener;
use evenhand::{rules, ties};
use jiff::civil::{Date, date};

/// What the tests ask of the small fixture; on the large one it takes too long for a test.
#[path = "../tests/it/plan/promises.rs"]
#[allow(clippy::unwrap_used, reason = "shared with the tests")]
mod promises;

const AS_OF: Date = date(2026, 11, 20);

fn roster(place: &str) -> Pool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(place);
    read_folder(&folder).pool
}

fn request(pool: &Pool) -> TeamRequest {
    TeamRequest {
        cases: pool.cases.values().filter(|case| case.open).map(|case| case.id.clone()).collect(),
        require: Vec::new(),
        no_open: false,
        provisional: false,
        as_of: AS_OF,
        seed: 1,
        time_limit: None,
        fingerprint: String::new(),
    }
}

fn large_city(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hengyang: 1,700 people, 12 cases");
    group.sample_size(10);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hengyang");
    group.bench_function("read", |bencher| bencher.iter(|| read_folder(&folder)));

    let pool = roster("hengyang");
    let (policy, _) = builtin();
    group.bench_function("ties", |bencher| bencher.iter(|| ties::infer(&pool, &policy.ties, AS_OF)));

    let inferred = ties::infer(&pool, &policy.ties, AS_OF);
    group.bench_function("screen every person for every open case", |bencher| {
        bencher.iter(|| screen_all(&pool, &inferred, &policy));
    });

    let request = request(&pool);
    let planned = assemble(&pool, &policy, &request, &mut |_| {});
    let TeamOutcome::Planned(plan) = planned else { panic!("the large city has no plan") };
    assert_eq!(plan.termination, Termination::Proven);
    let promise = promises::Promise { pool: &pool, policy: &policy, request: &request, plan: &plan };
    promise.every_tier_decides();
    promise.one_case_after_the_other_is_worse();
    group.bench_function("teams, proven in every tier", |bencher| {
        bencher.iter(|| assemble(&pool, &policy, &request, &mut |_| {}));
    });
    group.bench_function("check", |bencher| {
        bencher.iter(|| Judge::new(&pool, &policy, AS_OF).certify(&plan, rules::checks()));
    });
    group.finish();
}

fn screen_all(pool: &Pool, ties: &ties::Ties, policy: &Policy) -> usize {
    let screener = Screener::new(pool, ties, policy, AS_OF, rules::screening());
    let open = pool.cases.values().filter(|case| case.open);
    let people = |case| pool.people.values().map(move |person| (person, case));
    open.flat_map(people).map(|(person, case)| screener.screen(person, case, RoleClass::Member).findings.len()).sum()
}

fn small_city(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("neijiang: 205 people, 5 cases");
    group.sample_size(10);
    let pool = roster("neijiang");
    let (policy, _) = builtin();
    let request = request(&pool);
    group.bench_function("teams, proven in every tier", |bencher| {
        bencher.iter(|| assemble(&pool, &policy, &request, &mut |_| {}));
    });
    let TeamOutcome::Planned(plan) = assemble(&pool, &policy, &request, &mut |_| {}) else { return };
    group.bench_function("check", |bencher| {
        bencher.iter(|| Judge::new(&pool, &policy, AS_OF).certify(&plan, rules::checks()));
    });
    group.finish();
}

criterion_group!(benches, large_city, small_city);
criterion_main!(benches);
