//! Reads one TOML file strictly, with every fault of it at once.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::brackets::{entries, only_table};
use super::document::{Content, Document, Node, Table};
use super::fault::{Expected, Fault, Kind};
use super::meaning::suggest_word;
use super::reader::Reader;
use super::syntax::{Doubled, syntax_faults};
use crate::diag::{Diagnostic, Span, Text, codes, did_you_mean};

/// Reads one TOML file; an unknown key is an error that proposes the nearest known one.
///
/// Every fault is reported, whatever stands beside it. The value has the faulty parts left out or, where they must be
/// there, made up, and the document knows which these are; `None` when the file is no TOML.
pub(super) fn read_toml<T: DeserializeOwned>(
    file: &str,
    text: &str,
    faults: &mut Vec<Diagnostic>,
) -> (Option<T>, Document) {
    read_settled(file, text, |_, _| (), faults)
}

/// The same for a file that `settle` goes through first: it tells what it mends, and what it mends is told no more.
pub(super) fn read_settled<T: DeserializeOwned>(
    file: &str,
    text: &str,
    settle: impl Fn(&mut Document, &mut Vec<Diagnostic>),
    faults: &mut Vec<Diagnostic>,
) -> (Option<T>, Document) {
    let (mut document, malformed) = Document::new(file, text);
    let Some(doubled) = syntax_faults(file, text, &malformed, faults) else { return (None, document) };
    // An entry that comes after what belongs to it: nobody can tell what that is an entry of.
    doubled.iter().filter(|section| section.is_entry).for_each(|section| document.leave_out(&section.path));
    settle(&mut document, faults);
    let mut mending = Mending { missing: BTreeMap::new(), doubled, faults };
    loop {
        match T::deserialize(Reader::new(&document)) {
            Ok(value) => return (Some(value), document),
            // Each fault is mended in the document, so that the next reading meets the next one.
            Err(fault) => {
                if !mending.mend(&mut document, fault) {
                    return (None, document);
                }
            }
        }
    }
}

/// The same for a file that is used as a whole or not at all.
pub(super) fn parse_toml<T: DeserializeOwned>(file: &str, text: &str, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let before = faults.len();
    let (value, _) = read_toml(file, text, faults);
    value.filter(|_| faults.len() == before)
}

struct Mending<'a> {
    /// Tables that lack keys, where they are told, and which keys.
    missing: BTreeMap<Vec<String>, (usize, Vec<&'static str>)>,
    doubled: Vec<Doubled>,
    faults: &'a mut Vec<Diagnostic>,
}

impl Mending<'_> {
    /// Tells `fault` and changes the document so that it does not occur again; `false` when that cannot be done.
    fn mend(&mut self, document: &mut Document, fault: Fault) -> bool {
        let path = fault.path.unwrap_or_default();
        match fault.kind {
            Kind::UnknownKey { known, needed } => {
                let key = path.last().map(String::as_str).unwrap_or_default();
                let hint = needed.map_or_else(|| suggest(key, known), |needed| suggest(needed, &[needed]));
                self.faults.push(unknown_key(document, &path, needed, hint));
                rename(document, &path, needed.or_else(|| nearest(&path, known)))
            }
            Kind::MissingKey(key) => {
                let inner: Vec<String> = path.iter().cloned().chain([key.to_string()]).collect();
                if !document.is_gap(&inner) {
                    self.miss(document, path, key);
                }
                document.fill(&inner)
            }
            kind => {
                if path.is_empty() || document.is_gap(&path) {
                    return false;
                }
                let name: Vec<&String> = path.iter().filter(|step| step.parse::<usize>().is_err()).collect();
                let told = matches!(kind, Kind::WrongType(Expected::List))
                    && self.doubled.iter().any(|it| it.path.iter().eq(name.iter().copied()));
                if told {
                    // What the second section said is lost, so that there may be more entries than can be seen.
                    document.leave_out(&[&path[..], &["?".to_string()]].concat());
                } else {
                    self.faults.push(wrong_value(document, &path, &kind));
                }
                let Some(node) = document.at_mut(&path) else { return false };
                match (kind, &mut node.content) {
                    // One section in single brackets where each entry has its own, or the other way round.
                    (Kind::WrongType(Expected::List), Content::Table(_)) => {
                        node.content = Content::List(entries(node.clone(), bears_id(&path)));
                    }
                    (Kind::WrongType(Expected::Table | Expected::TableOf(_)), Content::List(list))
                        if path != ["rule"] && only_table(list).is_some() =>
                    {
                        node.content = std::mem::take(list).into_iter().next().unwrap_or_default().content;
                    }
                    _ => document.leave_out(&path),
                }
                true
            }
        }
    }

    /// Tells that the table at `table` lacks `key`, beside what else it lacks.
    fn miss(&mut self, document: &Document, table: Vec<String>, key: &'static str) {
        let place = self.faults.len();
        let (place, keys) = self.missing.entry(table.clone()).or_insert((place, Vec::new()));
        keys.push(key);
        let fault = missing_keys(document, &table, keys);
        match self.faults.get_mut(*place) {
            Some(told) => *told = fault,
            None => self.faults.push(fault),
        }
    }
}

/// Reads an unknown key as the one that is meant, so that what stands there is judged too; drops it when none is.
fn rename(document: &mut Document, path: &[String], meant: Option<&str>) -> bool {
    let Some((key, table)) = path.split_last() else { return false };
    let Some(Content::Table(table)) = document.at_mut(table).map(|node| &mut node.content) else { return false };
    let Some(node) = table.remove(key) else { return false };
    if let Some(meant) = meant {
        join_tables(table, meant, node);
    }
    true
}

/// Adds `node` to what `table` has at `key`; of a value that is there already the first stays.
pub(super) fn join_tables(table: &mut Table, key: &str, node: Node) {
    match (table.get_mut(key).map(|there| &mut there.content), node.content) {
        (None, content) => {
            table.insert(key.to_string(), Node { content, ..node });
        }
        (Some(Content::List(there)), Content::List(more)) => there.extend(more),
        (Some(Content::Table(there)), Content::Table(more)) => {
            for (key, node) in more {
                there.entry(key).or_insert(node);
            }
        }
        _ => {}
    }
}

fn nearest(path: &[String], known: &[&'static str]) -> Option<&'static str> {
    let near = did_you_mean(path.last()?, known.iter().copied())?;
    known.iter().copied().find(|known| *known == near)
}

fn span_of(document: &Document, path: &[String]) -> Span {
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    let mut span = document.span(&steps);
    span.value = document.at(path).and_then(Node::shown);
    span
}

/// A key that nobody knows, and maybe the one that is needed in its place.
pub(super) fn unknown_key(document: &Document, path: &[String], needed: Option<&str>, hint: Text) -> Diagnostic {
    let key = path.last().map(String::as_str).unwrap_or_default();
    let (needed_zh, needed_en) = needed.map_or_else(Default::default, |needed| {
        (format!("，而必需的“{needed}”没有写"), format!(", and the required key `{needed}` is missing"))
    });
    let cause = Text::new(format!("未知的键“{key}”{needed_zh}"), format!("unknown key `{key}`{needed_en}"));
    Diagnostic::error(codes::E0602, span_of(document, path), cause, hint)
}

fn missing_keys(document: &Document, table: &[String], keys: &[&str]) -> Diagnostic {
    let mut path: Vec<&str> = table.iter().map(String::as_str).collect();
    let zh = format!("缺少键{}", keys.iter().map(|key| format!("“{key}”")).collect::<Vec<_>>().join("、"));
    let named = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    let (zh_add, en_add, en) = match keys {
        [only] => {
            path.push(only);
            ("请补上这个键", "add the key", format!("key {named} is missing"))
        }
        _ => ("请补上这些键", "add the keys", format!("keys {named} are missing")),
    };
    let hint = match path.first().copied() {
        Some(section @ ("team" | "ties")) => {
            let whole = whole_section(section);
            Text::new(format!("{zh_add}；{}", whole.zh), format!("{en_add}; {}", whole.en))
        }
        _ => Text::new(zh_add, en_add),
    };
    Diagnostic::error(codes::E0607, document.span(&path), Text::new(zh, en), hint)
}

/// That a section leaves nothing of the built-in settings.
pub(super) fn whole_section(section: &str) -> Text {
    Text::new(
        format!("[{section}] 整节替换内置设置，各键须写全（见 docs/rules.md 的示例）"),
        format!(
            "[{section}] replaces the built-in settings as a whole and needs every key (see the example in \
             docs/rules.md)"
        ),
    )
}

/// How the head of a section is written that has the wrong brackets.
fn brackets(path: &[String], node: &Node, expected: Expected) -> Option<Text> {
    let keys = path.iter().filter(|step| step.parse::<usize>().is_err());
    let name = keys.map(String::as_str).collect::<Vec<_>>().join(".");
    match (&node.content, expected) {
        (Content::Table(table), Expected::List) => {
            let id = bears_id(path) && !table.contains_key("id");
            let (zh, en) =
                if id { ("，编号写成 id = \"…\"", ", with its name as id = \"…\"") } else { ("", "") };
            Some(Text::new(
                format!("每项各写一节，节名写作 [[{name}]]{zh}"),
                format!("write a section [[{name}]] for each entry{en}"),
            ))
        }
        (Content::List(_), Expected::Table | Expected::TableOf(_)) if name == "rule" => {
            Some(Text::new("每条规则一节，如 [rule.R32]", "write a section for each rule, such as [rule.R32]"))
        }
        (Content::List(_), Expected::Table | Expected::TableOf(_)) if node.written.is_none() => {
            Some(Text::new(format!("节名写作 [{name}]"), format!("write the section as [{name}]")))
        }
        _ => None,
    }
}

/// Whether the entries of the list at `path` have an id.
fn bears_id(path: &[String]) -> bool {
    matches!(path.last().map(String::as_str), Some("template" | "role"))
}

fn wrong_value(document: &Document, path: &[String], kind: &Kind) -> Diagnostic {
    let span = span_of(document, path);
    let value = span.value.clone().unwrap_or_default();
    let quoted = matches!(document.at(path).map(|node| &node.content), Some(Content::Word(_)));
    let (cause, hint) = match kind {
        Kind::UnknownWord(known) => (
            Text::new(format!("“{value}”不在可选值之内"), format!("`{value}` is not one of the allowed words")),
            suggest_word(&value, known),
        ),
        Kind::WrongType(expected) => {
            let title = expected.title();
            let (zh, en) = match expected {
                _ if value.is_empty() => ("此处的类型不对".to_string(), "wrong type".to_string()),
                Expected::Day => (format!("“{value}”不是有效的日期"), format!("`{value}` is no date")),
                Expected::Switch | Expected::Number if quoted => {
                    (format!("“{value}”写成了带引号的文字"), format!("`{value}` is written in quotes"))
                }
                _ => (format!("取值“{value}”的类型不对"), format!("`{value}` has the wrong type")),
            };
            let cause = Text::new(format!("{zh}，应为{}", title.zh), format!("{en}: expected {}", title.en));
            let hint = document.at(path).and_then(|node| brackets(path, node, *expected));
            let hint = hint.unwrap_or_else(|| expected.remedy());
            (cause, hint)
        }
        Kind::Refused(message) => (
            Text::new(format!("取值“{value}”的类型不对"), format!("`{value}` has the wrong type: {message}")),
            Text::new("整数不带引号，文字带引号", "write whole numbers without quotes, words in quotes"),
        ),
        // Faults of keys are told elsewhere.
        Kind::UnknownKey { .. } | Kind::MissingKey(_) => (Text::default(), Text::default()),
    };
    Diagnostic::error(codes::E0606, span, cause, hint)
}

/// Proposes the nearest known word, or lists them all.
pub(super) fn suggest(word: &str, known: &[&str]) -> Text {
    match did_you_mean(word, known.iter().copied()) {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new(format!("可选：{}", known.join("、")), format!("known: {}", known.join(", "))),
    }
}
