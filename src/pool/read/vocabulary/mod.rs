//! The words of the enumerations of a roster, one home for each: what is read, in either language, and what tables and
//! reports write.

mod case;
mod ladder;
mod place;
mod record;

use super::normal;
use crate::diag::{Language, Text};

pub(crate) use ladder::PoolName;
pub(crate) use record::Relation;

/// One value of an enumeration in words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// English word.
    pub key: &'static str,
    /// What English reports say, where that is not the word of the table.
    pub said: Option<&'static str>,
    /// Chinese word.
    pub zh: &'static str,
    /// Other words for the same value.
    pub aliases: &'static [&'static str],
}

impl Word {
    /// The word in `language`.
    pub fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.key,
        }
    }

    /// What reports say.
    pub fn title(&self) -> Text {
        Text::new(self.zh, self.said.map_or_else(|| self.key.replace('_', " "), str::to_string))
    }

    fn names(&self, token: &str) -> bool {
        [self.key, self.zh].iter().chain(self.aliases).any(|word| normal::token(word) == token)
    }
}

/// An enumeration that cells spell out in words.
pub(crate) trait Worded: Copy + PartialEq + 'static {
    /// The words, in the order of [`all`](Self::all).
    const WORDS: &'static [Word];

    /// Every value.
    fn all() -> &'static [Self];

    /// The words of this value.
    fn word(self) -> &'static Word;

    /// The value that `text` names, in either language.
    fn named(text: &str) -> Option<Self> {
        // Most cells spell the word as it is written here.
        if let Some(value) = Self::all().iter().find(|value| [value.word().key, value.word().zh].contains(&text)) {
            return Some(*value);
        }
        let token = normal::token(text);
        Self::all().iter().copied().find(|value| value.word().names(&token))
    }
}

/// Gives an enumeration its words; a value without words does not compile. `as` says what English reports call it, where
/// that is not the word of the table.
macro_rules! words {
    (@word $key:literal $zh:literal [$($alias:literal),*] $said:expr) => {
        $crate::pool::read::vocabulary::Word { key: $key, said: $said, zh: $zh, aliases: &[$($alias),*] }
    };
    (@said) => { None };
    (@said $said:literal) => { Some($said) };
    ($($type:ty { $($variant:ident = $key:literal $(as $said:literal)? $zh:literal $aliases:tt;)* })*) => {$(
        impl $crate::pool::read::vocabulary::Worded for $type {
            const WORDS: &'static [$crate::pool::read::vocabulary::Word] =
                &[$(words!(@word $key $zh $aliases words!(@said $($said)?))),*];

            fn all() -> &'static [Self] {
                &[$(Self::$variant),*]
            }

            fn word(self) -> &'static $crate::pool::read::vocabulary::Word {
                match self {
                    $(Self::$variant => &words!(@word $key $zh $aliases words!(@said $($said)?))),*
                }
            }
        }

        impl $crate::pool::read::cells::Shown for $type {
            fn show(&self, language: $crate::diag::Language) -> String {
                $crate::pool::read::vocabulary::Worded::word(*self).get(language).to_owned()
            }
        }
    )*};
}
pub(crate) use words;

/// Yes or no in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flag {
    Yes,
    No,
}

words! {
    Flag {
        Yes = "yes" "是" ["true", "y", "1", "√", "有"];
        No = "no" "否" ["false", "n", "0", "×", "无"];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pool::{
        CaseStage, Clearance, DeclarationContent, DeclaredTieKind, Exemption, PartyRole, PinKind, Position, Rank,
        RateKind, RequestOutcome, Sex, SpellKind, UnitFunction, UnitKind,
    };

    fn unambiguous<T: Worded + std::fmt::Debug>() {
        for value in T::all() {
            let word = value.word();
            for name in [word.key, word.zh].iter().chain(word.aliases) {
                assert_eq!(T::named(name), Some(*value), "{name} names two values");
            }
        }
    }

    #[test]
    fn each_word_names_one_value() {
        unambiguous::<Flag>();
        unambiguous::<Sex>();
        unambiguous::<Position>();
        unambiguous::<Rank>();
        unambiguous::<Clearance>();
        unambiguous::<Exemption>();
        unambiguous::<UnitKind>();
        unambiguous::<UnitFunction>();
        unambiguous::<SpellKind>();
        unambiguous::<Relation>();
        unambiguous::<DeclaredTieKind>();
        unambiguous::<DeclarationContent>();
        unambiguous::<RateKind>();
        unambiguous::<CaseStage>();
        unambiguous::<PartyRole>();
        unambiguous::<RequestOutcome>();
        unambiguous::<PinKind>();
    }

    #[test]
    fn reports_say_the_words_of_the_table_or_what_is_said_instead() {
        assert_eq!(Clearance::TopSecret.title(), Text::new("绝密", "top secret"));
        assert_eq!(PartyRole::Interested.title(), Text::new("利害关系人", "interested party"));
        assert_eq!(PinKind::Ban.title(), Text::new("排除", "banned"));
    }

    #[test]
    fn width_case_and_spaces_do_not_matter() {
        assert_eq!(Sex::named(" ＦＥＭＡＬＥ "), Some(Sex::Female));
        assert_eq!(Position::named("副　职"), Some(Position::Deputy));
        assert_eq!(Rank::named("Section Officer 1"), Some(Rank::SectionOfficer1));
    }
}
