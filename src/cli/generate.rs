//! `evenhand generate`: a synthetic roster folder.

use super::arguments::Generate;
use super::failure::Failure;
use super::folder::write_new;
use super::session::{Session, word};
use crate::diag::{Text, did_you_mean, plural};
use crate::generate::{Bounds, Excess, Place, PlaceError, Request, generate};
use crate::plan::ExitCode;
use crate::pool::write::write_folder;

pub(super) fn run(session: &mut Session, arguments: &Generate) -> Result<ExitCode, Failure> {
    let place = Place::named(&arguments.place).map_err(|error| refused(&arguments.place, error))?;
    let mut request = Request::fixture(place, session.as_of);
    request.people = arguments.people.unwrap_or(request.people);
    request.cases = arguments.cases.unwrap_or(request.cases);
    request.seed = session.seed.unwrap_or(request.seed);
    let pool = generate(&request).map_err(|error| match error {
        PlaceError::Beyond(excess) => beyond(&request, excess),
        other => refused(&arguments.place, other),
    })?;
    let files = write_folder(&pool, session.language);
    write_new(&arguments.dir, &files)?;
    let dir = word(&arguments.dir);
    session.report_written(&dir, files.keys())?;
    session.say(&Text::new(
        format!("共 {} 人、{} 起案件；地名真实，人员和案件全部虚构。", pool.people.len(), pool.cases.len()),
        format!(
            "{} and {}; the places are real, all people and cases are synthetic.",
            plural(pool.people.len() as i64, "person"),
            plural(pool.cases.len() as i64, "case")
        ),
    ))?;
    session.next_step(&Text::new("校验名册", "check the roster"), &["check", &dir])?;
    Ok(ExitCode::Success)
}

/// What the place cannot give, with what it can.
fn beyond(request: &Request, excess: Excess) -> Failure {
    let (place, bounds) = (&request.place, Bounds::of(&request.place));
    let (name, own_people, own_cases) = (&place.name, place.people, place.cases);
    let (cause, option) = match excess {
        Excess::People => {
            let (least, most, asked) = (bounds.people.start(), bounds.people.end(), request.people);
            let cause = Text::new(
                format!(
                    "{name} 可以生成 {least} 至 {most} 人，不能是 {asked} 人：再多就不像当地（原有 {own_people} 人）的机构和人情"
                ),
                format!(
                    "{name} can have {least} to {most} people, not {asked}: with more, units and ties are no longer those of such a place, which has {own_people}"
                ),
            );
            (cause, "--people")
        }
        Excess::Cases => {
            let (least, most, asked) = (bounds.cases.start(), bounds.cases.end(), request.cases);
            let cause = Text::new(
                format!(
                    "{name} 可以生成 {least} 至 {most} 起在办案件，不能是 {asked} 起：当地的 {own_cases} 起样例不能无限循环"
                ),
                format!(
                    "{name} can have {least} to {most} open cases, not {asked}: its list of {own_cases} cannot go round for ever"
                ),
            );
            (cause, "--cases")
        }
        Excess::AsOf => {
            let (first, last, asked) = (bounds.as_of.start(), bounds.as_of.end(), request.as_of);
            let cause = Text::new(
                format!("名册日期应在 {first} 至 {last} 之间，不能是 {asked}：履历和案件的日期须在 1900–2100 年之内"),
                format!(
                    "a roster can be written as of {first} to {last}, not {asked}: careers and cases must lie in the years 1900 to 2100"
                ),
            );
            (cause, "--as-of")
        }
    };
    let hint = Text::new(
        format!("请改用范围内的值，或不写 {option}"),
        format!("give a value in this range, or leave out {option}"),
    );
    Failure::usage(cause, hint)
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
        // The place alone asks for nothing.
        PlaceError::Beyond(excess) => Failure::internal(Text::same(format!("{excess:?}"))),
        PlaceError::Malformed(cause) => Failure::internal(Text::new(
            format!("内置地方文件有误：{cause}"),
            format!("an embedded place file: {cause}"),
        )),
    }
}
