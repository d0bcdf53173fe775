//! `evenhand man`: the manual page in roff, in the user's language.

use super::arguments::Man;
use super::failure::Failure;
use super::localize;
use super::session::Session;
use crate::diag::{Language, Text, did_you_mean};
use crate::plan::ExitCode;

/// clap_mangen's section headings, which exist in English only.
const HEADINGS: [(&str, &str); 7] = [
    (".SH NAME", ".SH 名称"),
    (".SH SYNOPSIS", ".SH 用法"),
    (".SH DESCRIPTION", ".SH 说明"),
    (".SH OPTIONS", ".SH 选项"),
    (".SH SUBCOMMANDS", ".SH 命令"),
    (".SH VERSION", ".SH 版本"),
    (".SH EXTRA", ".SH 其他"),
];

pub(super) fn run(session: &mut Session, arguments: &Man) -> Result<ExitCode, Failure> {
    let whole = localize::command(session.language);
    let command = match &arguments.command {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => command.clone().display_name(format!("evenhand-{name}")),
            None => return Err(unknown(name, &whole)),
        },
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    if session.language == Language::Zh {
        page = page.lines().map(|line| chinese(line).to_string() + "\n").collect();
    }
    session.print(&page)?;
    Ok(ExitCode::Success)
}

fn chinese(line: &str) -> &str {
    HEADINGS.iter().find(|(english, _)| *english == line).map_or(line, |(_, chinese)| chinese)
}

fn unknown(name: &str, whole: &clap::Command) -> Failure {
    let hint = match did_you_mean(name, whole.get_subcommands().map(clap::Command::get_name)) {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new("列出全部命令：evenhand --help", "to list them all: evenhand --help"),
    };
    Failure::usage(Text::new(format!("没有命令“{name}”"), format!("there is no command `{name}`")), hint)
}
