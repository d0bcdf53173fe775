//! `evenhand completions`: completion scripts with descriptions in the user's language.

use clap_complete::Shell;

use super::arguments::{Completions, ShellChoice};
use super::failure::Failure;
use super::localize;
use super::session::Session;
use crate::diag::Language;
use crate::plan::ExitCode;

pub(super) fn run(session: &mut Session, arguments: &Completions) -> Result<ExitCode, Failure> {
    let shell = match arguments.shell {
        ShellChoice::Bash => Shell::Bash,
        ShellChoice::Elvish => Shell::Elvish,
        ShellChoice::Fish => Shell::Fish,
        ShellChoice::Powershell => Shell::PowerShell,
        ShellChoice::Zsh => Shell::Zsh,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut localize::command(session.language), "evenhand", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if session.language == Language::Zh {
        // The group labels that clap's zsh scripts show above the matches.
        script = script.replace(" commands'", " 命令'");
    }
    session.print(&script)?;
    Ok(ExitCode::Success)
}
