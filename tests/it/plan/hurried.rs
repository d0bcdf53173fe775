//! Plans cut short by the limits of work.

use evenhand::plan::Termination;
use evenhand::planner::team::{TeamOutcome, assemble};
use evenhand::policy::Limits;
use evenhand::solve::Stop;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::sketch::{AS_OF, policy, sketch};
use super::stars::acquainted;
use super::{judged, planned, request};

#[test]
fn a_hurried_plan_is_certified_and_claims_no_more_than_is_true() {
    let mut runner = TestRunner::deterministic();
    let (mut cut_short, mut proven, mut none) = (0, 0, 0);
    for _ in 0..30 {
        let sketch = acquainted(sketch(9..15, 1..4, 120, false).new_tree(&mut runner).unwrap().current());
        let (pool, mut policy) = (sketch.pool(), policy());
        let request = request(&pool, &sketch.cases(), AS_OF);
        let best = planned(&pool, &policy, &request).unwrap();
        for (nodes, iterations) in [(0, 1_000_000), (1, 400), (100, 150), (100, 50)] {
            policy.team.limits = Limits { nodes, iterations };
            let plan = match assemble(&pool, &policy, &request, &mut |_| {}) {
                TeamOutcome::Planned(plan) => plan,
                TeamOutcome::NoPlanWithinLimit(Stop::Work) => {
                    none += 1;
                    continue;
                }
                other => panic!("{other:?}"),
            };
            let report = judged(&pool, &policy, &plan);
            assert!(report.certified(), "{:#?}", report.failures().collect::<Vec<_>>());
            for (tier, best) in plan.tiers.iter().zip(&best.tiers) {
                assert!(tier.bound <= best.value && best.value <= tier.value, "{tier:?} {best:?}");
                assert!(!tier.proven || tier.value == best.value, "{tier:?} {best:?}");
                // Under another value of this tier the later ones have other optima.
                if tier.value != best.value {
                    break;
                }
            }
            let all = plan.tiers.iter().all(|tier| tier.proven);
            assert_eq!(plan.termination, if all { Termination::Proven } else { Termination::WorkLimit });
            assert!(plan.deterministic);
            *(if all { &mut proven } else { &mut cut_short }) += 1;
        }
    }
    assert!(cut_short > 5 && proven > 20 && none > 3, "{cut_short} {proven} {none}");
}
