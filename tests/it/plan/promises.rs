//! What a fixture promises of its optimum: each tier decides something, and one case after the other is worse.
//!
//! The small fixture keeps it in the tests, the large one in the benches.

use evenhand::check::Judge;
use evenhand::plan::Plan;
use evenhand::planner::team::{TeamOutcome, TeamRequest, assemble};
use evenhand::policy::{Policy, TierName};
use evenhand::pool::{Assignment as Service, Pool};
use evenhand::rules;

/// The tiers after the open slots and before the draw.
const TIERS: [TierName; 4] = [TierName::Exposure, TierName::SkillShortfall, TierName::Burden, TierName::Travel];

/// Draws among equal plans that are tried.
const SEEDS: u64 = 4;

/// A fixture with the plan of all its open cases, proven in every tier of the policy.
pub struct Promise<'a> {
    pub pool: &'a Pool,
    pub policy: &'a Policy,
    pub request: &'a TeamRequest,
    pub plan: &'a Plan,
}

impl Promise<'_> {
    /// Asserts that every tier is above zero, and that without it the earlier ones stay and it comes out worse.
    pub fn every_tier_decides(&self) {
        let best = self.values(self.plan);
        for tier in TIERS {
            let position = self.plan.tiers.iter().position(|it| it.name == tier).unwrap();
            assert!(best[position] > 0, "{tier:?} is nothing to decide");
            let mut policy = self.policy.clone();
            policy.team.tiers.retain(|setting| setting.name != tier);
            // The lot may hit on a plan that is as good.
            let decides = (1..=SEEDS).any(|seed| {
                let without = planned(self.pool, &policy, &TeamRequest { seed, ..self.request.clone() });
                assert!(without.tiers.iter().all(|it| it.proven && it.name != tier));
                let anew = self.values(&without);
                assert_eq!(anew[..position], best[..position], "{tier:?}");
                anew[position] > best[position]
            });
            assert!(decides, "{tier:?} decides nothing");
        }
    }

    /// Asserts that one team after the other breaks no rule and is worse in two tiers or more besides the draw.
    pub fn one_case_after_the_other_is_worse(&self) {
        let greedy = self.greedy();
        let judge = Judge::new(self.pool, self.policy, self.request.as_of);
        let report = judge.certify(&greedy, rules::checks());
        let broken: Vec<_> =
            report.failures().filter(|it| !["objective", "plan"].contains(&it.rule.as_str())).collect();
        assert!(broken.is_empty(), "{broken:#?}");
        let (best, worse) = (self.values(self.plan), self.values(&greedy));
        let tiers = self.plan.tiers.iter().filter(|tier| tier.name != TierName::Lottery);
        let lost = tiers.zip(best.iter().zip(&worse)).filter(|(_, (best, worse))| worse > best).count();
        assert!(best < worse && lost >= 2, "{best:?} {worse:?}");
    }

    /// One team after the other in the order of case codes, each from whom the earlier ones have left.
    fn greedy(&self) -> Plan {
        let mut pool = self.pool.clone();
        let mut merged =
            Plan { teams: Vec::new(), assignments: Vec::new(), open_slots: Vec::new(), ..self.plan.clone() };
        for case in &self.request.cases {
            let request = TeamRequest { cases: vec![case.clone()], ..self.request.clone() };
            let plan = planned(&pool, self.policy, &request);
            pool.assignments.extend(plan.assignments.iter().map(|it| Service {
                person: it.person.clone(),
                case: it.case.clone(),
                role: it.role.clone(),
                stage: None,
                from: it.from,
                to: it.to,
                load: it.load,
                drawn: it.drawn,
                extension: false,
            }));
            pool.assignments.sort();
            merged.teams.extend(plan.teams);
            merged.assignments.extend(plan.assignments);
            merged.open_slots.extend(plan.open_slots);
        }
        merged
    }

    /// What a plan adds up to in every tier of the policy.
    fn values(&self, plan: &Plan) -> Vec<i64> {
        let judge = Judge::new(self.pool, self.policy, self.request.as_of);
        judge.tiers(plan, rules::checks()).into_iter().map(|tier| tier.2).collect()
    }
}

fn planned(pool: &Pool, policy: &Policy, request: &TeamRequest) -> Plan {
    match assemble(pool, policy, request, &mut |_| {}) {
        TeamOutcome::Planned(plan) => *plan,
        other => panic!("{other:?}"),
    }
}
