//! The clap command in the user's language: help texts, headings, placeholders and usage lines.

use clap::{Arg, Command, CommandFactory};

use super::arguments::Arguments;
use super::failure::Failure;
use super::words;
use crate::diag::{Language, Text, did_you_mean};
use crate::plan::ExitCode;
use crate::report::layout::two_columns;
use crate::report::style::bold;

/// Cells of a help page's line.
const PAGE_WIDTH: usize = 100;

/// Where global options start in the manual's order.
const GLOBAL_ORDER: usize = 100;

/// Options of every command, in the order in which they follow a command's own.
const GLOBAL_OPTIONS: [&str; 9] = ["lang", "format", "as_of", "policy", "seed", "threads", "quiet", "verbose", "help"];

/// The whole command in `language`.
pub(super) fn command(language: Language) -> Command {
    let mut command = localize(Arguments::command(), language);
    command.build();
    with_pages(command, language, "")
}

/// The whole command, or the one of its commands that a user named.
pub(super) fn chosen(language: Language, name: Option<&str>) -> Result<Command, Failure> {
    let whole = command(language);
    let Some(name) = name else { return Ok(whole) };
    if let Some(command) = whole.find_subcommand(name) {
        return Ok(command.clone());
    }
    let hint = match did_you_mean(name, whole.get_subcommands().map(Command::get_name)) {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new("列出全部命令：evenhand help", "to list them all: evenhand help"),
    };
    Err(Failure::usage(Text::new(format!("没有命令“{name}”"), format!("there is no command `{name}`")), hint))
}

fn localize(command: Command, language: Language) -> Command {
    let name = command.get_name().to_string();
    let command = command
        .mut_args(|argument| localize_argument(argument, language, &name))
        .mut_subcommands(|subcommand| localize(subcommand, language));
    match (language, words::about(&name)) {
        (Language::Zh, Some(about)) => command.about(about),
        _ => command,
    }
}

/// Sets usage lines and help pages, once global options have reached every command.
fn with_pages(command: Command, language: Language, parents: &str) -> Command {
    let path = format!("{parents}{}", command.get_name());
    let usage = usage(&command, language, &path);
    let page = page(&command, language, &usage);
    command
        .override_usage(usage)
        .override_help(page)
        .mut_subcommands(|subcommand| with_pages(subcommand, language, &format!("{path} ")))
}

fn localize_argument(argument: Arg, language: Language, command: &str) -> Arg {
    let id = argument.get_id().as_str();
    // The manual sorts by this; without it, global options would stand among a command's own.
    let mut argument = match GLOBAL_OPTIONS.iter().position(|global| *global == id) {
        Some(position) => argument.display_order(GLOBAL_ORDER + position),
        None => argument,
    };
    if language == Language::En {
        return argument;
    }
    if let Some(help) = words::help(command, argument.get_id().as_str()) {
        argument = argument.help(help);
    }
    let names = argument.get_value_names().unwrap_or_default();
    let chinese: Vec<&'static str> = names.iter().filter_map(|name| words::placeholder(name)).collect();
    if chinese.is_empty() { argument } else { argument.value_names(chinese) }
}

/// The usage line: options, then what must be given.
fn usage(command: &Command, language: Language, path: &str) -> String {
    let words = |zh: &'static str, en: &'static str| Text::new(zh, en).get(language).to_string();
    let mut line = format!("{path} {}", words("[选项]", "[OPTIONS]"));
    for argument in command.get_arguments().filter(|argument| argument.get_value_names().is_some()) {
        let value = value(argument);
        match (argument.get_long(), argument.is_required_set()) {
            (None, true) => line += &format!(" <{value}>"),
            (None, false) => line += &format!(" [{value}]"),
            (Some(long), true) => line += &format!(" --{long} <{value}>"),
            (Some(_), false) => {}
        }
    }
    if command.has_subcommands() {
        line += &words(" <命令>", " <COMMAND>");
    }
    line
}

/// The help page. Clap's own has English headings only, and its columns do not know how wide a Chinese character is.
fn page(command: &Command, language: Language, usage: &str) -> String {
    let text = |zh: &'static str, en: &'static str| Text::new(zh, en).get(language).to_string();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = format!("{about}\n\n{}{usage}\n", bold(&text("用法：", "Usage: ")));
    let mut section = |heading: String, rows: Vec<(String, String)>| {
        if !rows.is_empty() {
            page += &format!("\n{}\n{}", bold(&heading), two_columns(&rows, 2, PAGE_WIDTH));
        }
    };
    let help = |argument: &Arg| argument.get_help().map(ToString::to_string).unwrap_or_default();
    let subcommands = command.get_subcommands().map(|subcommand| {
        (subcommand.get_name().to_string(), subcommand.get_about().map(ToString::to_string).unwrap_or_default())
    });
    section(text("命令：", "Commands:"), subcommands.collect());
    let positionals = command.get_positionals().map(|argument| (format!("<{}>", value(argument)), help(argument)));
    section(text("参数：", "Arguments:"), positionals.collect());
    let mut options: Vec<&Arg> = command.get_arguments().filter(|argument| !argument.is_positional()).collect();
    options.sort_by_key(|argument| GLOBAL_OPTIONS.iter().position(|id| *id == argument.get_id().as_str()));
    section(
        text("选项：", "Options:"),
        options.into_iter().map(|argument| (flags(argument), help(argument))).collect(),
    );
    if command.has_subcommands() {
        let codes = exit_codes().into_iter().map(|(code, words)| (code.to_string(), words.get(language).to_string()));
        section(text("退出码：", "Exit codes:"), codes.collect());
    }
    page
}

/// The exit codes as help and the manual show them.
pub(super) fn exit_codes() -> [(u8, Text); 9] {
    let code = |code: ExitCode, zh, en| (code as u8, Text::new(zh, en));
    [
        code(
            ExitCode::Success,
            "完成；方案无空缺且各层均已证明",
            "done; a plan has every slot filled and every tier proven",
        ),
        code(ExitCode::Usage, "用法有误", "the command line is wrong"),
        code(ExitCode::BadInput, "输入有误", "the input has errors"),
        code(ExitCode::Infeasible, "在硬性规则下无可行方案", "no plan obeys the hard rules"),
        code(ExitCode::NoPlanWithinLimit, "限度内未得到方案", "no plan was found within the limit"),
        code(ExitCode::VerificationFailed, "独立核验未通过", "the independent checker found a fault"),
        code(ExitCode::OpenSlots, "已证明最优，但有岗位空缺", "proven, with open slots"),
        code(ExitCode::Unproven, "有方案，但未完全证明", "a plan without complete proof"),
        code(ExitCode::Internal, "程序内部错误", "a fault of the program itself"),
    ]
}

fn value(argument: &Arg) -> String {
    argument.get_value_names().unwrap_or_default().join(" ")
}

/// `-q, --quiet` or `    --as-of <DATE>`.
fn flags(argument: &Arg) -> String {
    let short = argument.get_short().map_or("    ".to_string(), |short| format!("-{short}, "));
    let long = argument.get_long().map_or(String::new(), |long| format!("--{long}"));
    let value = if argument.get_action().takes_values() { format!(" <{}>", value(argument)) } else { String::new() };
    format!("{short}{long}{value}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command and argument has Chinese words, so that help is whole.
    #[test]
    fn nothing_is_left_in_english() {
        let english = command(Language::En);
        let chinese = command(Language::Zh);
        let mut untranslated = Vec::new();
        for (en, zh) in
            std::iter::once((&english, &chinese)).chain(english.get_subcommands().zip(chinese.get_subcommands()))
        {
            let plain = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string);
            if plain(en.get_about()) == plain(zh.get_about()) {
                untranslated.push(en.get_name().to_string());
            }
            for (before, after) in en.get_arguments().zip(zh.get_arguments()) {
                let names = before.get_value_names().is_some() && before.get_value_names() == after.get_value_names();
                if plain(before.get_help()) == plain(after.get_help()) || (before.get_action().takes_values() && names)
                {
                    untranslated.push(format!("{} {}", en.get_name(), before.get_id()));
                }
            }
        }
        assert!(untranslated.is_empty(), "{untranslated:?}");
    }

    #[test]
    fn the_command_is_sound() {
        command(Language::En).debug_assert();
        command(Language::Zh).debug_assert();
    }
}
