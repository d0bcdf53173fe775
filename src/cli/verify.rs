//! `evenhand verify`: the independent checker on a plan file.

use serde_json::error::Category;

use super::arguments::Verify;
use super::audit;
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
        let why = fault(&error);
        Failure::Input(vec![Diagnostic::error(
            codes::E0703,
            span,
            Text::new(
                format!("不是 evenhand.plan/1 方案文件：{}", why.zh),
                format!("not an evenhand.plan/1 file: {}", why.en),
            ),
            Text::new(
                "方案文件由 evenhand team --out 写出；格式见 evenhand schema",
                "plan files are written by evenhand team --out; evenhand schema prints their format",
            ),
        )])
    })
}

/// The parser's fault in both languages; its own words exist in English only.
fn fault(error: &serde_json::Error) -> Text {
    let english = error.to_string();
    let english = english.split(" at line ").next().unwrap_or(&english);
    // Names of fields and variants stand between backticks.
    let name = english.split('`').nth(1);
    let zh = match (error.classify(), name) {
        (Category::Eof, _) => "文件不完整".to_string(),
        (Category::Data, Some(name)) => format!("字段“{name}”缺少、多余或取值不对"),
        (Category::Data, None) => "某个字段的取值不对".to_string(),
        (Category::Syntax | Category::Io, _) => "内容不是 JSON".to_string(),
    };
    Text::new(zh, english)
}
