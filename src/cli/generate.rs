//! `evenhand generate`: a synthetic roster folder.

use super::arguments::Generate;
use super::failure::Failure;
use super::folder::write_new;
use super::session::{Session, word};
use crate::diag::{Text, did_you_mean};
use crate::generate::{Place, PlaceError, Request, generate};
use crate::plan::ExitCode;
use crate::pool::write::write_folder;

pub(super) fn run(session: &mut Session, arguments: &Generate) -> Result<ExitCode, Failure> {
    let place = Place::named(&arguments.place).map_err(|error| refused(&arguments.place, error))?;
    let mut request = Request::fixture(place, session.as_of);
    request.people = arguments.people.unwrap_or(request.people);
    request.cases = arguments.cases.unwrap_or(request.cases);
    request.seed = session.seed.unwrap_or(request.seed);
    let pool = generate(&request).map_err(|error| refused(&arguments.place, error))?;
    let files = write_folder(&pool, session.language);
    write_new(&arguments.dir, &files)?;
    let dir = word(&arguments.dir);
    session.report_written(&dir, files.keys())?;
    session.say(&Text::new(
        format!("共 {} 人、{} 起案件；地名真实，人员和案件全部虚构。", pool.people.len(), pool.cases.len()),
        format!(
            "{} people and {} cases; the places are real, all people and cases are synthetic.",
            pool.people.len(),
            pool.cases.len()
        ),
    ))?;
    session.next_step(&Text::new("校验名册", "check the roster"), &["check", &dir])?;
    Ok(ExitCode::Success)
}

fn refused(name: &str, error: PlaceError) -> Failure {
    match error {
        PlaceError::Unknown(..) => {
            let places = Place::names();
            let hint = match did_you_mean(name, places.iter().map(String::as_str)) {
                Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
                None => Text::new(format!("可选：{}", places.join("、")), format!("one of: {}", places.join(", "))),
            };
            Failure::usage(Text::new(format!("没有“{name}”这个地方"), format!("there is no place `{name}`")), hint)
        }
        PlaceError::Malformed(cause) => Failure::internal(Text::new(
            format!("内置地方文件有误：{cause}"),
            format!("an embedded place file: {cause}"),
        )),
    }
}
