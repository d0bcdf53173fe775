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

/// What skills may be called: those of `models/skills.toml` and those that a folder adds. The Chinese name is a skill's
/// identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    entries: Vec<Text>,
    open: bool,
}

impl Default for Dictionary {
    /// The skills of `models/skills.toml` alone.
    fn default() -> Self {
        Dictionary { entries: dictionary().to_vec(), open: false }
    }
}

impl Dictionary {
    /// Adds a skill; `false`, and nothing is added, when one of its names is blank or names a skill already.
    pub fn add(&mut self, skill: &Text) -> bool {
        let is_new = |name: &str| !name.trim().is_empty() && self.named(name).is_none();
        let is_new = is_new(&skill.zh) && is_new(&skill.en);
        if is_new {
            self.entries.push(Text::new(skill.zh.trim(), skill.en.trim()));
        }
        is_new
    }

    /// Takes every further word for a skill: some of the folder's own could not be read, and who uses one of those is
    /// not at fault.
    pub fn leave_open(&mut self) {
        self.open = true;
    }

    /// The skill that `word` names in either language.
    pub fn named(&self, word: &str) -> Option<SkillName> {
        let token = super::read::token(word);
        let is_meant = |name: &str| super::read::token(name) == token;
        let entry = self.entries.iter().find(|entry| is_meant(&entry.zh) || is_meant(&entry.en));
        entry.map(|entry| SkillName::new(&entry.zh)).or_else(|| self.open.then(|| SkillName::new(word)))
    }

    /// Every name in both languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().flat_map(|skill| [skill.zh.as_str(), skill.en.as_str()])
    }
}

/// Every skill of `models/skills.toml` in both languages, in the file's order.
pub fn dictionary() -> &'static [Text] {
    &DICTIONARY
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
            assert_eq!(Dictionary::default().named(&entry.zh), Some(SkillName::new(&entry.zh)));
            assert_eq!(Dictionary::default().named(&entry.en), Some(SkillName::new(&entry.zh)));
        }
    }

    #[test]
    fn a_folder_adds_skills_that_are_new() {
        let mut skills = Dictionary::default();
        assert_eq!(skills.named("水下勘查"), None);
        assert!(skills.add(&Text::new("水下勘查", "underwater survey")));
        assert_eq!(skills.named("Underwater Survey"), Some(SkillName::new("水下勘查")));
        for (zh, en) in [("水下勘查", "diving"), ("笔 录", "notes"), ("速记", "interview records"), ("速记", " ")]
        {
            assert!(!skills.add(&Text::new(zh, en)), "{zh} {en}");
        }
        assert_eq!(skills.named("速记"), None);
    }
}
