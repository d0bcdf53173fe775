//! A part of a pool, table by table, with the columns of the roster folder.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::layout::{Side, Table};
use super::style::bold;
use crate::diag::Language;
use crate::pool::Pool;
use crate::pool::write::write_folder;

/// Every table that has rows, without the columns that are blank in all of them.
pub fn text(pool: &Pool, language: Language) -> String {
    let mut page = String::new();
    for (file, (header, rows)) in tables(pool, language) {
        let used: Vec<usize> =
            (0..header.len()).filter(|column| rows.iter().any(|row| !row[*column].is_empty())).collect();
        let mut table = Table::new(used.iter().map(|column| (header[*column].clone(), Side::Left)));
        for row in &rows {
            table.row(used.iter().map(|column| row[*column].clone()));
        }
        let gap = if page.is_empty() { "" } else { "\n" };
        let title = super::table(file.trim_end_matches(".csv"));
        page += &format!("{gap}{} {file}\n{}", bold(title.get(language)), table.text(2));
    }
    page
}

/// The same as data: table, then rows by column key.
pub fn json(pool: &Pool) -> Value {
    let tables = tables(pool, Language::En).into_iter().map(|(file, (header, rows))| {
        let object = |row: Vec<String>| -> Map<String, Value> {
            header.iter().cloned().zip(row.into_iter().map(Value::from)).collect()
        };
        let name = file.trim_end_matches(".csv").to_string();
        (name, Value::from(rows.into_iter().map(|row| Value::from(object(row))).collect::<Vec<_>>()))
    });
    Value::from(tables.collect::<Map<String, Value>>())
}

type Sheet = (Vec<String>, Vec<Vec<String>>);

fn tables(pool: &Pool, language: Language) -> BTreeMap<String, Sheet> {
    let mut tables = BTreeMap::new();
    for (file, bytes) in write_folder(pool, language) {
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes).to_vec();
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_slice());
        let mut records =
            reader.records().flatten().map(|record| record.iter().map(str::to_string).collect::<Vec<_>>());
        let Some(header) = records.next() else { continue };
        let rows: Vec<Vec<String>> = records.filter(|row| row.len() == header.len()).collect();
        if !rows.is_empty() {
            tables.insert(file, (header, rows));
        }
    }
    tables
}
