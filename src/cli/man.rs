//! `evenhand man`: the manual page in roff, in the user's language.

use super::arguments::Man;
use super::failure::Failure;
use super::localize;
use super::session::Session;
use crate::diag::{Language, Text};
use crate::plan::ExitCode;

/// clap_mangen's section headings, which exist in English only.
const HEADINGS: [(&str, &str); 7] = [
    (".SH NAME", ".SH 名称"),
    (".SH SYNOPSIS", ".SH 用法"),
    (".SH DESCRIPTION", ".SH 说明"),
    (".SH OPTIONS", ".SH 选项"),
    (".SH SUBCOMMANDS", ".SH 命令"),
    (".SH \"EXIT STATUS\"", ".SH 退出码"),
    (".SH VERSION", ".SH 版本"),
];

pub(super) fn run(session: &mut Session, arguments: &Man) -> Result<ExitCode, Failure> {
    let command = localize::chosen(session.language, arguments.command.as_deref())?;
    let name = match &arguments.command {
        Some(name) => format!("evenhand-{name}"),
        None => "evenhand".to_string(),
    };
    let has_subcommands = command.has_subcommands();
    let manual = Text::new("点将手册", "Evenhand Manual");
    // Where others print a date stands the version: the page must not depend on the day on which it was written.
    let man = clap_mangen::Man::new(command.display_name(&name))
        .title(name.to_uppercase())
        .section("1")
        .date(env!("CARGO_PKG_VERSION"))
        .source("evenhand")
        .manual(manual.get(session.language));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if has_subcommands {
        man.render_subcommands_section(&mut page)?;
    }
    page.extend(exit_status(session.language).into_bytes());
    man.render_version_section(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    let lines = page.lines().map(|line| if session.language == Language::Zh { chinese(line) } else { line });
    session.print(&lines.map(|line| format!("{line}\n")).collect::<String>())?;
    Ok(ExitCode::Success)
}

/// The section on exit codes; no word in it needs roff's escapes.
fn exit_status(language: Language) -> String {
    let codes = localize::exit_codes();
    let entries = codes.iter().map(|(code, words)| format!(".TP\n\\fB{code}\\fR\n{}\n", words.get(language)));
    format!(".SH \"EXIT STATUS\"\n{}", entries.collect::<String>())
}

fn chinese(line: &str) -> &str {
    HEADINGS.iter().find(|(english, _)| *english == line).map_or(line, |(_, chinese)| chinese)
}
