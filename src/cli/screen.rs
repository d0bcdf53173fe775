//! `evenhand screen`: verdicts of people for one case. Evidence only for a recorded reason.

use std::collections::BTreeSet;

use super::arguments::{ClassChoice, Screen};
use super::audit;
use super::failure::Failure;
use super::roster::Roster;
use super::session::{Session, word};
use crate::diag::Text;
use crate::plan::{CaseCoverage, Coverage, ExitCode};
use crate::policy::RoleClass;
use crate::pool::Person;
use crate::report::screening::{PersonScreening, ScreeningView};
use crate::screen::Screener;
use crate::{report, rules, ties};

pub(super) fn run(session: &mut Session, arguments: &Screen) -> Result<ExitCode, Failure> {
    let roster = Roster::open(session, &arguments.dir)?;
    let case = roster.case(&arguments.case)?;
    let people: Vec<&Person> = match &arguments.person {
        Some(id) => vec![roster.person(id)?],
        None => roster.pool.people.values().collect(),
    };
    let classes = match arguments.role {
        Some(class) => vec![role_class(class)],
        None => vec![RoleClass::Lead, RoleClass::Deputy, RoleClass::Member],
    };
    if let (true, Some(reason)) = (arguments.evidence, &arguments.reason) {
        let query = audit::Query {
            command: "screen",
            case: &arguments.case,
            person: arguments.person.as_deref(),
            reason: Some(reason),
        };
        audit::record(session, &arguments.dir, &query)?;
    }
    let ties = ties::infer(&roster.pool, &roster.policy.ties, session.as_of);
    let screener = Screener::new(&roster.pool, &ties, &roster.policy, session.as_of, rules::screening());
    let screened = |person| PersonScreening {
        person,
        unit: roster.pool.units.get(&person.unit),
        screenings: classes.iter().map(|class| (*class, screener.screen(person, case, *class))).collect(),
    };
    let view = ScreeningView {
        case: &case.id,
        as_of: session.as_of,
        people: people.into_iter().map(screened).collect(),
        case_coverage: CaseCoverage::of(&roster.pool, &screener.facts, session.as_of, &case.id),
        coverage: Coverage::of(&roster.pool, &screener.facts, session.as_of, &BTreeSet::new()),
        evidence: arguments.evidence,
    };
    if session.json {
        session.print_json(&report::screening::json(&view))?;
    } else {
        session.print(&report::screening::text(&view, session.language))?;
    }
    let dir = word(&arguments.dir);
    session
        .next_step(&Text::new("为本案组队", "assemble this case's team"), &["team", &dir, "--case", &arguments.case])?;
    Ok(ExitCode::Success)
}

fn role_class(choice: ClassChoice) -> RoleClass {
    match choice {
        ClassChoice::Lead => RoleClass::Lead,
        ClassChoice::Deputy => RoleClass::Deputy,
        ClassChoice::Member => RoleClass::Member,
        ClassChoice::Liaison => RoleClass::Liaison,
        ClassChoice::Trainee => RoleClass::Trainee,
    }
}
