//! The folder's own team templates.

use super::Overlay;
use crate::diag::{Diagnostic, Text, codes};
use crate::policy::document::ANY;
use crate::policy::{FolderPolicy, Policy, validate};
use crate::pool::read::token;

impl Overlay<'_> {
    /// Lays the folder's own templates over the built-in ones; a faulty one is noted, lest a case that names it be
    /// told for that.
    pub(super) fn templates(&mut self, policy: &mut Policy, folder: &FolderPolicy) {
        let skills = folder.dictionary();
        policy.traces.nameless_templates = folder.unreadable || !self.document.sound(&["template", ANY, "id"]);
        for (index, template) in folder.templates.iter().enumerate() {
            let place = index.to_string();
            let path = ["template", place.as_str()];
            let found = validate::template(self.document, &path, template, &skills);
            let id = [&path[..], &["id"]].concat();
            let mut faulty = found.iter().any(Diagnostic::is_error) || !self.document.sound(&path);
            self.faults.extend(found);
            let earlier = folder.templates.iter().take(index);
            if self.document.sound(&id) && earlier.clone().any(|earlier| earlier.id == template.id) {
                faulty = true;
                let cause = Text::new(
                    format!("模板“{}”写了两次", template.id),
                    format!("two templates are called `{}`", template.id),
                );
                let hint =
                    Text::new("请改用不同的 id，或删去其中一个", "give them different ids, or delete one of them");
                self.error(codes::E0608, &id, &template.id, cause, hint);
            }
            if faulty {
                let names = [&template.id, &template.name.zh, &template.name.en];
                policy.traces.faulty_templates.extend(names.into_iter().map(|name| token(name)));
            } else {
                policy.templates.insert(template.id.clone(), template.clone());
            }
        }
    }
}
