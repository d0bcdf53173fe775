//! `evenhand help`: the help pages, for whoever asks without `--help`.

use super::arguments::Help;
use super::failure::Failure;
use super::localize;
use super::session::Session;
use crate::plan::ExitCode;

pub(super) fn run(session: &mut Session, arguments: &Help) -> Result<ExitCode, Failure> {
    let mut command = localize::chosen(session.language, arguments.command.as_deref())?;
    session.print(&command.render_help().ansi().to_string())?;
    Ok(ExitCode::Success)
}
