//! Finds the row of a TOML text on which a key stands, for faults that show only after parsing.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The row, from 1, of the key at the end of `path`; list entries are named by their index.
///
/// A path that is not there gives the row of its longest part that is; `None` when nothing is.
pub(super) fn row_of(text: &str, path: &[&str]) -> Option<usize> {
    let root = DeTable::parse(text).ok()?;
    let mut row = None;
    let mut value = DeValue::Table(root.into_inner());
    for step in path {
        let (at, next) = match value {
            DeValue::Table(table) => {
                let Some((key, next)) = table.into_iter().find(|(key, _)| key.get_ref() == step) else { return row };
                (key.span(), next)
            }
            DeValue::Array(array) => {
                let nth = step.parse().ok().and_then(|index| array.into_iter().nth(index));
                let Some(next) = nth else { return row };
                (next.span(), next)
            }
            _ => return row,
        };
        row = Some(row_at(text, at.start));
        value = next.into_inner();
    }
    row
}

/// The row, from 1, of a byte offset.
pub(super) fn row_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The bytes from key to value of the entry whose key or value has exactly this span; `None` when it is not a
/// simple `key = value` on its own.
pub(super) fn entry_at(text: &str, span: &Range<usize>) -> Option<Range<usize>> {
    fn search(value: &DeValue, span: &Range<usize>) -> Option<Range<usize>> {
        match value {
            DeValue::Table(table) => table.iter().find_map(|(key, value)| {
                if key.span() == *span || value.span() == *span {
                    return (key.span().end <= value.span().start).then(|| key.span().start..value.span().end);
                }
                search(value.get_ref(), span)
            }),
            DeValue::Array(array) => array.iter().find_map(|value| search(value.get_ref(), span)),
            _ => None,
        }
    }
    search(&DeValue::Table(DeTable::parse(text).ok()?.into_inner()), span)
}

/// The dotted path of the value that has exactly this span, list entries named by their index.
pub(super) fn path_at(text: &str, span: &Range<usize>) -> Option<String> {
    fn search(value: &DeValue, span: &Range<usize>) -> Option<Vec<String>> {
        let within = |name: String, inner: &Spanned<DeValue>| {
            let rest = if inner.span() == *span { Some(Vec::new()) } else { search(inner.get_ref(), span) };
            rest.map(|rest| [vec![name], rest].concat())
        };
        match value {
            DeValue::Table(table) => table.iter().find_map(|(key, inner)| within(key.get_ref().to_string(), inner)),
            DeValue::Array(array) => {
                array.iter().enumerate().find_map(|(index, inner)| within(index.to_string(), inner))
            }
            _ => None,
        }
    }
    search(&DeValue::Table(DeTable::parse(text).ok()?.into_inner()), span).map(|path| path.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a = 1\n\n[rule.R32]\nenabled = false\n\n[[adopt]]\nrule = 'R32'\n\n[[adopt]]\nby = 'x'\n";

    #[test]
    fn rows_are_those_of_the_keys() {
        assert_eq!(row_of(TEXT, &["a"]), Some(1));
        assert_eq!(row_of(TEXT, &["rule", "R32"]), Some(3));
        assert_eq!(row_of(TEXT, &["rule", "R32", "enabled"]), Some(4));
        assert_eq!(row_of(TEXT, &["adopt", "1", "by"]), Some(10));
        assert_eq!(row_of(TEXT, &["nowhere"]), None);
    }

    #[test]
    fn a_value_has_the_path_of_its_keys() {
        let start = TEXT.find("'x'").unwrap();
        assert_eq!(path_at(TEXT, &(start..start + 3)).as_deref(), Some("adopt.1.by"));
        assert_eq!(path_at(TEXT, &(start..start + 2)), None);
    }

    #[test]
    fn an_entry_runs_from_key_to_value() {
        let start = TEXT.find("enabled").unwrap();
        assert_eq!(entry_at(TEXT, &(start..start + 7)), Some(start..start + "enabled = false".len()));
        assert_eq!(entry_at(TEXT, &(0..2)), None);
    }
}
