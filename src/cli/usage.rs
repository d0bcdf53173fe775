//! What is wrong with a command line, in the user's language. Clap's own wording exists in English only.

use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

use super::failure::Complaint;
use crate::diag::{Text, did_you_mean};

/// The complaint about a command line that clap could not parse.
pub(super) fn complaint(error: &Error, command: &Command) -> Complaint {
    let argument = word(error, ContextKind::InvalidArg);
    let value = word(error, ContextKind::InvalidValue);
    if let Some(wanted) = number_of(&argument).filter(|_| error.kind() == ErrorKind::ValueValidation) {
        return wanted.complaint(argument.split(' ').next().unwrap_or(&argument), &value);
    }
    let cause = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            Text::new(format!("{argument} 需要一个值"), format!("{argument} needs a value"))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Text::new(format!("“{value}”不能作为 {argument} 的值"), format!("`{value}` is not a value of {argument}"))
        }
        ErrorKind::UnknownArgument => {
            Text::new(format!("没有参数“{argument}”"), format!("there is no argument `{argument}`"))
        }
        ErrorKind::InvalidSubcommand => {
            let name = word(error, ContextKind::InvalidSubcommand);
            Text::new(format!("没有命令“{name}”"), format!("there is no command `{name}`"))
        }
        ErrorKind::ArgumentConflict => {
            let other = word(error, ContextKind::PriorArg);
            if other == argument {
                Text::new(format!("{argument} 只能给出一次"), format!("{argument} may be given only once"))
            } else {
                Text::new(format!("{argument} 与 {other} 不能同时使用"), format!("{argument} cannot go with {other}"))
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let verb = if argument.contains(", ") { "are" } else { "is" };
            Text::new(format!("缺少 {}", argument.replace(", ", "、")), format!("{argument} {verb} missing"))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Text::new("缺少命令", "a command is missing")
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            Text::new(format!("{argument} 的值个数不对"), format!("{argument} has the wrong number of values"))
        }
        ErrorKind::InvalidUtf8 => Text::new("参数不是有效的 UTF-8", "an argument is not valid UTF-8"),
        _ => Text::new("命令行有误", "the command line is wrong"),
    };
    Complaint { cause, hint: hint(error, command) }
}

/// What an option that wants a number accepts.
struct Number {
    /// What the number is: `whole number of seconds`.
    what: Text,
    least: u64,
    /// `None` where the option is bounded by more than its type.
    most: Option<u64>,
    example: &'static str,
}

/// The number that the option `argument`, as clap writes it, wants.
fn number_of(argument: &str) -> Option<Number> {
    let whole = || Text::new("整数", "a whole number");
    Some(match argument.split(' ').next()? {
        "--time-limit" => Number {
            what: Text::new("以秒计的整数", "a whole number of seconds"),
            least: 0,
            most: Some(u64::from(u32::MAX)),
            example: "--time-limit 60",
        },
        "--seed" => Number { what: whole(), least: 0, most: Some(u64::MAX), example: "--seed 7" },
        "--threads" => Number { what: whole(), least: 1, most: None, example: "--threads 4" },
        "--people" => Number { what: whole(), least: 1, most: None, example: "--people 200" },
        "--cases" => Number { what: whole(), least: 0, most: None, example: "--cases 5" },
        _ => return None,
    })
}

impl Number {
    fn complaint(&self, option: &str, value: &str) -> Complaint {
        let (least, zh, en) = (self.least, &self.what.zh, &self.what.en);
        let range = match self.most {
            Some(most) => Text::new(format!("{zh}，最小 {least}，最大 {most}"), format!("{en} from {least} to {most}")),
            None => Text::new(format!("{zh}，最小 {least}"), format!("{en} of {least} or more")),
        };
        Complaint {
            cause: Text::new(
                format!("“{value}”不能作为 {option} 的值：须是{}", range.zh),
                format!("`{value}` is not a value of {option}: it must be {}", range.en),
            ),
            hint: Text::new(format!("例如：{}", self.example), format!("for example: {}", self.example)),
        }
    }
}

/// The nearest thing that would have been right, or where to read on.
fn hint(error: &Error, command: &Command) -> Text {
    let suggestion = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| word(error, kind))
        .find(|word| !word.is_empty());
    let own = || {
        let unknown = word(error, ContextKind::InvalidSubcommand);
        did_you_mean(&unknown, command.get_subcommands().map(Command::get_name)).map(str::to_string)
    };
    if let Some(near) = suggestion.or_else(own).or_else(|| near_value(error, command)) {
        return Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?"));
    }
    let valid = word(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        let titled: Vec<String> = possible_values(error, command).iter().map(titled).collect();
        let zh = if titled.is_empty() { valid.replace(", ", "、") } else { titled.join("、") };
        return Text::new(format!("可选：{zh}"), format!("one of: {valid}"));
    }
    let help = match command_of(error, command) {
        Some(name) => format!("evenhand {name} --help"),
        None => "evenhand --help".to_string(),
    };
    Text::new(format!("用法见：{help}"), format!("see: {help}"))
}

/// The value nearest to the one given, by all the names under which an option takes it.
fn near_value(error: &Error, command: &Command) -> Option<String> {
    let values = possible_values(error, command);
    let names = values.iter().flat_map(PossibleValue::get_name_and_aliases);
    did_you_mean(&word(error, ContextKind::InvalidValue), names).map(str::to_string)
}

/// The values of the option at fault, if it takes only some.
fn possible_values(error: &Error, command: &Command) -> Vec<PossibleValue> {
    let argument = word(error, ContextKind::InvalidArg);
    let Some(option) = argument.split(' ').next().and_then(|option| option.strip_prefix("--")) else {
        return Vec::new();
    };
    let arguments = command.get_subcommands().flat_map(Command::get_arguments);
    let takers = arguments.filter(|argument| argument.get_long() == Some(option));
    takers.flat_map(Arg::get_possible_values).collect()
}

/// A value with its Chinese title, if it has one: `lead（组长）`.
fn titled(value: &PossibleValue) -> String {
    let name = value.get_name();
    match value.get_name_and_aliases().find(|alias| !alias.is_ascii()) {
        Some(title) => format!("{name}（{title}）"),
        None => name.to_string(),
    }
}

/// The subcommand that the faulty line was for, from the usage that clap would have printed.
fn command_of(error: &Error, command: &Command) -> Option<String> {
    let usage = word(error, ContextKind::Usage);
    command
        .get_subcommands()
        .map(Command::get_name)
        .find(|name| usage.contains(&format!("evenhand {name} ")))
        .map(str::to_string)
}

fn word(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(ContextValue::StyledStr(words)) => words.to_string(),
        Some(ContextValue::StyledStrs(words)) => words.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
