//! Sections in the wrong brackets: `[name]` where each entry has its own `[[name]]`, and the other way round.

use super::document::{Content, Node};

/// The entries that are meant by a table which stands where a list belongs: the table itself, or, where it has but
/// sections of its own, such as `[template.own]`, each of those, the key being its `id` if `has_id`.
pub(super) fn entries(table: Node, has_id: bool) -> Vec<Node> {
    let is_section = |node: &Node| node.table().is_some() && node.written.is_none();
    match table.content {
        Content::Table(below) if !below.is_empty() && below.values().all(is_section) => {
            below.into_iter().map(|(key, entry)| if has_id { with_id(entry, key) } else { entry }).collect()
        }
        content => vec![Node { content, ..table }],
    }
}

fn with_id(mut entry: Node, id: String) -> Node {
    if let Content::Table(table) = &mut entry.content {
        let (row, written) = (entry.row, Some(id.clone()));
        let node = Node { name: entry.name.clone(), row, written, content: Content::Word(id) };
        table.entry("id".to_string()).or_insert(node);
    }
    entry
}

/// The only table of a list that stands where a table belongs.
pub(super) fn only_table(list: &[Node]) -> Option<&Node> {
    match list {
        [only] => only.table().map(|_| only),
        _ => None,
    }
}
