//! `evenhand verify`: the independent checker on a plan file.

use std::path::Path;

use super::again::{NextStep, Request};
use super::arguments::Verify;
use super::audit;
use super::failure::Failure;
use super::plan_file;
use super::roster::Roster;
use super::session::{Session, word};
use crate::check::Judge;
use crate::diag::Text;
use crate::id::CaseId;
use crate::plan::{ExitCode, Plan};
use crate::{report, rules};

pub(super) fn run(session: &mut Session, arguments: &Verify) -> Result<ExitCode, Failure> {
    let roster = Roster::open(session, &arguments.dir)?;
    let plan = plan_file::read(&arguments.plan).map_err(|failure| failure.then(anew(arguments)))?;
    let judge = Judge::new(&roster.pool, &roster.policy, session.as_of).with_roster(&roster.fingerprint);
    let mut certificate = judge.certify(&plan, rules::checks());
    match (arguments.evidence, &arguments.reason) {
        (true, Some(reason)) => {
            let cases: Vec<&str> = plan.input.cases.iter().map(|case| case.as_str()).collect();
            let query = audit::Query { command: "verify", case: &cases.join(" "), person: None, reason: Some(reason) };
            audit::record(session, &arguments.dir, &query)?;
        }
        _ => certificate = certificate.redacted(),
    }
    let view = report::certificate::view(&plan, &judge, &roster.fingerprint, &certificate);
    if session.json {
        session.print_json(&view)?;
    } else {
        session.print(&report::certificate::text(&view, &judge, session.verbose, session.language))?;
    }
    if certificate.certified() {
        let purpose = Text::new("逐项查看核验结论", "read the checks one by one");
        if !session.verbose && !session.json {
            let (dir, plan) = (word(&arguments.dir), word(&arguments.plan));
            session.next_step(&purpose, &["verify", &dir, &plan, "--verbose"])?;
        }
        return Ok(ExitCode::Success);
    }
    next_step(session, arguments, &roster, &plan, view.other_roster)?;
    Ok(ExitCode::VerificationFailed)
}

/// The same request as the plan's, as far as its cases still want a team here; else a look at the roster.
fn next_step(
    session: &mut Session,
    arguments: &Verify,
    roster: &Roster,
    plan: &Plan,
    other_roster: bool,
) -> Result<(), Failure> {
    let dir = word(&arguments.dir);
    let as_of = session.as_of;
    let is_open = |case: &&CaseId| roster.pool.cases.get(*case).is_some_and(|case| case.wants_a_team(as_of));
    let cases: Vec<&CaseId> = plan.input.cases.iter().filter(is_open).collect();
    if other_roster || cases.is_empty() {
        let purpose =
            Text::new("核对这是不是方案所用的名册", "see whether this is the roster that the plan was made from");
        return Ok(session.next_step(&purpose, &["check", &dir])?);
    }
    let names = |cases: Vec<&CaseId>| cases.into_iter().map(ToString::to_string).collect();
    let request = Request {
        dir,
        cases: names(cases),
        require: names(plan.input.required.iter().filter(is_open).collect()),
        no_open: plan.input.no_open,
        provisional: plan.input.provisional,
        seed: (plan.seed != 1).then_some(plan.seed),
        time_limit: None,
        out: Some(word(&beside(&arguments.plan))),
    };
    let purpose = Text::new(
        format!("按 {as_of} 的事实对同样的案件重新组队，另存一份"),
        format!("assemble the same cases again by the facts of {as_of}, into a file of its own"),
    );
    Ok(session.follow(&NextStep { purpose, command: request.words() })?)
}

/// A plan file that cannot be read is made anew, the one at hand left as it is.
fn anew(arguments: &Verify) -> NextStep {
    let (dir, out) = (word(&arguments.dir), word(&beside(&arguments.plan)));
    let purpose = Text::new("重新组队并写出方案文件", "assemble the teams again and write the plan file");
    NextStep::new(purpose, &["team", &dir, "--out", &out])
}

/// `plan.json` makes `plan.new.json`, so that the plan that failed stays as it is.
fn beside(plan: &Path) -> std::path::PathBuf {
    plan.with_extension("new.json")
}
