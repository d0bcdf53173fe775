//! Named pairs where people relieve each other.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::sketch::{AS_OF, policy, sketch};
use super::{judged, planned, request};

#[test]
fn where_people_relieve_each_other_pairs_have_the_days_of_their_own() {
    let mut runner = TestRunner::deterministic();
    let shorter = (0..120).any(|_| {
        let sketch = sketch(10..16, 1..2, 120, false).new_tree(&mut runner).unwrap().current();
        let (pool, policy) = (sketch.pool(), policy());
        if sketch.cases[0].days <= 90 {
            return false;
        }
        let plan = planned(&pool, &policy, &request(&pool, &sketch.cases(), AS_OF)).unwrap();
        assert!(judged(&pool, &policy, &plan).certified());
        let case = &pool.cases[&plan.teams[0].case];
        plan.teams[0].pairs.iter().any(|pair| (pair.from, pair.to) != (case.from, case.to))
    });
    assert!(shorter, "in no plan do people of a pair relieve each other: the test says nothing");
}
