//! From arguments to a finished command and its exit code.

use std::io::{self, Write};
use std::path::Path;

use clap::FromArgMatches;
use clap::error::{Error, ErrorKind};

use super::again::NextStep;
use super::arguments::{Arguments, Command};
use super::failure::{Complaint, Failure};
use super::patient::Patient;
use super::roster::policy_in_force;
use super::session::Session;
use super::session::word;
use super::{Environment, localize, usage};
use crate::diag::{Language, Text};
use crate::plan::ExitCode;

/// Runs the program: parses the arguments, runs the command, and says on `stderr` why it stopped if it did.
///
/// A reader that goes away (`evenhand … | head`) is not an error and changes no exit code.
pub fn run(environment: Environment, stdout: &mut dyn Write, stderr: &mut dyn Write) -> ExitCode {
    let (stdout, stderr) = (&mut Patient::new(stdout), &mut Patient::new(stderr));
    let language = language(&environment);
    let mut command = localize::command(language);
    let json = asked(&environment, "--format") == Some("json");
    let matches = match command.try_get_matches_from_mut(&environment.args) {
        Ok(matches) => matches,
        Err(error) => {
            let shown = match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => write!(stdout, "{}", error.render().ansi()),
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand
                    if environment.args.len() < 2 =>
                {
                    return quiet(write!(stderr, "{}", command.render_help().ansi()), ExitCode::Usage);
                }
                _ => {
                    let failure = Failure::Usage(complaint(&environment, &error, &command, language));
                    return Session::bare(language, &environment, stdout, stderr).speaking_json(json).report(failure);
                }
            };
            return quiet(shown, ExitCode::Success);
        }
    };
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => {
            let failure = Failure::Usage(complaint(&environment, &error, &command, language));
            return Session::bare(language, &environment, stdout, stderr).speaking_json(json).report(failure);
        }
    };
    let mut session = Session::bare(language, &environment, stdout, stderr);
    let ended = session.accept(&arguments.global).and_then(|()| execute(&mut session, arguments.command));
    match ended.and_then(|code| session.finish().map(|()| code)) {
        Ok(code) => code,
        Err(failure) => session.report(failure),
    }
}

/// The complaint about the command line, whose values go by other names in either language.
fn complaint(environment: &Environment, error: &Error, command: &clap::Command, language: Language) -> Complaint {
    let told = usage::complaint(error, command);
    let other = match language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let mut other = localize::command(other);
    let Err(same) = other.try_get_matches_from_mut(&environment.args) else { return told };
    let translated = usage::complaint(&same, &other);
    let (zh, en) = match language {
        Language::Zh => (told, translated),
        Language::En => (translated, told),
    };
    Complaint { cause: Text::new(zh.cause.zh, en.cause.en), hint: Text::new(zh.hint.zh, en.hint.en) }
}

fn execute(session: &mut Session, command: Command) -> Result<ExitCode, Failure> {
    let roster = command.roster().map(Path::to_path_buf);
    if matches!(command, Command::Init(_) | Command::Glossary(_) | Command::Generate(_)) {
        // These need no policy, but a wrong name must not pass as a right one.
        policy_in_force(session, None)?;
    }
    let ended = match command {
        Command::Check(arguments) => super::check::run(session, &arguments),
        Command::Demo(arguments) => super::demo::run(session, &arguments),
        Command::Team(arguments) => super::team::run(session, &arguments),
        Command::Generate(arguments) => super::generate::run(session, &arguments),
        Command::Glossary(arguments) => super::glossary::run(session, &arguments),
        Command::Screen(arguments) => super::screen::run(session, &arguments),
        Command::Ties(arguments) => super::ties::run(session, &arguments),
        Command::Init(arguments) => super::init::run(session, &arguments),
        Command::Verify(arguments) => super::verify::run(session, &arguments),
        Command::Rules(arguments) => super::rules::run(session, &arguments),
        Command::Schema(_) => super::schema::run(session),
        Command::Completions(arguments) => super::completions::run(session, &arguments),
        Command::Man(arguments) => super::man::run(session, &arguments),
        Command::Help(arguments) => super::help::run(session, &arguments),
    };
    match (ended, roster) {
        (Err(failure @ Failure::Input(_)), Some(dir)) => Err(failure.then(after_bad_input(&dir))),
        (ended, _) => ended,
    }
}

/// Where the mending of a roster begins; of one that is not there, with its making.
fn after_bad_input(dir: &Path) -> NextStep {
    let path = word(dir);
    if dir.is_dir() {
        NextStep::new(Text::new("核对名册", "look the roster over"), &["check", &path])
    } else if dir.exists() {
        // A file in the place of the folder: most likely the words stand the wrong way round.
        NextStep::new(Text::new("查看命令的用法", "see how the command is used"), &["help"])
    } else {
        NextStep::new(Text::new("新建名册文件夹", "create a roster folder"), &["init", &path])
    }
}

/// The language to speak before anything is parsed, since help and usage errors need it already.
fn language(environment: &Environment) -> Language {
    let chinese_locale = environment.locale.as_deref().is_some_and(|locale| locale.starts_with("zh"));
    match asked(environment, "--lang") {
        Some("zh") => Language::Zh,
        Some("en") => Language::En,
        _ if chinese_locale => Language::Zh,
        _ => Language::En,
    }
}

/// What stands for `option` on a command line that need not be right otherwise.
fn asked<'e>(environment: &'e Environment, option: &str) -> Option<&'e str> {
    let args = environment.args.iter().filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--");
    let args: Vec<&str> = args.collect();
    args.iter().enumerate().find_map(|(index, arg)| match arg.strip_prefix(option) {
        Some("") => args.get(index + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    })
}

fn quiet(written: io::Result<()>, code: ExitCode) -> ExitCode {
    match written {
        Ok(()) => code,
        Err(_) => ExitCode::Internal,
    }
}
