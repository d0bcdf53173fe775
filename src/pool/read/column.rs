//! The declarative form of a table: one column list drives reading, writing, templates and the reference.

use super::vocabulary::Word;

/// Two wordings of one sentence, Chinese first.
pub(crate) type Wording = (&'static str, &'static str);

/// One table of the roster folder.
pub(crate) struct Spec {
    /// File name without `.csv`; also the name of the table in English.
    pub name: &'static str,
    /// Accepted Chinese file name without `.csv`; also the title in Chinese.
    pub name_zh: &'static str,
    /// What the table holds.
    pub about: Wording,
    /// Whether a folder without it is refused.
    pub required: bool,
    /// Its columns in the order in which they are written.
    pub columns: &'static [&'static Column],
}

impl Spec {
    /// File name as it is written.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The column that gives each record its id, with the id space; `None` for tables without ids.
    pub fn id_column(&self) -> Option<(&'static Column, Space)> {
        self.columns.iter().find_map(|column| match column.kind {
            Kind::Id(space) => Some((*column, space)),
            _ => None,
        })
    }

    /// The column whose value may stand for the id elsewhere, as long as it is unique.
    pub fn name_column(&self) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.kind == Kind::Name).copied()
    }
}

/// What an id may point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Space {
    /// People on the roster.
    Person,
    /// Parties of cases.
    Party,
    /// Relatives outside both.
    Relative,
    /// Any of the three.
    Actor,
    /// Units.
    Unit,
    /// Organisations.
    Organisation,
    /// Administrative divisions.
    Region,
    /// Cases.
    Case,
}

impl Space {
    /// Every space that has a table of its own.
    pub const ALL: [Space; 7] =
        [Space::Person, Space::Party, Space::Relative, Space::Unit, Space::Organisation, Space::Region, Space::Case];

    /// The tables whose ids are meant, in words.
    pub fn title(self) -> Wording {
        match self {
            Space::Person => ("人员表", "the people table"),
            Space::Party => ("涉案人员表", "the parties table"),
            Space::Relative => ("亲属表", "the relatives table"),
            Space::Actor => ("人员表、涉案人员表或亲属表", "the people, parties or relatives table"),
            Space::Unit => ("单位表", "the units table"),
            Space::Organisation => ("机构表", "the organisations table"),
            Space::Region => ("行政区划表", "the regions table"),
            Space::Case => ("案件表", "the cases table"),
        }
    }

    /// The spaces that this one is made of.
    pub fn parts(self) -> &'static [Space] {
        match self {
            Space::Actor => &[Space::Person, Space::Party, Space::Relative],
            Space::Person => &[Space::Person],
            Space::Party => &[Space::Party],
            Space::Relative => &[Space::Relative],
            Space::Unit => &[Space::Unit],
            Space::Organisation => &[Space::Organisation],
            Space::Region => &[Space::Region],
            Space::Case => &[Space::Case],
        }
    }
}

/// Which day a date known only to the month stands for where a day is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// The first of the month.
    First,
    /// The last of the month.
    Last,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The id of the row's record.
    Id(Space),
    /// The id, or the unique name, of a record of another table.
    Reference(Space),
    /// Several of those.
    References(Space),
    /// The name of the row's record.
    Name,
    /// Free text.
    Text,
    /// Several pieces of free text.
    Texts,
    /// One of fixed words.
    Word(&'static [Word]),
    /// Several of fixed words.
    Words(&'static [Word]),
    /// Yes or no.
    Flag,
    /// A date to the day.
    Day(Edge),
    /// A date as precise as it is known.
    Date,
    /// Such a date, or "to date".
    End,
    /// A whole number within bounds.
    Whole(i64, i64),
    /// A share of full time, kept in thousandths.
    Share,
    /// An amount in yuan, kept in fen.
    Yuan,
    /// A coordinate in degrees within ± the bound.
    Degrees(i64),
    /// A skill of the dictionary.
    Skill,
}

/// One column.
pub(crate) struct Column {
    /// English header.
    pub key: &'static str,
    /// Chinese header.
    pub zh: &'static str,
    /// Other headers under which rosters have it.
    pub aliases: &'static [&'static str],
    /// Those of the other headers that name a part of what the column's main headers name; where a row fills one, it
    /// goes first.
    pub narrower: &'static [&'static str],
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a blank cell is a fault.
    pub required: bool,
    /// Cells of the template's example rows, from the top.
    pub examples: &'static [&'static str],
    /// What a blank means; empty where a blank is a fault.
    pub blank: Wording,
    /// What the column says.
    pub about: Wording,
}

impl Column {
    /// A column whose blank cells mean what `blank` says.
    pub const fn optional(key: &'static str, zh: &'static str, kind: Kind, blank: Wording) -> Self {
        Column { key, zh, aliases: &[], narrower: &[], kind, required: false, examples: &[], blank, about: ("", "") }
    }

    /// A column whose cells must not be blank.
    pub const fn required(key: &'static str, zh: &'static str, kind: Kind) -> Self {
        Column {
            key,
            zh,
            aliases: &[],
            narrower: &[],
            kind,
            required: true,
            examples: &[],
            blank: ("", ""),
            about: ("", ""),
        }
    }

    /// The same column under further headers.
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The same column with those of its aliases that name a part of the whole.
    pub const fn narrower(mut self, narrower: &'static [&'static str]) -> Self {
        self.narrower = narrower;
        self
    }

    /// The same column with the cells of the template's example rows.
    pub const fn examples(mut self, examples: &'static [&'static str]) -> Self {
        self.examples = examples;
        self
    }

    /// The same column with what it says.
    pub const fn about(mut self, zh: &'static str, en: &'static str) -> Self {
        self.about = (zh, en);
        self
    }

    /// Every header under which the column is recognized, the preferred ones first.
    pub fn headers(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.key, self.zh].into_iter().chain(self.aliases.iter().copied())
    }
}
