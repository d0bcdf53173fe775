//! What keeps a value of a policy file from being read.

use std::fmt::Display;

use crate::diag::Text;

/// The first fault that a reader meets, and where.
#[derive(Debug)]
pub(super) struct Fault {
    /// Keys and list indices of the value; `None` until the reader that knows adds it.
    pub path: Option<Vec<String>>,
    /// What is wrong with it.
    pub kind: Kind,
}

/// Kinds of faults.
#[derive(Debug)]
pub(super) enum Kind {
    /// The last step of the path is no known key; `needed` when it stands in for a key that has to be there.
    UnknownKey {
        /// Keys that may stand there.
        known: &'static [&'static str],
        /// The key that has to be there, if this seems to be it.
        needed: Option<&'static str>,
    },
    /// A table lacks this key.
    MissingKey(&'static str),
    /// A word other than the allowed ones.
    UnknownWord(&'static [&'static str]),
    /// Another type of value.
    WrongType(Expected),
    /// Anything else, in English.
    Refused(String),
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// `true` or `false`.
    Switch,
    /// A whole number.
    Number,
    /// Quoted text.
    Word,
    /// A list.
    List,
    /// A list of so many values.
    ListOf(usize),
    /// A table.
    Table,
    /// A table with these keys.
    TableOf(&'static [&'static str]),
    /// A date.
    Day,
    /// The value of a rule's parameter.
    Value,
}

impl Expected {
    /// What it is called.
    pub fn title(self) -> Text {
        match self {
            Expected::Switch => Text::new("开关值（true 或者 false）", "true or false"),
            Expected::Number => Text::new("整数", "a whole number"),
            Expected::Word => Text::new("带引号的文字", "words in quotes"),
            Expected::List => Text::new("列表", "a list"),
            Expected::ListOf(count) => Text::new(format!("含 {count} 项的列表"), format!("a list of {count} values")),
            Expected::Table | Expected::TableOf(_) => Text::new("一节（表）", "a table"),
            Expected::Day => Text::new("形如 2026-01-31 的日期", "a date such as 2026-01-31"),
            Expected::Value => {
                Text::new("整数、开关值或者带引号的文字", "a whole number, true or false, or a word in quotes")
            }
        }
    }

    /// How to write it.
    pub fn remedy(self) -> Text {
        match self {
            Expected::Switch => Text::new("请写 true 或者 false", "write true or false"),
            Expected::Number => Text::new("请写不带引号的整数", "write a whole number without quotes"),
            Expected::Word => Text::new("请写带引号的文字", "write words in quotes"),
            Expected::List => Text::new(
                "请写成 [ 值, 值 ]；每项一节的，节名写作 [[名称]]",
                "write [ value, value ], or a section [[name]] for each entry",
            ),
            Expected::ListOf(_) => Text::new("请写成 [ 值, 值 ]", "write [ value, value ]"),
            Expected::TableOf(keys) if keys.len() <= 4 => {
                let keys = keys.iter().map(|key| format!("{key} = …")).collect::<Vec<_>>().join(", ");
                Text::new(format!("请写成 {{ {keys} }}"), format!("write {{ {keys} }}"))
            }
            Expected::Day => Text::new(
                "月、日各写两位，并须是日历上有的日子",
                "write two digits for the month and for the day, and a day that is in the calendar",
            ),
            Expected::Value => Text::new(
                "请对照 docs/rules.md 中该规则的参数写",
                "write it like the rule's parameter in docs/rules.md",
            ),
            Expected::Table | Expected::TableOf(_) => Text::new(
                "请写成 { 键 = 值 }，或者写成一节，节名写作 [名称]",
                "write { key = value }, or a section [name]",
            ),
        }
    }
}

impl Fault {
    /// A fault of the value at `path`.
    pub fn new(path: &[String], kind: Kind) -> Self {
        Fault { path: Some(path.to_vec()), kind }
    }

    /// The same fault at `path`, unless its place is known.
    pub fn at(mut self, path: &[String]) -> Self {
        self.path.get_or_insert_with(|| path.to_vec());
        self
    }
}

impl From<Kind> for Fault {
    fn from(kind: Kind) -> Self {
        Fault { path: None, kind }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} at {:?}", self.kind, self.path)
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        // A message is all that readers of single values can hand on: the English title of what they expect.
        let message = message.to_string();
        let known = [Expected::Day, Expected::Value].into_iter().find(|expected| expected.title().en == message);
        known.map_or(Kind::Refused(message), Kind::WrongType).into()
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Kind::UnknownWord(expected).into()
    }

    fn missing_field(field: &'static str) -> Self {
        Kind::MissingKey(field).into()
    }
}
