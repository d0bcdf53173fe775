//! The two languages of everything a person reads.

use serde::{Deserialize, Serialize};

/// A language that reports are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

/// One message in both languages, so that neither can be forgotten where a message is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The message in Simplified Chinese.
    pub zh: String,
    /// The message in English.
    pub en: String,
}

impl Text {
    /// Joins the two wordings of one message.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Text { zh: zh.into(), en: en.into() }
    }

    /// The same words in both languages: names, codes and figures.
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Text { zh: words.clone(), en: words }
    }

    /// The wording in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// An English count: `1 case`, `2 cases`; `person` becomes `people`.
pub fn plural(count: i64, noun: &str) -> String {
    match (count, noun) {
        (1, _) => format!("1 {noun}"),
        (_, "person") => format!("{count} people"),
        _ => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn one_is_one_and_the_others_are_many() {
        assert_eq!([plural(1, "row"), plural(0, "row"), plural(2, "row")], ["1 row", "0 rows", "2 rows"]);
        assert_eq!([plural(1, "person"), plural(3, "person")], ["1 person", "3 people"]);
    }
}
