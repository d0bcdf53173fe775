//! Writes a pool as a roster folder, and the empty folder that a new user fills in.

mod init;

pub use init::{EXAMPLE_DAY, init_folder};

use std::collections::BTreeMap;

use super::Pool;
use super::read::{Cells, Entry, all, guard};
use crate::diag::Language;

const BOM: &str = "\u{feff}";

/// The pool as files: name to bytes. UTF-8 with BOM and CRLF so that spreadsheets open them as they are; headers and
/// words in `language`; cells that a spreadsheet would run as formulas guarded. Reading the files gives the pool back.
pub fn write_folder(pool: &Pool, language: Language) -> BTreeMap<String, Vec<u8>> {
    all().iter().map(|table| (table.spec.file(), file(table, &(table.write)(pool, language), language))).collect()
}

fn file(table: &Entry, records: &[Cells], language: Language) -> Vec<u8> {
    let mut text = BOM.to_owned();
    let header = table.spec.columns.iter().map(|column| match language {
        Language::Zh => column.zh,
        Language::En => column.key,
    });
    push_row(&mut text, header);
    for record in records {
        push_row(&mut text, table.spec.columns.iter().map(|column| record.get(column)));
    }
    text.into_bytes()
}

fn push_row<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    let cells: Vec<String> = cells.map(|cell| quoted(&guard(cell))).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
