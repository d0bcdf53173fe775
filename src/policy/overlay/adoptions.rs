//! The folder's adoptions of rules without a firm source.

use super::Overlay;
use crate::diag::{Diagnostic, Text, codes};
use crate::policy::{FolderPolicy, Policy};

impl Overlay<'_> {
    pub(super) fn adoptions(&mut self, policy: &mut Policy, folder: &FolderPolicy) {
        for (index, adoption) in folder.adoptions.iter().enumerate() {
            let index = index.to_string();
            let path = ["adopt", index.as_str(), "rule"];
            for (key, value) in [("by", &adoption.by), ("document", &adoption.document)] {
                if value.trim().is_empty() && self.document.sound(&["adopt", &index, key]) {
                    let cause = Text::new(format!("采用记录的“{key}”为空"), format!("`{key}` of an adoption is blank"));
                    let hint = Text::new("请写明决定机关和文号", "name who decided and by which document");
                    self.error(codes::E0607, &["adopt", &index, key], value, cause, hint);
                }
            }
            if !self.document.sound(&path) {
                continue;
            }
            let Some(rule) = self.find(policy, &adoption.rule, &path) else { continue };
            if rule.adopted.is_some() {
                let cause =
                    Text::new(format!("{} 的采用记录重复", rule.code), format!("{} is adopted twice", rule.code));
                let hint = Text::new("请只保留现行的一条", "keep the one in force");
                self.error(codes::E0608, &path, &adoption.rule, cause, hint);
                continue;
            }
            if !rule.to_be_confirmed(adoption.date) {
                self.faults.push(Diagnostic::warning(
                    codes::W0602,
                    self.span(&path, &adoption.rule),
                    Text::new(
                        format!("{} 有明确来源，无须本地采用", rule.code),
                        format!("{} has a firm source and needs no adoption", rule.code),
                    ),
                    Text::new("可以删去这条采用记录", "the adoption may be deleted"),
                ));
            }
            rule.adopted = Some(adoption.clone());
            let date = ["adopt", index.as_str(), "date"];
            if self.document.sound(&date) {
                let span = self.span(&date, &adoption.date.to_string());
                let code = rule.code.clone();
                policy.traces.adopted.insert(code, span);
            }
        }
    }
}
