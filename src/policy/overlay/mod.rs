//! Lays a folder's `policy.toml` over the built-in policy.

mod adoptions;
mod rules;
mod skills;
mod templates;

use super::document::Document;
use super::parse::suggest;
use super::{FolderPolicy, Policy, Rule, validate};
use crate::diag::{Code, Diagnostic, Span, Text, codes, did_you_mean};

/// Name of the folder's policy file.
pub(super) const FILE: &str = "policy.toml";

/// Applies what the folder says; what is faulty keeps its built-in value and is reported.
pub(super) fn apply(policy: &mut Policy, folder: &FolderPolicy, faults: &mut Vec<Diagnostic>) {
    let document = &folder.document;
    let mut overlay = Overlay { document, faults };
    overlay.rules(policy, folder);
    overlay.adoptions(policy, folder);
    overlay.skills(folder);
    overlay.templates(policy, folder);
    if let Some(team) = &folder.team {
        let before = faults.len();
        validate::team(document, &["team"], team, faults);
        if faults.len() == before && document.sound(&["team"]) {
            policy.team = team.clone();
        }
    }
    if let Some(ties) = &folder.ties {
        let before = faults.len();
        validate::ties(document, &["ties"], ties, faults);
        if faults.len() == before && document.sound(&["ties"]) {
            policy.ties = ties.clone();
        }
    }
}

struct Overlay<'a> {
    document: &'a Document,
    faults: &'a mut Vec<Diagnostic>,
}

impl Overlay<'_> {
    fn find<'p>(&mut self, policy: &'p mut Policy, name: &str, path: &[&str]) -> Option<&'p mut Rule> {
        let Some(code) = policy.rules.find(name).map(|rule| rule.code.clone()) else {
            let rules = policy.rules.rules.values();
            // Codes are all alike, so that only ids are worth proposing.
            let near = did_you_mean(name, rules.map(|rule| rule.id.as_str()));
            let hint = near.map_or_else(
                || Text::new("请运行 evenhand rules 查看全部规则", "`evenhand rules` lists them all"),
                |near| suggest(name, &[near]),
            );
            let cause = Text::new(format!("没有规则“{name}”"), format!("there is no rule `{name}`"));
            self.error(codes::E0603, path, name, cause, hint);
            return None;
        };
        policy.rules.rules.get_mut(&code)
    }

    fn span(&self, path: &[&str], value: &str) -> Span {
        self.document.span(path).value(value)
    }

    fn error(&mut self, code: Code, path: &[&str], value: &str, cause: Text, hint: Text) {
        self.faults.push(Diagnostic::error(code, self.span(path, value), cause, hint));
    }
}
