//! `evenhand demo`: the main job on the example city that comes with the program.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use jiff::civil::{Date, date};

use super::again::Request;
use super::arguments::Demo;
use super::failure::Failure;
use super::folder::write_new;
use super::roster::Roster;
use super::session::{Session, word};
use super::team;
use crate::diag::Text;
use crate::plan::ExitCode;
use crate::planner::team::TeamRequest;

static EXAMPLE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/neijiang");

/// The day for which the example was written.
const AS_OF: Date = date(2026, 11, 20);

pub(super) fn run(session: &mut Session, arguments: &Demo) -> Result<ExitCode, Failure> {
    session.judge_by_default(AS_OF);
    let files = example();
    if let Some(dir) = &arguments.out {
        write_new(dir, &files)?;
        let dir = word(dir);
        session.say(&Text::new(format!("示例名册已写入 {dir}"), format!("the example roster was written to {dir}")))?;
    }
    let roster = Roster::open_files(session, &files)?;
    session.say(&Text::new(
        "示例城市：地名真实，人员和案件全部虚构。\n",
        "The example city: the places are real, all people and cases are synthetic.\n",
    ))?;
    let request = TeamRequest {
        cases: team::open_cases(&roster, session.as_of)?,
        require: Vec::new(),
        no_open: false,
        provisional: false,
        as_of: session.as_of,
        seed: session.seed.unwrap_or(1),
        time_limit: None,
        fingerprint: roster.fingerprint.clone(),
    };
    let dir = arguments.out.as_deref().map_or_else(|| "example".to_string(), word);
    let plan = team::assemble(session, &roster, &request, &Request::all(dir))?;
    let certificate = team::certify(session, &roster, &plan)?;
    team::print(session, &roster, &plan, &certificate)?;
    match &arguments.out {
        Some(dir) => {
            let purpose = Text::new("改动名册后再组队", "change the roster and assemble again");
            session.next_step(&purpose, &["team", &word(dir)])?;
        }
        None => {
            let purpose = Text::new("把示例名册写出来看", "write the example roster out and look at it");
            session.next_step(&purpose, &["demo", "--out", "example"])?;
        }
    }
    Ok(team::exit_code(&plan))
}

fn example() -> BTreeMap<String, Vec<u8>> {
    let name = |file: &include_dir::File<'_>| Some(file.path().file_name()?.to_str()?.to_owned());
    EXAMPLE.files().filter_map(|file| Some((name(file)?, file.contents().to_vec()))).collect()
}
