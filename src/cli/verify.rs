//! `evenhand verify`: the independent checker on a plan file.

use super::arguments::Verify;
use super::failure::Failure;
use super::roster::Roster;
use super::session::{Session, word};
use crate::check::Judge;
use crate::diag::{Diagnostic, Span, Text, codes};
use crate::plan::{ExitCode, Plan};
use crate::{report, rules};

pub(super) fn run(session: &mut Session, arguments: &Verify) -> Result<ExitCode, Failure> {
    let roster = Roster::open(session, &arguments.dir)?;
    let plan = read_plan(arguments)?;
    let judge = Judge::new(&roster.pool, &roster.policy, session.as_of);
    let certificate = judge.certify(&plan, rules::checks());
    let view = report::certificate::view(
        &plan,
        &roster.fingerprint,
        &roster.policy.fingerprint(),
        session.as_of,
        &certificate,
    );
    if session.json {
        session.print_json(&view)?;
    } else {
        session.print(&report::certificate::text(&view, &roster.pool, session.verbose, session.language))?;
    }
    if certificate.certified() {
        return Ok(ExitCode::Success);
    }
    let dir = word(&arguments.dir);
    session.next_step(&Text::new("按今天的事实重新组队", "plan again by today's facts"), &["team", &dir])?;
    Ok(ExitCode::VerificationFailed)
}

fn read_plan(arguments: &Verify) -> Result<Plan, Failure> {
    let path = &arguments.plan;
    let text = std::fs::read_to_string(path).map_err(|error| Failure::unreadable(path, &error))?;
    serde_json::from_str(&text).map_err(|error| {
        let mut span = Span::file(word(path));
        span.row = Some(error.line());
        Failure::Input(vec![Diagnostic::error(
            codes::E0703,
            span,
            Text::new(
                format!("不是 evenhand.plan/1 方案文件：{error}"),
                format!("not an evenhand.plan/1 file: {error}"),
            ),
            Text::new(
                "方案文件由 evenhand team --out 写出；格式见 evenhand schema",
                "plan files are written by evenhand team --out; evenhand schema prints their format",
            ),
        )])
    })
}
