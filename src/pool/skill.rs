//! The skill dictionary: what a skill may be called.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::diag::{Language, Text};
use crate::id::SkillName;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    skill: Vec<Text>,
}

static DICTIONARY: LazyLock<Vec<Text>> = LazyLock::new(|| {
    // A broken dictionary cannot be shipped: the tests read it.
    toml::from_str::<File>(include_str!("../../models/skills.toml")).map(|file| file.skill).unwrap_or_default()
});

/// Every skill in both languages, in the order of `models/skills.toml`. The Chinese name is its identity.
pub fn dictionary() -> &'static [Text] {
    &DICTIONARY
}

/// The skill that `word` names in either language.
pub fn named(word: &str) -> Option<SkillName> {
    let token = super::read::token(word);
    let is_meant = |name: &str| super::read::token(name) == token;
    let entry = dictionary().iter().find(|entry| is_meant(&entry.zh) || is_meant(&entry.en))?;
    Some(SkillName::new(&entry.zh))
}

/// The name of `skill` in `language`; a skill outside the dictionary keeps the name it has.
pub fn show(skill: &SkillName, language: Language) -> &str {
    dictionary().iter().find(|entry| entry.zh == skill.as_str()).map_or(skill.as_str(), |entry| entry.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_reads_and_its_names_are_unique() {
        assert!(dictionary().len() >= 22);
        for entry in dictionary() {
            assert_eq!(named(&entry.zh), Some(SkillName::new(&entry.zh)));
            assert_eq!(named(&entry.en), Some(SkillName::new(&entry.zh)));
        }
    }
}
