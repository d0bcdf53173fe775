//! From a folder of files to a pool.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::column::{Space, Spec};
use super::index::Index;
use super::sheet::Sheet;
use super::spans::{Spans, TablePlaces};
use super::table::{Entry, Gathering};
use super::{fault, normal, tables};
use crate::diag::{Diagnostic, Text, did_you_mean, io_reason};
use crate::pool::Pool;
use crate::pool::skill::Dictionary;

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
    /// The same with the rows that have faults; `None` when there is none.
    draft: Option<Box<(Pool, Spans)>>,
}

impl Reading {
    /// What checks look at, so that a row with one bad cell does not hide its other faults: the pool and its places
    /// with the rows that have faults. Neutral values stand in their unread cells, of which the places know.
    pub fn judged(&self) -> (&Pool, &Spans) {
        self.draft.as_deref().map_or((&self.pool, &self.spans), |(pool, spans)| (pool, spans))
    }

    /// Changes the pool and, beside it, the one with the faulty rows; ids must stay.
    pub fn change(&mut self, change: impl Fn(&mut Pool)) {
        change(&mut self.pool);
        if let Some(draft) = &mut self.draft {
            change(&mut draft.0);
        }
    }

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
///
/// Skills are those of the program; [`read_folder_with`] reads a folder that has its own.
pub fn read_folder(dir: &Path) -> Reading {
    read_folder_with(dir, &Dictionary::default())
}

/// [`read_folder`] with these skills.
pub fn read_folder_with(dir: &Path, skills: &Dictionary) -> Reading {
    let mut files = BTreeMap::new();
    let mut unread = BTreeMap::new();
    let mut passed_over = Vec::new();
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            let diagnostics = vec![fault::folder_unreadable(&io_reason(&error))];
            return Reading { diagnostics, ..Reading::default() };
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            match is_table_like(&name) {
                true => _ = unread.insert(name.clone(), fault::file_is_a_folder(&name)),
                false => passed_over.extend(tables_within(&entry.path()).map(|file| format!("{name}/{file}"))),
            }
            continue;
        }
        if !is_table_like(&name) {
            passed_over.extend(Some(name).filter(|name| is_named_like_a_table(name)));
            continue;
        }
        // Reading from a pipe or a device may never end.
        let special = std::fs::metadata(entry.path()).is_ok_and(|found| !found.is_file());
        let bytes = if special { Err(io::ErrorKind::InvalidInput.into()) } else { std::fs::read(entry.path()) };
        match bytes {
            Ok(bytes) => _ = files.insert(name, bytes),
            Err(_) if special => _ = unread.insert(name.clone(), fault::file_is_special(&name)),
            Err(error) => _ = unread.insert(name.clone(), fault::file_unreadable(&name, &io_reason(&error))),
        }
    }
    let mut reading = read_all(&files, unread, skills);
    reading.diagnostics.extend(passed_over.iter().map(|name| fault::file_passed_over(name)));
    reading.diagnostics.sort_by(by_place);
    reading
}

/// Files of a folder within the roster's that bear the name of a table; such a folder is a backup that nobody reads.
fn tables_within(dir: &Path) -> impl Iterator<Item = String> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(|name| is_named_like_a_table(name))
}

/// Whether a file that is not read bears the name of a table: who put it there may believe that it is. The marks that
/// spreadsheets lay beside an open file are nobody's.
fn is_named_like_a_table(file: &str) -> bool {
    if file.starts_with("~$") || file.starts_with(".~lock") {
        return false;
    }
    let stem = file.trim_start_matches(['.', '~']).split('.').next();
    let stem = normal::token(stem.unwrap_or_default());
    tables::all().iter().any(|table| [table.spec.name, table.spec.name_zh].map(normal::token).contains(&stem))
}

/// Reads every table of a folder held in memory: file name to bytes.
pub fn read_files(files: &BTreeMap<String, Vec<u8>>) -> Reading {
    read_files_with(files, &Dictionary::default())
}

/// [`read_files`] with these skills.
pub fn read_files_with(files: &BTreeMap<String, Vec<u8>>, skills: &Dictionary) -> Reading {
    read_all(files, BTreeMap::new(), skills)
}

/// The same besides files of which nothing could be read, and why.
fn read_all(files: &BTreeMap<String, Vec<u8>>, unread: BTreeMap<String, Diagnostic>, skills: &Dictionary) -> Reading {
    let tables = tables::all();
    let mut reading = Reading::default();
    let sheets = open(&tables, files, unread, &mut reading.diagnostics);
    let unknown: BTreeSet<Space> = tables
        .iter()
        .filter_map(|table| table.spec.id_column().map(|(column, space)| (table.spec, column, space)))
        .filter(|(spec, column, _)| match sheets.get(spec.name) {
            Some(opened) => opened.as_ref().is_none_or(|sheet| sheet.header(column).is_none()),
            None => spec.required,
        })
        .map(|(_, _, space)| space)
        .collect();
    let sheets: Sheets = sheets.into_iter().filter_map(|(name, sheet)| Some((name, sheet?))).collect();
    let mut index = Index::of(sheets.values(), unknown.clone(), skills, &mut reading.diagnostics);
    // Careers name organisations by their former names, so the aliases come first.
    let (aliases, others): (Vec<Entry>, Vec<Entry>) =
        tables.into_iter().partition(|table| table.spec.name == "organisation_aliases");
    let mut named = Pass::default();
    named.read(&aliases, &sheets, &index, true);
    index.add_aliases(&named.pool.organisation_aliases);
    let tables: Vec<Entry> = others.into_iter().chain(aliases).collect();
    let mut pass = Pass::default();
    let found_faulty = pass.read(&tables, &sheets, &index, false);
    let empty = index.asked_in_vain();
    for (space, cells) in &empty {
        reading.diagnostics.extend(tables.iter().map(|table| table.spec).find_map(|spec| {
            let (_, own) = spec.id_column()?;
            (space.parts().first() == Some(&own)).then(|| {
                fault::table_empty(sheets.get(spec.name).map_or(spec.file(), |sheet| sheet.file.clone()), spec, *cells)
            })
        }));
    }
    let mut unknown = unknown;
    unknown.extend(empty.keys().flat_map(|space| space.parts()));
    let mut spans = vec![&mut pass.spans];
    // What the second reading has to say was said by the first.
    let mut draft = Pass::default();
    if found_faulty {
        draft.read(&tables, &sheets, &index, true);
        spans.push(&mut draft.spans);
    }
    for spans in spans {
        spans.miss(unknown.clone());
        for space in Space::ALL {
            spans.declare(space, index.ids(space).map(str::to_owned));
        }
    }
    reading.counts = tables.iter().map(|table| count(table.spec, pass.spans.table(table.spec))).collect();
    reading.diagnostics.append(&mut pass.diagnostics);
    reading.diagnostics.sort_by(by_place);
    Reading {
        pool: pass.pool,
        spans: pass.spans,
        draft: found_faulty.then(|| Box::new((draft.pool, draft.spans))),
        ..reading
    }
}

type Sheets = BTreeMap<&'static str, Sheet>;

/// One reading of all rows.
#[derive(Default)]
struct Pass {
    pool: Pool,
    spans: Spans,
    diagnostics: Vec<Diagnostic>,
}

impl Pass {
    /// Reads `tables`; says whether some row had a cell that could not be read.
    fn read(&mut self, tables: &[Entry], sheets: &Sheets, index: &Index, keeps_faulty: bool) -> bool {
        let (pool, diagnostics) = (&mut self.pool, &mut self.diagnostics);
        let mut gathering = Gathering { pool, index, diagnostics, keeps_faulty, found_faulty: false };
        for table in tables {
            if let Some(sheet) = sheets.get(table.spec.name) {
                self.spans.keep(table.spec, (table.read)(sheet, &mut gathering));
            }
        }
        gathering.found_faulty
    }
}

/// The sheets by table; `None` for a file of which nothing can be used.
fn open(
    tables: &[Entry],
    files: &BTreeMap<String, Vec<u8>>,
    unread: BTreeMap<String, Diagnostic>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<&'static str, Option<Sheet>> {
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
        sheets.insert(spec.name, Sheet::open(file, spec, bytes, diagnostics));
    }
    for (file, fault) in unread {
        // A table that is there and cannot be read is not missing as well.
        if let Some(spec) = tables.iter().map(|table| table.spec).find(|spec| is_file_of(spec, &file))
            && !given.contains_key(spec.name)
        {
            sheets.insert(spec.name, None);
        }
        diagnostics.push(fault);
    }
    for spec in tables.iter().map(|table| table.spec).filter(|spec| spec.required) {
        if !sheets.contains_key(spec.name) {
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
