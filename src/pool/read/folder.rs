//! From a folder of files to a pool.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::column::{Space, Spec};
use super::index::Index;
use super::sheet::Sheet;
use super::spans::{Spans, TablePlaces};
use super::table::{Entry, Gathering};
use super::{fault, normal, tables};
use crate::diag::{Diagnostic, Text, did_you_mean};
use crate::pool::Pool;

/// The folder's audit file, which no reading looks at.
pub const AUDIT_FILE: &str = "audit.csv";

/// What a folder gave: the pool, where its records stand, all faults, and counts.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What could be read. When [`has_errors`](Self::has_errors), it lacks the rows with faults.
    pub pool: Pool,
    /// Where each record of the pool stands, for findings made later.
    pub spans: Spans,
    /// Every fault of every file, in order of file, row and column.
    pub diagnostics: Vec<Diagnostic>,
    /// How many records each table gave.
    pub counts: Vec<TableCount>,
}

impl Reading {
    /// Whether planning must stop.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// How many records one table gave.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct TableCount {
    /// The table in both languages.
    pub table: Text,
    /// Its file in the folder; `None` when the folder has none.
    pub file: Option<String>,
    /// Records read.
    pub records: usize,
}

/// Reads every table of the folder `dir`. An unreadable folder is a diagnostic, like every other fault.
pub fn read_folder(dir: &Path) -> Reading {
    let mut files = BTreeMap::new();
    let mut unreadable = Vec::new();
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            let diagnostics = vec![fault::folder_unreadable(&error.to_string())];
            return Reading { diagnostics, ..Reading::default() };
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_table_like(&name) {
            continue;
        }
        if entry.path().is_dir() {
            unreadable.push(fault::file_is_a_folder(&name));
            continue;
        }
        match std::fs::read(entry.path()) {
            Ok(bytes) => _ = files.insert(name, bytes),
            Err(error) => unreadable.push(fault::file_unreadable(&name, &error.to_string())),
        }
    }
    let mut reading = read_files(&files);
    reading.diagnostics.extend(unreadable);
    reading.diagnostics.sort_by(by_place);
    reading
}

/// Reads every table of a folder held in memory: file name to bytes.
pub fn read_files(files: &BTreeMap<String, Vec<u8>>) -> Reading {
    let tables = tables::all();
    let mut reading = Reading::default();
    let sheets = open(&tables, files, &mut reading.diagnostics);
    let unknown: BTreeSet<Space> = tables
        .iter()
        .filter(|table| table.spec.required && !sheets.contains_key(table.spec.name))
        .filter_map(|table| table.spec.id_column().map(|(_, space)| space))
        .collect();
    let mut index = Index::of(sheets.values(), unknown.clone(), &mut reading.diagnostics);
    // Careers name organisations by their former names, so the aliases come first.
    let (aliases, others): (Vec<Entry>, Vec<Entry>) =
        tables.into_iter().partition(|table| table.spec.name == "organisation_aliases");
    for table in &aliases {
        read(table, &sheets, &index, &mut reading);
    }
    index.add_aliases(&reading.pool.organisation_aliases);
    for table in &others {
        read(table, &sheets, &index, &mut reading);
    }
    reading.spans.miss(unknown);
    for space in Space::ALL {
        reading.spans.declare(space, index.ids(space).map(str::to_owned));
    }
    reading.counts =
        others.iter().chain(&aliases).map(|table| count(table.spec, reading.spans.table(table.spec))).collect();
    reading.diagnostics.sort_by(by_place);
    reading
}

fn read(table: &Entry, sheets: &BTreeMap<&'static str, Sheet>, index: &Index, reading: &mut Reading) {
    let Some(sheet) = sheets.get(table.spec.name) else { return };
    let mut gathering = Gathering { pool: &mut reading.pool, index, diagnostics: &mut reading.diagnostics };
    let places = (table.read)(sheet, &mut gathering);
    reading.spans.keep(table.spec, places);
}

fn open(
    tables: &[Entry],
    files: &BTreeMap<String, Vec<u8>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<&'static str, Sheet> {
    let mut sheets = BTreeMap::new();
    let mut given: BTreeMap<&'static str, &str> = BTreeMap::new();
    for (file, bytes) in files {
        let Some(spec) = tables.iter().map(|table| table.spec).find(|spec| is_file_of(spec, file)) else {
            if is_table_like(file) {
                let known = tables.iter().flat_map(|table| [table.spec.name, table.spec.name_zh]);
                let proposal = did_you_mean(stem(file), known).map(|name| format!("{name}.csv"));
                diagnostics.push(fault::file_unknown(file, proposal.as_deref()));
            }
            continue;
        };
        if let Some(other) = given.get(spec.name) {
            diagnostics.push(fault::table_twice(file, other, spec));
            continue;
        }
        given.insert(spec.name, file);
        if let Some(sheet) = Sheet::open(file, spec, bytes, diagnostics) {
            sheets.insert(spec.name, sheet);
        }
    }
    for spec in tables.iter().map(|table| table.spec).filter(|spec| spec.required) {
        if !given.contains_key(spec.name) {
            diagnostics.push(fault::table_missing(spec));
        }
    }
    sheets
}

fn count(spec: &Spec, places: Option<&TablePlaces>) -> TableCount {
    TableCount {
        table: Text::new(spec.name_zh, spec.name),
        file: places.map(|places| places.file.clone()),
        records: places.map_or(0, |places| places.rows.len()),
    }
}

/// Files of other kinds (policy, notes, plans, the audit file) may lie in the folder without a word.
fn is_table_like(file: &str) -> bool {
    let extension = file.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    let is_sheet = matches!(extension.as_deref(), Some("csv" | "tsv" | "xlsx" | "xls" | "et" | "lrmx"));
    is_sheet && !file.starts_with(['.', '~']) && file != AUDIT_FILE
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn is_file_of(spec: &Spec, file: &str) -> bool {
    let is_csv = file.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("csv"));
    let stem = normal::token(stem(file));
    is_csv && (stem == normal::token(spec.name) || stem == normal::token(spec.name_zh))
}

fn by_place(a: &Diagnostic, b: &Diagnostic) -> std::cmp::Ordering {
    (&a.span, a.code, &a.cause).cmp(&(&b.span, b.code, &b.cause))
}
