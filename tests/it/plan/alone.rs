//! Every open case of both fixtures alone; every case of the smaller one required. What the joint plan leaves out may
//! be the hardest.

use std::path::Path;

use evenhand::plan::Termination;
use evenhand::policy::builtin;
use evenhand::pool::Pool;
use evenhand::pool::read::read_folder;
use jiff::civil::{Date, date};

use super::{judged, planned, request};

const AS_OF: Date = date(2026, 11, 20);

fn fixture(name: &str) -> Pool {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)).pool
}

fn each_alone(pool: &Pool) {
    let (policy, _) = builtin();
    for case in pool.cases.values().filter(|case| case.open) {
        let plan = planned(pool, &policy, &request(pool, std::slice::from_ref(&case.id), AS_OF)).unwrap();
        assert_eq!(plan.termination, Termination::Proven, "{}", case.id);
        assert!(judged(pool, &policy, &plan).certified(), "{}", case.id);
        assert!(plan.teams.iter().all(|team| team.formed), "{}", case.id);
    }
}

#[test]
fn each_case_of_the_small_city_is_proven_alone() {
    each_alone(&fixture("neijiang"));
}

#[test]
fn each_case_of_the_large_city_is_proven_alone() {
    each_alone(&fixture("hengyang"));
}

#[test]
fn each_case_of_the_small_city_can_be_required() {
    let (pool, (policy, _)) = (fixture("neijiang"), builtin());
    let cases: Vec<_> = pool.cases.values().filter(|case| case.open).map(|case| case.id.clone()).collect();
    for case in &cases {
        let mut request = request(&pool, &cases, AS_OF);
        request.require = vec![case.clone()];
        let plan = planned(&pool, &policy, &request).unwrap();
        assert_eq!(plan.termination, Termination::Proven, "{case}");
        assert!(judged(&pool, &policy, &plan).certified(), "{case}");
    }
}
