//! The team planner: what holds of every plan, what its optimum is, and the plan of the fixture.

mod alone;
mod choices;
mod exhaustive;
mod first_day;
mod found;
mod growth;
mod hurried;
mod mps;
mod neighbors;
mod neijiang;
mod numbers;
mod pairs;
mod promises;
mod rows;
mod sketch;
mod stars;
mod theorems;

use evenhand::check::{Judge, Report};
use evenhand::plan::Plan;
use evenhand::planner::team::{TeamOutcome, TeamRequest, assemble};
use evenhand::policy::Policy;
use evenhand::pool::read::fingerprint;
use evenhand::pool::{CaseId, Pool};
use evenhand::rules;
use jiff::civil::Date;

/// A request for all of these cases that asks nothing more.
fn request(pool: &Pool, cases: &[CaseId], as_of: Date) -> TeamRequest {
    TeamRequest {
        cases: cases.to_vec(),
        require: Vec::new(),
        no_open: false,
        provisional: false,
        as_of,
        seed: 7,
        time_limit: None,
        fingerprint: fingerprint(pool),
    }
}

/// The plan, or `None` where nothing is feasible.
#[track_caller]
fn planned(pool: &Pool, policy: &Policy, request: &TeamRequest) -> Option<Plan> {
    match assemble(pool, policy, request, &mut |_| {}) {
        TeamOutcome::Planned(plan) => Some(*plan),
        TeamOutcome::Infeasible => None,
        other => panic!("{other:?}"),
    }
}

fn judged(pool: &Pool, policy: &Policy, plan: &Plan) -> Report {
    let judge = Judge::new(pool, policy, plan.input.as_of).with_roster(fingerprint(pool));
    judge.certify(plan, rules::checks())
}

/// What the plan reached, tier by tier.
fn values(plan: &Plan) -> Vec<i64> {
    plan.tiers.iter().map(|tier| tier.used).collect()
}
