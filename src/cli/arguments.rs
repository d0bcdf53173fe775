//! Arguments as typed. The comments on the fields are the English help; [`super::words`] has the Chinese.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Lawful, proven and explained special case teams from a talent pool
#[derive(Debug, Parser)]
#[command(name = "evenhand", version, disable_help_subcommand = true, disable_help_flag = true)]
#[command(disable_version_flag = true, subcommand_required = true, propagate_version = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
    /// Print the version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// Options that every command takes.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// Language of everything printed: zh or en [default: from the locale]
    #[arg(long, global = true, value_name = "LANG", value_enum, hide_possible_values = true)]
    pub lang: Option<LanguageChoice>,
    /// Form of the output: text or json [default: text]
    #[arg(long, global = true, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    pub format: Option<FormatChoice>,
    /// The day by which to judge, such as 2026-11-20 [default: today]
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
    /// A built-in policy's name or a policy file; the folder's policy.toml overrides it [default: default]
    #[arg(long, global = true, value_name = "NAME|FILE")]
    pub policy: Option<String>,
    /// Seed of the draw among equal plans [default: 1], or of a generated roster [default: the place's]
    #[arg(long, global = true, value_name = "NUMBER", allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// Threads to use; the result does not depend on it [default: all cores]
    #[arg(long, global = true, value_name = "NUMBER", allow_negative_numbers = true)]
    pub threads: Option<usize>,
    /// Print no hints and no progress
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print progress and the checks that passed
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Print this help
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LanguageChoice {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatChoice {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ShellChoice {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ClassChoice {
    #[value(alias = "组长")]
    Lead,
    #[value(alias = "副组长")]
    Deputy,
    #[value(aliases = ["组员", "成员"])]
    Member,
    #[value(alias = "联络员")]
    Liaison,
    #[value(aliases = ["跟班", "见习"])]
    Trainee,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run the main job on an example city that comes with the program
    Demo(Demo),
    /// Create a roster folder: every table with its header and an example row
    Init(Init),
    /// Read and validate a roster folder; report every fault at once
    Check(Check),
    /// Screen people for recusal in one case
    Screen(Screen),
    /// Show the ties between one person and one case
    Ties(Ties),
    /// Assemble the special case teams of several cases together
    Team(Team),
    /// Check a plan independently of the planner
    Verify(Verify),
    /// List the rules, or show one
    Rules(Rules),
    /// Explain the words used here, in both languages
    Glossary(Glossary),
    /// Write a synthetic roster folder
    Generate(Generate),
    /// Print the JSON Schema of the plan file
    Schema(Schema),
    /// Print shell completions
    Completions(Completions),
    /// Print the manual page
    Man(Man),
    /// Print the help of the program or of one command
    Help(Help),
}

impl Command {
    /// The roster folder that the command reads.
    pub fn roster(&self) -> Option<&Path> {
        match self {
            Command::Check(arguments) => Some(&arguments.dir),
            Command::Screen(arguments) => Some(&arguments.dir),
            Command::Ties(arguments) => Some(&arguments.dir),
            Command::Team(arguments) => Some(&arguments.dir),
            Command::Verify(arguments) => Some(&arguments.dir),
            Command::Rules(arguments) => arguments.roster.as_deref(),
            Command::Demo(_) | Command::Init(_) | Command::Glossary(_) | Command::Generate(_) => None,
            Command::Schema(_) | Command::Completions(_) | Command::Man(_) | Command::Help(_) => None,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Also write the example roster to this folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder to create; it must be empty or not exist yet
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// The roster folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Screen {
    /// The roster folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The case, by its code
    #[arg(long, value_name = "CASE")]
    pub case: String,
    /// Only this person, by id, or by name where nobody else bears it
    #[arg(long, value_name = "PERSON")]
    pub person: Option<String>,
    /// Only this class of role: lead, deputy, member, liaison or trainee, or its Chinese title
    #[arg(long, value_name = "CLASS", value_enum, hide_possible_values = true)]
    pub role: Option<ClassChoice>,
    /// Show rules and evidence as well; recorded in the folder's audit.csv
    #[arg(long, requires = "reason")]
    pub evidence: bool,
    /// Why the evidence is needed; recorded with who asked and when
    #[arg(long, value_name = "TEXT", requires = "evidence")]
    pub reason: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Ties {
    /// The roster folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The person, by id, or by name where nobody else bears it
    #[arg(long, value_name = "PERSON")]
    pub person: String,
    /// The case, by its code
    #[arg(long, value_name = "CASE", required_unless_present = "record_review", conflicts_with = "record_review")]
    pub case: Option<String>,
    /// Instead of a case, show the person's own record for them to review
    #[arg(long)]
    pub record_review: bool,
    /// Why it is needed; recorded. Without a reason, ties to informants are left out
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Team {
    /// The roster folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Plan only this case; may be given several times [default: all open cases]
    #[arg(long = "case", value_name = "CASE")]
    pub cases: Vec<String>,
    /// This case's team must be formed; may be given several times
    #[arg(long, value_name = "CASE")]
    pub require: Vec<String>,
    /// Leave no slot open
    #[arg(long)]
    pub no_open: bool,
    /// Use people who still owe a declaration where a slot would else stay open; a plan that does is not final
    #[arg(long)]
    pub provisional: bool,
    /// Write the plan to this file
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Stop after so many seconds; the plan may then differ from run to run
    #[arg(long, value_name = "SECONDS", allow_negative_numbers = true)]
    pub time_limit: Option<u32>,
    /// Write each tier's complete model to PREFIX.TIER.mps; a PREFIX ending in .gz compresses; recorded in the folder's audit.csv
    #[arg(long, value_name = "PREFIX")]
    pub export_model: Option<PathBuf>,
    /// Export even a model of more than 50 million non-zeros
    #[arg(long, requires = "export_model")]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// The roster folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The plan file
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// Show rules and evidence of recusals as well; recorded in the folder's audit.csv
    #[arg(long, requires = "reason")]
    pub evidence: bool,
    /// Why the evidence is needed; recorded with who asked and when
    #[arg(long, value_name = "TEXT", requires = "evidence")]
    pub reason: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    /// One rule, by code such as R32 or by id
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
    /// State the rules as this roster folder's policy.toml sets them
    #[arg(long, value_name = "DIR")]
    pub roster: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Glossary {
    /// A word, in Chinese or English
    #[arg(value_name = "WORD")]
    pub word: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Generate {
    /// The folder to create; it must be empty or not exist yet
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The place to imitate: neijiang, hengyang or city (Hengyang with fifty cases)
    #[arg(long, value_name = "PLACE")]
    pub place: String,
    /// People to generate [default: as the place has]
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub people: Option<usize>,
    /// Open cases to generate [default: as the place has]
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub cases: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct Schema {}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell: bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    pub shell: ShellChoice,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    /// A command's own page [default: the program's]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Help {
    /// The command [default: the whole program]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
