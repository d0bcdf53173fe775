//! Special case teams for several cases at once.

mod barred;
mod cuts;
mod export;
mod extract;
mod journey;
mod lottery;
mod objectives;
mod pairs;
mod request;
mod shortlist;

pub use barred::{Bar, Barred, barred, held};
pub use export::{Export, ExportError, export};
pub use request::{TeamOutcome, TeamRequest};

use crate::milp::{Model, Name, Provenance, RowBounds};
use crate::policy::Policy;
use crate::pool::Pool;
use crate::rules::{self, frame::Ask, frame::TeamFrame};
use crate::screen::Screener;
use crate::solve::{self, Deadline, Options, Outcome, Progress};
use crate::ties;

/// Rows that the user's request posts: `--require` and `--no-open`.
const REQUEST: &str = "request";

/// Assembles the teams of the requested cases.
///
/// The caller has refused requests that name unknown cases or templates; those are left out here.
pub fn assemble(
    pool: &Pool,
    policy: &Policy,
    request: &TeamRequest,
    progress: &mut dyn FnMut(&Progress),
) -> TeamOutcome {
    // The limit is on the whole, not on the search alone.
    let deadline = Deadline::within(request.time_limit);
    composed(pool, policy, request, |frame, tiers| {
        let options = Options { limits: policy.team.limits, deadline, seed: request.seed };
        match solve::solve(&frame.model, &options, progress) {
            Outcome::Solved(mut solution) => {
                let decides = frame.decisions();
                frame.model.settle(&mut solution.values, |column| decides.contains(&column));
                TeamOutcome::Planned(Box::new(extract::plan(&frame, request, &tiers, &solution)))
            }
            Outcome::Infeasible => TeamOutcome::Infeasible,
            Outcome::NoSolution(stop) => TeamOutcome::NoPlanWithinLimit(stop),
            Outcome::Failed(error) => TeamOutcome::Failed(error),
        }
    })
}

/// The complete model of a request, with the cuts that exports leave out.
pub fn model(pool: &Pool, policy: &Policy, request: &TeamRequest) -> Model {
    composed(pool, policy, request, |frame, _| frame.model)
}

/// Hands over the complete model of a request with its tiers.
fn composed<R>(
    pool: &Pool,
    policy: &Policy,
    request: &TeamRequest,
    then: impl FnOnce(TeamFrame, Vec<objectives::Tier>) -> R,
) -> R {
    let ties = ties::infer(pool, &policy.ties, request.as_of);
    let screener = Screener::new(pool, &ties, policy, request.as_of, rules::screening());
    let (frame, tiers) = compose(&screener, request);
    then(frame, tiers)
}

/// The complete model with its tiers.
fn compose<'a>(screener: &'a Screener<'a>, request: &TeamRequest) -> (TeamFrame<'a>, Vec<objectives::Tier>) {
    let mut ask = Ask {
        cases: &request.cases,
        provisional: request.provisional,
        rules: rules::team(),
        excluded: &mut |_, _, _, _| {},
    };
    let mut frame = rules::frame::build(screener, &mut ask);
    rules::frame::post(&mut frame, rules::team());
    post_request(&mut frame, request);
    let tiers = objectives::post(&mut frame, request.seed);
    shortlist::hold_back_the_rest(&mut frame, request.seed);
    (frame, tiers)
}

fn post_request(frame: &mut TeamFrame, request: &TeamRequest) {
    for case in 0..frame.cases.len() {
        let framed = &frame.cases[case];
        let id = framed.case.id.to_string();
        let provenance = || Provenance { rule: REQUEST, subject: id.clone() };
        let (formed, open) = (framed.formed, framed.roles.iter().map(|role| (role.open, 1)).collect::<Vec<_>>());
        if request.require.contains(&framed.case.id) {
            let name = Name::new([REQUEST, "formed", &id]);
            frame.model.add_row(name, provenance(), [(formed, 1)], RowBounds::AtLeast(1));
        }
        if request.no_open {
            let name = Name::new([REQUEST, "filled", &id]);
            frame.model.add_row(name, provenance(), open, RowBounds::AtMost(0));
        }
    }
}
