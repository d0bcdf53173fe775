//! The folder's own skills.

use super::Overlay;
use crate::diag::{Language, Text, codes};
use crate::policy::FolderPolicy;
use crate::pool::skill::{self, Dictionary};

impl Overlay<'_> {
    /// Tells which of the folder's own skills cannot be added.
    pub(super) fn skills(&mut self, folder: &FolderPolicy) {
        let mut skills = Dictionary::default();
        for (index, skill) in folder.skills.iter().enumerate() {
            let place = index.to_string();
            let mut taken = None;
            for (key, name) in [("zh", &skill.zh), ("en", &skill.en)] {
                let path = ["skill", &place, key];
                if !self.document.sound(&path) {
                    continue;
                }
                if name.trim().is_empty() {
                    let cause = Text::new("专长的名称为空", "the name of a skill is blank");
                    let hint = Text::new("请写明中文名和英文名", "give its name in Chinese and in English");
                    self.error(codes::E0607, &path, name, cause, hint);
                } else if let Some(known) = skills.named(name)
                    && taken.as_ref() != Some(&known)
                {
                    let cause = Text::new(
                        format!("专长“{known}”已有此名"),
                        format!("the skill `{}` has this name already", skill::show(&known, Language::En)),
                    );
                    let hint = Text::new("请删去此项，或改用别的名称", "delete it, or choose another name");
                    self.error(codes::E0608, &path, name, cause, hint);
                    // A whole skill written once more is one fault, not one of each name.
                    taken = Some(known);
                }
            }
            folder.add_skill(index, skill, &mut skills);
        }
    }
}
