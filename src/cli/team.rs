//! `evenhand team`: assembles teams, has them checked, prints them.

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use super::again::{NextStep, Request};
use super::arguments::Team;
use super::audit;
use super::export;
use super::failure::{Complaint, Failure};
use super::folder::ensure_writable;
use super::roster::Roster;
use super::session::{Session, word};
use crate::check::{Judge, Report};
use crate::diag::{Diagnostic, Text, codes};
use crate::id::CaseId;
use crate::plan::{ExitCode, Plan};
use crate::planner::team::{self, TeamOutcome, TeamRequest};
use crate::report::certificate::TitledEntry;
use crate::solve::Stop;
use crate::{report, rules};

pub(super) fn run(session: &mut Session, arguments: &Team) -> Result<ExitCode, Failure> {
    if let Some(path) = &arguments.out {
        ensure_writable(path)?;
    }
    if let Some(prefix) = &arguments.export_model {
        export::ensure_writable(prefix)?;
    }
    let roster = Roster::open(session, &arguments.dir)?;
    if arguments.export_model.is_some() {
        audit::ensure_writable(&arguments.dir)?;
    }
    let request = TeamRequest {
        cases: cases(&roster, session.as_of, &arguments.cases, &arguments.require)?,
        require: arguments.require.iter().map(CaseId::new).collect(),
        no_open: arguments.no_open,
        provisional: arguments.provisional,
        as_of: session.as_of,
        seed: session.seed.unwrap_or(1),
        time_limit: arguments.time_limit.map(f64::from),
        fingerprint: roster.fingerprint.clone(),
    };
    let again = Request::of(arguments, session.seed);
    let plan = assemble(session, &roster, &request, &again)?;
    let certificate = certify(session, &roster, &plan)?;
    if let Some(path) = &arguments.out {
        write(path, &plan)?;
    }
    print(session, &roster, &plan, &certificate)?;
    let lapses = rules::declaration::lapses(&roster.pool, &roster.policy, &plan);
    session.warn(report::lapse::warning(&lapses, &roster.pool).as_slice())?;
    if let Some(prefix) = &arguments.export_model {
        // Who knows whom, and who is missing, can be read off a model.
        let cases = request.cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let query = audit::Query { command: "team --export-model", case: &cases, person: None, reason: None };
        audit::record(session, &arguments.dir, &query)?;
        export::run(session, &roster, &request, &plan, prefix, arguments.force)?;
    }
    match &arguments.out {
        Some(path) => {
            let purpose = Text::new("随时可以独立核验", "check it independently at any time");
            session.next_step(&purpose, &["verify", &again.dir, &word(path)])?;
        }
        None => {
            let command = Request { out: Some("plan.json".into()), ..again }.words();
            session.follow(&NextStep {
                purpose: Text::new("把方案存成文件", "keep the plan in a file"), command
            })?;
        }
    }
    Ok(exit_code(&plan))
}

/// The cases to plan: those named, else all open ones.
fn cases(roster: &Roster, as_of: Date, named: &[String], required: &[String]) -> Result<Vec<CaseId>, Failure> {
    let mut cases = Vec::new();
    for code in named.iter().chain(required) {
        let case = roster.case(code)?;
        if !case.open {
            let cause = Text::new(format!("案件 {code} 不待组队"), format!("the case {code} wants no team"));
            let hint = Text::new(
                "在案件表中把“待组队”改为“是”，或换一起案件",
                "mark it open in the cases table, or name another case",
            );
            return Err(Failure::Input(vec![Diagnostic::error(codes::E0704, None, cause, hint)]));
        }
        if case.days_ahead(as_of).is_none() {
            let cause = Text::new(
                format!("案件 {code} 的结束日期 {} 早于判断日期 {as_of}", case.to),
                format!("the case {code} ended on {}, before {as_of}", case.to),
            );
            let hint = Text::new(
                "在案件表中延长结束日期，或用 --as-of 换一个判断日期",
                "extend the case in the cases table, or judge by another day with --as-of",
            );
            return Err(Failure::Input(vec![Diagnostic::error(codes::E0704, None, cause, hint)]));
        }
        cases.push(case.id.clone());
    }
    if named.is_empty() {
        cases.extend(open_cases(roster, as_of)?);
    }
    cases.sort();
    cases.dedup();
    Ok(cases)
}

/// Every open case of a roster that is not over (W0403 tells those that are); none at all is a fault of the input.
pub(super) fn open_cases(roster: &Roster, as_of: Date) -> Result<Vec<CaseId>, Failure> {
    let open = roster.pool.cases.values().filter(|case| case.wants_a_team(as_of));
    let open: Vec<CaseId> = open.map(|case| case.id.clone()).collect();
    if open.is_empty() {
        let cause = Text::new(
            format!("名册中没有 {as_of} 之后仍待组队的案件"),
            format!("no case on file wants a team after {as_of}"),
        );
        let hint = Text::new(
            "请在案件表中登记案件，把“待组队”填为“是”，结束日期不早于判断日期",
            "enter the cases, mark them open, and see that they are not over",
        );
        return Err(Failure::Input(vec![Diagnostic::error(codes::E0704, None, cause, hint)]));
    }
    Ok(open)
}

/// Has the teams assembled; every ending but a plan is a failure with its own exit code and says what to try next,
/// after what was `asked`.
pub(super) fn assemble(
    session: &mut Session,
    roster: &Roster,
    request: &TeamRequest,
    asked: &Request,
) -> Result<Plan, Failure> {
    let stopped = |code, cause, hint| Failure::Stopped(code, Complaint { cause, hint });
    let mut written = Ok(());
    let outcome = team::assemble(&roster.pool, &roster.policy, request, &mut |progress| {
        if written.is_ok() {
            written = session.progress(&report::progress::line(progress));
        }
    });
    written?;
    match outcome {
        TeamOutcome::Planned(plan) => Ok(*plan),
        TeamOutcome::Infeasible => {
            let barred = team::barred(&roster.pool, &roster.policy, request);
            let next = barred.first().map_or_else(|| asked.clone().with_less(), |first| asked.look_at(first));
            let (cause, hint) = report::infeasible::words(&barred, &roster.pool, &roster.policy, request);
            Err(stopped(ExitCode::Infeasible, cause, hint).then(next))
        }
        TeamOutcome::NoPlanWithinLimit(stop) => {
            let (cause, hint) = no_plan(stop);
            let cases: Vec<String> = request.cases.iter().map(ToString::to_string).collect();
            let next = asked.clone().with_more(stop, &cases);
            Err(stopped(ExitCode::NoPlanWithinLimit, cause, hint).then(next))
        }
        TeamOutcome::Failed(error) => {
            Err(Failure::internal(Text::new(format!("求解器出错：{error}"), format!("the solver failed: {error}"))))
        }
    }
}

/// What stopped the search before its first plan, and what to do.
fn no_plan(stop: Stop) -> (Text, Text) {
    match stop {
        Stop::Time => (
            Text::new(
                "时限之内没有得到任何方案；这不表示无解",
                "no plan was found within the time limit; there may be one",
            ),
            Text::new(
                "请放宽 --time-limit，或用 --case 减少案件",
                "raise --time-limit, or plan fewer cases with --case",
            ),
        ),
        Stop::Work => (
            Text::new(
                "工作量上限之内没有得到任何方案；这不表示无解",
                "no plan was found within the limit of work; there may be one",
            ),
            Text::new(
                "请放宽政策中 limits 的 nodes 和 iterations，或用 --case 减少案件",
                "raise nodes and iterations under limits in the policy, or plan fewer cases with --case",
            ),
        ),
        Stop::Numerical => (
            Text::new(
                "求解器的浮点计算自相矛盾，没有得到任何方案；这不表示无解",
                "the solver's arithmetic contradicted itself before a first plan; there may be one",
            ),
            Text::new(
                "请换一个 --seed，或用 --case 减少案件，并反馈此情况",
                "try another --seed or fewer cases with --case, and report it",
            ),
        ),
    }
}

/// Has the plan checked by code that knows nothing of the planner; a plan that fails is never shown.
pub(super) fn certify(session: &mut Session, roster: &Roster, plan: &Plan) -> Result<Report, Failure> {
    let judge = Judge::new(&roster.pool, &roster.policy, session.as_of).with_roster(&roster.fingerprint);
    let certificate = judge.certify(plan, rules::checks()).redacted();
    if certificate.certified() {
        return Ok(certificate);
    }
    session.show_failures(&certificate, &judge)?;
    Err(Failure::Stopped(
        ExitCode::VerificationFailed,
        Complaint {
            cause: Text::new(
                "程序内部错误：得到的方案没有通过独立核验，因此不予输出",
                "internal error: the plan failed the independent check and is withheld",
            ),
            hint: Text::new(
                "请连同命令、版本和以上各项一并反馈",
                "please report it with the command, the version and the entries above",
            ),
        },
    ))
}

/// Prints a checked plan.
pub(super) fn print(session: &mut Session, roster: &Roster, plan: &Plan, certificate: &Report) -> Result<(), Failure> {
    if session.json {
        let warnings = report::certificate::warnings(certificate, &roster.policy);
        return session.print_json(&Printed { plan, warnings });
    }
    let view = report::team::view(plan, certificate, &roster.pool, &roster.policy, session.language);
    Ok(session.print(&report::team::text(&view, session.language))?)
}

/// A plan as it is printed: as it is written to a file, with the warnings of its check.
#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    plan: &'a Plan,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<TitledEntry<'a>>,
}

/// What a plan is worth as an exit code.
pub(super) fn exit_code(plan: &Plan) -> ExitCode {
    if plan.tiers.iter().any(|tier| !tier.proven) {
        ExitCode::Unproven
    } else if plan.open_slots.is_empty() {
        ExitCode::Success
    } else {
        ExitCode::OpenSlots
    }
}

fn write(path: &Path, plan: &Plan) -> Result<(), Failure> {
    std::fs::write(path, text(plan)?).map_err(|error| Failure::unwritable(path, &error))
}

fn text(plan: &Plan) -> Result<String, Failure> {
    plan.to_json().map_err(|error| Failure::internal(Text::same(error.to_string())))
}
