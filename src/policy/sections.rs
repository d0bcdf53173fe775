//! The sections of a folder's policy file: what is meant by a section that does not exist, and where a key belongs
//! that stands outside of its section.

use super::brackets::{entries, only_table};
use super::document::{Content, Document, Node, Table};
use super::keys::keys_of;
use super::parse::{join_tables, unknown_key, whole_section};
use super::{Adoption, FolderPolicy, RuleOverride, TeamSettings, Template, TieSettings, shipped};
use crate::diag::{Diagnostic, Text, did_you_mean};

/// One section.
struct Section {
    key: &'static str,
    /// How its head is written.
    head: Text,
    /// The keys of one entry of it.
    keys: &'static [&'static str],
}

impl Section {
    /// Whether each entry has a section of its own.
    fn is_list(&self) -> bool {
        self.head.zh.starts_with("[[")
    }

    /// Whether it replaces the built-in settings as a whole.
    fn is_whole(&self) -> bool {
        ["team", "ties"].contains(&self.key)
    }

    /// Whether anything in `node` is a key of the section, in whatever brackets; an empty one may be meant too.
    fn takes(&self, node: &Node) -> bool {
        let entries: Vec<&Node> = match &node.content {
            Content::Table(table) => std::iter::once(node).chain(table.values()).collect(),
            Content::List(list) if self.is_list() || only_table(list).is_some_and(|_| self.key != "rule") => {
                list.iter().collect()
            }
            _ => return false,
        };
        let mut keys = entries.iter().filter_map(|entry| entry.table()).flat_map(|table| table.keys()).peekable();
        let own =
            |key: &String| self.keys.contains(&key.as_str()) || (self.key == "rule" && shipped().find(key).is_some());
        keys.peek().is_none() || keys.any(own)
    }
}

fn sections() -> [Section; 6] {
    let section = |key, head, keys| Section { key, head, keys };
    [
        section("adopt", Text::same("[[adopt]]"), keys_of::<Adoption>()),
        section("rule", Text::new("[rule.编号]", "[rule.CODE]"), keys_of::<RuleOverride>()),
        section("template", Text::same("[[template]]"), keys_of::<Template>()),
        section("skill", Text::same("[[skill]]"), keys_of::<Text>()),
        section("team", Text::same("[team]"), keys_of::<TeamSettings>()),
        section("ties", Text::same("[ties]"), keys_of::<TieSettings>()),
    ]
}

/// Tells every key of the first level that is no section, once, and puts what stands there where it is meant to be;
/// what fits nowhere is dropped.
pub(super) fn settle(document: &mut Document, faults: &mut Vec<Diagnostic>) {
    let known = keys_of::<FolderPolicy>();
    let sections = sections();
    let keys: Vec<String> = document.root.table().into_iter().flat_map(|table| table.keys().cloned()).collect();
    for key in keys.into_iter().filter(|key| !known.contains(&key.as_str())) {
        let path = [key.clone()];
        let Some(node) = document.at(&path).cloned() else { continue };
        let meaning = meant(&sections, &key, &node);
        faults.push(unknown_key(document, &path, None, meaning.hint(&sections)));
        let Content::Table(root) = &mut document.root.content else { continue };
        root.remove(&key);
        match meaning {
            Meaning::Section(section) if section.takes(&node) => add(root, section, node),
            // Nothing of it can be read, so that nobody who relies on it is at fault.
            Meaning::Section(section) => document.leave_out(&[section.key.to_string(), key]),
            Meaning::Rule(rule) => {
                let name = rule.clone();
                let inner = Content::Table([(rule, node.clone())].into());
                join_tables(root, "rule", Node { name, content: inner, ..node });
            }
            Meaning::Inner(section, inner) => add_inner(root, section, inner, node),
            Meaning::Nothing => {}
        }
    }
    parameters(document, faults);
}

/// Parameters of rules that stand beside `enabled` and not in their own section.
fn parameters(document: &mut Document, faults: &mut Vec<Diagnostic>) {
    let rules = document.root.table().and_then(|root| root.get("rule")?.table()).cloned().unwrap_or_default();
    for (name, node) in rules {
        let Some(rule) = shipped().find(&name) else { continue };
        let keys = node.table().into_iter().flat_map(|table| table.keys());
        for key in keys.filter(|key| rule.parameters.contains_key(*key)) {
            let path = ["rule".to_string(), name.clone(), key.clone()];
            let hint = Text::new(
                format!("“{key}”应写在 [rule.{name}.parameters] 之内"),
                format!("`{key}` belongs in [rule.{name}.parameters]"),
            );
            faults.push(unknown_key(document, &path, None, hint));
            let Some(table) = document.at_mut(&path[..2]).and_then(Node::table_mut) else { continue };
            let Some(value) = table.remove(key) else { continue };
            let inner = Content::Table([(key.clone(), value.clone())].into());
            join_tables(table, "parameters", Node { content: inner, ..value });
        }
    }
}

/// What a key of the first level stands for.
enum Meaning<'s> {
    /// A section.
    Section(&'s Section),
    /// The rule of this name, without its section.
    Rule(String),
    /// A key of a section.
    Inner(&'s Section, &'static str),
    /// Nobody knows.
    Nothing,
}

fn meant<'s>(sections: &'s [Section], key: &str, node: &Node) -> Meaning<'s> {
    let nearest = |content: &dyn Fn(&Section) -> bool| {
        let near = did_you_mean(key, sections.iter().filter(|it| content(it)).map(|section| section.key))?;
        sections.iter().find(|section| section.key == near)
    };
    if let Some(section) = nearest(&|section| section.takes(node)) {
        return Meaning::Section(section);
    }
    if shipped().find(key).is_some() {
        return Meaning::Rule(key.to_string());
    }
    let is_section = |inner: &str| sections.iter().any(|section| section.key == inner);
    let inner = || {
        let all = sections.iter().flat_map(|section| section.keys.iter().map(move |inner| (section, *inner)));
        all.filter(|(_, inner)| !is_section(inner))
    };
    if let Some(near) = did_you_mean(key, inner().map(|(_, inner)| inner))
        && let Some((section, inner)) = inner().find(|(_, inner)| *inner == near)
    {
        return Meaning::Inner(section, inner);
    }
    nearest(&|_| true).map_or(Meaning::Nothing, Meaning::Section)
}

impl Meaning<'_> {
    fn hint(&self, sections: &[Section]) -> Text {
        let meant = |zh: &str, en: &str| Text::new(format!("是否想写“{zh}”？"), format!("did you mean `{en}`?"));
        match self {
            Meaning::Section(section) => meant(&section.head.zh, &section.head.en),
            Meaning::Rule(rule) => meant(&format!("[rule.{rule}]"), &format!("[rule.{rule}]")),
            Meaning::Inner(section, inner) => {
                let Text { zh, en } = &section.head;
                let place = Text::new(format!("“{inner}”应写在 {zh} 之内"), format!("`{inner}` belongs in {en}"));
                let Some(whole) = section.is_whole().then(|| whole_section(section.key)) else { return place };
                Text::new(format!("{}；{}", place.zh, whole.zh), format!("{}; {}", place.en, whole.en))
            }
            Meaning::Nothing => {
                let heads = |head: fn(&Text) -> &str| sections.iter().map(|it| head(&it.head)).collect::<Vec<_>>();
                Text::new(
                    format!("可选：{}", heads(|head| &head.zh).join("、")),
                    format!("known: {}", heads(|head| &head.en).join(", ")),
                )
            }
        }
    }
}

/// Adds a whole section, in the brackets that it needs, to what there is of it.
fn add(root: &mut Table, section: &Section, mut node: Node) {
    if section.is_list() && node.table().is_some() {
        node.content = Content::List(entries(node.clone(), section.keys.contains(&"id")));
    } else if let Content::List(list) = &node.content
        && !section.is_list()
        && let Some(only) = only_table(list)
    {
        node.content = only.content.clone();
    }
    join_tables(root, section.key, node);
}

/// Adds a value to the section in which it belongs, if that is there and lacks it.
fn add_inner(root: &mut Table, section: &Section, key: &str, node: Node) {
    let Some(there) = root.get_mut(section.key) else { return };
    let tables: Vec<&mut Table> = match &mut there.content {
        Content::Table(table) if section.is_whole() => vec![table],
        Content::List(list) => list.iter_mut().filter_map(Node::table_mut).collect(),
        _ => Vec::new(),
    };
    let mut lacking: Vec<&mut Table> = tables.into_iter().filter(|table| !table.contains_key(key)).collect();
    if let [table] = lacking.as_mut_slice() {
        table.insert(key.to_string(), node);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_listed_with_its_keys() {
        let mut listed = sections().map(|section| section.key);
        let mut known = keys_of::<FolderPolicy>().to_vec();
        listed.sort_unstable();
        known.sort_unstable();
        assert_eq!(listed.as_slice(), known);
        assert!(sections().iter().all(|section| !section.keys.is_empty()));
    }
}
