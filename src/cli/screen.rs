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
    let one = arguments.person.as_deref().map(|named| roster.person(named)).transpose()?;
    let people: Vec<&Person> = one.map_or_else(|| roster.pool.people.values().collect(), |person| vec![person]);
    let classes = match arguments.role {
        Some(class) => vec![role_class(class)],
        None => vec![RoleClass::Lead, RoleClass::Deputy, RoleClass::Member],
    };
    if let (true, Some(reason)) = (arguments.evidence, &arguments.reason) {
        let query = audit::Query {
            command: "screen",
            case: &arguments.case,
            person: one.map(|person| person.id.as_str()),
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

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn a_class_of_role_goes_by_its_id_and_by_both_its_titles() {
        for choice in ClassChoice::value_variants() {
            let class = role_class(*choice);
            let title = class.title();
            for word in [title.zh.as_str(), title.en.as_str()] {
                assert_eq!(ClassChoice::from_str(word, false), Ok(*choice), "{word}");
            }
        }
        assert_eq!(ClassChoice::from_str("成员", false), Ok(ClassChoice::Member));
        assert!(ClassChoice::from_str("组", false).is_err());
    }
}
