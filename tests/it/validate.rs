//! Every fault of a roster is found, named by its code, and told in both languages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use evenhand::diag::{Diagnostic, Language, Severity, codes};
use evenhand::pool::read::{Spans, read_files, read_folder};
use evenhand::pool::validate::validate;
use evenhand::pool::write::init_folder;
use jiff::civil::{Date, date};

const AS_OF: Date = date(2026, 7, 1);

fn faults(folder: &Path) -> Vec<Diagnostic> {
    let reading = read_folder(folder);
    let mut found = reading.diagnostics;
    found.extend(validate(&reading.pool, &reading.spans, AS_OF));
    found
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/invalid");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn told(diagnostic: &Diagnostic, language: Language) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = diagnostic.span.clone().unwrap_or_default();
    let row = place.row.map(|row| format!(":{row}")).unwrap_or_default();
    let column = place.column.map(|column| format!(" [{column}]")).unwrap_or_default();
    let value = place.value.map(|value| format!(" = {value}")).unwrap_or_default();
    let (cause, hint) = (diagnostic.cause.get(language), diagnostic.hint.get(language));
    format!("{severity}[{}] {}{row}{column}{value}\n  {cause}\n  {hint}\n", diagnostic.code, place.file)
}

#[test]
fn every_fault_is_told_in_both_languages() {
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let found = faults(&folder);
        for (language, suffix) in [(Language::Zh, "zh"), (Language::En, "en")] {
            let text: String = found.iter().map(|diagnostic| told(diagnostic, language)).collect();
            insta::assert_snapshot!(format!("{name}-{suffix}"), text);
        }
    }
}

#[test]
fn every_code_of_rosters_has_a_folder_that_triggers_it() {
    let mut triggered: BTreeSet<&str> =
        folders().iter().flat_map(|folder| faults(folder)).map(|diagnostic| diagnostic.code.0).collect();
    triggered.extend(faults(Path::new("no/such/folder")).iter().map(|diagnostic| diagnostic.code.0));
    // Groups 06 and above belong to policies and commands.
    let of_rosters = |code: &&str| code[1..3].parse::<u32>().unwrap() <= 5;
    let known: BTreeSet<&str> = codes::all().iter().map(|entry| entry.code.0).filter(of_rosters).collect();
    assert_eq!(triggered, known);
}

#[test]
fn a_missing_folder_is_one_fault() {
    let found = faults(Path::new("no/such/folder"));
    assert_eq!(found.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), [codes::E0101]);
}

#[test]
fn the_template_passes_every_check() {
    for language in [Language::Zh, Language::En] {
        let reading = read_files(&init_folder(language));
        let found = [reading.diagnostics, validate(&reading.pool, &reading.spans, AS_OF)].concat();
        assert_eq!(found, Vec::<Diagnostic>::new());
    }
}

#[test]
fn a_pool_from_memory_is_held_to_the_same_standard() {
    let mut pool = read_files(&init_folder(Language::En)).pool;
    pool.units.clear();
    let found = validate(&pool, &Spans::default(), AS_OF);
    assert!(found.iter().any(|fault| {
        fault.code == codes::E0302
            && fault
                .span
                .as_ref()
                .is_some_and(|span| span.file == "people.csv" && span.column.as_deref() == Some("unit"))
    }));
    for person in pool.people.values_mut() {
        person.availability = 1001;
    }
    assert!(validate(&pool, &Spans::default(), AS_OF).iter().any(|fault| fault.code == codes::E0206));
}
