//! One TOML file taken apart: what stands where, and which of it could not be read.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::diag::Span;

/// Any step of a path, in questions about many places at once.
pub(super) const ANY: &str = "*";

/// One file, with what could not be read of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Document {
    /// Name of the file.
    pub file: String,
    /// All that stands in it.
    pub root: Node,
    /// Places whose values are faulty or missing, as paths of keys and list indices.
    gaps: BTreeSet<Vec<String>>,
    /// Those of them that a reader must have and gets a stand-in for.
    filled: BTreeSet<Vec<String>>,
}

/// A value and its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// Its keys as the file writes them, joined by dots; list entries are named by their index.
    pub name: String,
    /// The row of its key, from 1.
    pub row: usize,
    /// How it is written; `None` when it takes several rows.
    pub written: Option<String>,
    /// The value.
    pub content: Content,
}

/// A table of values by key.
pub(super) type Table = BTreeMap<String, Node>;

/// A TOML value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// Quoted text.
    Word(String),
    /// A whole number.
    Number(i64),
    /// A date or time, as written.
    Day(String),
    /// `true` or `false`.
    Switch(bool),
    /// Fractions, and whole numbers that are too large: no key takes them.
    Other,
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Table),
}

impl Default for Content {
    fn default() -> Self {
        Content::Table(BTreeMap::new())
    }
}

impl Document {
    /// Takes a file apart; what is no TOML comes as errors, and keys that are written twice keep their first value.
    pub fn new(file: &str, text: &str) -> (Self, Vec<Error>) {
        let (table, malformed) = DeTable::parse_recoverable(text);
        let breaks = text.bytes().enumerate().filter_map(|(at, byte)| (byte == b'\n').then_some(at)).collect();
        let root = Source { text, breaks }.node(String::new(), 1, &table_value(table));
        (Document { file: file.to_string(), root, ..Document::default() }, malformed)
    }

    /// The place of `path`, or of its longest part that is there.
    pub fn span(&self, path: &[&str]) -> Span {
        let (node, rest) = self.root.longest(path);
        let mut span = Span::file(&self.file);
        span.row = Some(node.row);
        let name = join(&node.name, rest);
        span.column = (!name.is_empty()).then_some(name);
        span
    }

    /// Whether everything at and below `path` could be read, and all that it stands in; [`ANY`] means every step.
    pub fn sound(&self, path: &[&str]) -> bool {
        let same = |gap: &Vec<String>| gap.iter().zip(path).all(|(have, asked)| *asked == ANY || have == asked);
        !self.gaps.iter().any(same)
    }

    /// Whether the value at `path` itself is to be left out.
    pub fn is_gap(&self, path: &[String]) -> bool {
        self.gaps.contains(path)
    }

    /// Whether a stand-in is given for the value at `path`.
    pub fn is_filled(&self, path: &[String]) -> bool {
        self.filled.contains(path)
    }

    /// Leaves out the value at `path` from now on.
    pub fn leave_out(&mut self, path: &[String]) {
        self.gaps.insert(path.to_vec());
    }

    /// Gives a stand-in for the value at `path` from now on; `false` when there is one already.
    pub fn fill(&mut self, path: &[String]) -> bool {
        self.gaps.insert(path.to_vec());
        self.filled.insert(path.to_vec())
    }

    /// The value at `path`.
    pub fn at(&self, path: &[String]) -> Option<&Node> {
        let steps: Vec<&str> = path.iter().map(String::as_str).collect();
        let (node, rest) = self.root.longest(&steps);
        rest.is_empty().then_some(node)
    }

    /// The value at `path`, to be changed.
    pub fn at_mut(&mut self, path: &[String]) -> Option<&mut Node> {
        path.iter().try_fold(&mut self.root, |node, step| match &mut node.content {
            Content::Table(table) => table.get_mut(step),
            Content::List(list) => step.parse().ok().and_then(|index: usize| list.get_mut(index)),
            _ => None,
        })
    }
}

impl Node {
    /// How a message shows it: words without their quotes; `None` when it takes several rows.
    pub fn shown(&self) -> Option<String> {
        match &self.content {
            Content::Word(word) => self.written.is_some().then(|| word.clone()),
            _ => self.written.clone(),
        }
    }

    /// Its entries, if it is a table.
    pub fn table(&self) -> Option<&Table> {
        match &self.content {
            Content::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn table_mut(&mut self) -> Option<&mut Table> {
        match &mut self.content {
            Content::Table(table) => Some(table),
            _ => None,
        }
    }

    fn child(&self, step: &str) -> Option<&Node> {
        match &self.content {
            Content::Table(table) => table.get(step),
            Content::List(list) => step.parse().ok().and_then(|index: usize| list.get(index)),
            _ => None,
        }
    }

    /// The end of the longest part of `path` that is there, and the steps that are left.
    fn longest<'p, 's>(&self, path: &'p [&'s str]) -> (&Node, &'p [&'s str]) {
        match path.split_first().and_then(|(step, rest)| Some((self.child(step)?, rest))) {
            Some((child, rest)) => child.longest(rest),
            None => (self, path),
        }
    }
}

/// `path` below the place called `name`.
pub(super) fn join(name: &str, path: &[&str]) -> String {
    let first = (!name.is_empty()).then_some(name);
    first.into_iter().chain(path.iter().copied()).collect::<Vec<_>>().join(".")
}

/// The row, from 1, of a byte offset.
pub(super) fn row_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn table_value(table: Spanned<DeTable<'_>>) -> Spanned<DeValue<'_>> {
    let span = table.span();
    Spanned::new(span, DeValue::Table(table.into_inner()))
}

struct Source<'t> {
    text: &'t str,
    /// Where its rows end.
    breaks: Vec<usize>,
}

impl Source<'_> {
    fn row(&self, offset: usize) -> usize {
        self.breaks.partition_point(|end| *end < offset) + 1
    }

    fn node(&self, name: String, row: usize, value: &Spanned<DeValue>) -> Node {
        let content = match value.get_ref() {
            DeValue::String(word) => Content::Word(word.to_string()),
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).map_or(Content::Other, Content::Number)
            }
            DeValue::Float(_) => Content::Other,
            DeValue::Boolean(switch) => Content::Switch(*switch),
            DeValue::Datetime(day) => Content::Day(day.to_string()),
            DeValue::Array(list) => {
                let entry = |(index, entry): (usize, &Spanned<DeValue>)| {
                    self.node(join(&name, &[&index.to_string()]), self.row(entry.span().start), entry)
                };
                Content::List(list.iter().enumerate().map(entry).collect())
            }
            DeValue::Table(table) => {
                let entries = table.iter().map(|(key, entry)| {
                    let row = self.row(key.span().start);
                    (key.get_ref().to_string(), self.node(join(&name, &[key.get_ref()]), row, entry))
                });
                Content::Table(entries.collect())
            }
        };
        let written = self.text.get(value.span()).map(str::trim).filter(|written| !written.contains('\n'));
        // The text of a table with a header is but that header.
        let has_header = match &content {
            Content::Table(_) => !written.is_some_and(|written| written.starts_with('{')),
            Content::List(list) => {
                matches!(list.first(), Some(first) if first.table().is_some() && first.written.is_none())
            }
            _ => false,
        };
        let written = written.filter(|_| !has_header);
        Node { name, row, written: written.map(str::to_string), content }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a = 1\n\n[rule.R32]\nenabled = false\n\n[[adopt]]\nrule = 'R32'\n\n[[adopt]]\nby = 'x'\n";

    #[test]
    fn places_are_those_of_the_keys() {
        let (document, malformed) = Document::new("policy.toml", TEXT);
        assert!(malformed.is_empty());
        for (path, row, column) in [
            (&["a"][..], 1, Some("a")),
            (&["rule", "R32"], 3, Some("rule.R32")),
            (&["rule", "R32", "enabled"], 4, Some("rule.R32.enabled")),
            (&["adopt", "1", "by"], 10, Some("adopt.1.by")),
            (&["adopt", "1", "date"], 9, Some("adopt.1.date")),
            (&["nowhere"], 1, Some("nowhere")),
            (&[], 1, None),
        ] {
            let span = document.span(path);
            assert_eq!((span.row, span.column.as_deref()), (Some(row), column), "{path:?}");
        }
    }

    #[test]
    fn a_gap_makes_unsound_what_it_stands_in_and_what_stands_in_it() {
        let (mut document, _) = Document::new("policy.toml", TEXT);
        document.leave_out(&["adopt".to_string(), "1".to_string(), "by".to_string()]);
        let sound = |path: &[&str]| document.sound(path);
        assert!(!sound(&["adopt"]) && !sound(&["adopt", "1"]) && !sound(&["adopt", "1", "by", "more"]));
        assert!(!sound(&["adopt", ANY, "by"]) && sound(&["adopt", ANY, "rule"]));
        assert!(sound(&["adopt", "0"]) && sound(&["rule", "R32"]));
    }
}
