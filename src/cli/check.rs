//! `evenhand check`: reads and validates a roster folder; here the faults are the data.

use super::arguments::Check;
use super::failure::Failure;
use super::roster;
use super::session::{Session, word};
use crate::diag::Text;
use crate::plan::ExitCode;
use crate::report;
use crate::rules::posts::kin_in_posts;

pub(super) fn run(session: &mut Session, arguments: &Check) -> Result<ExitCode, Failure> {
    let (mut reading, policy) = roster::read(session, &arguments.dir)?;
    let (pool, spans) = reading.judged();
    // Who holds which post stands in no team's way: only here is it told.
    let told = kin_in_posts(&policy, pool, spans, session.as_of);
    reading.diagnostics.extend(told);
    if session.json {
        session.print_json(&report::reading::json(&reading))?;
    } else {
        session.print(&report::reading::text(&reading, session.language))?;
    }
    if reading.has_errors() {
        let purpose = Text::new("改好后再校验", "mend the rows and check again");
        session.next_step(&purpose, &["check", &word(&arguments.dir)])?;
        return Ok(ExitCode::BadInput);
    }
    let purpose = Text::new("组建专案组", "assemble the teams");
    session.next_step(&purpose, &["team", &word(&arguments.dir), "--out", "plan.json"])?;
    Ok(ExitCode::Success)
}
