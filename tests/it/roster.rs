//! Reading and writing roster folders.

use std::collections::BTreeMap;

use evenhand::diag::{Diagnostic, Language};
use evenhand::pool::read::{Reading, fingerprint, read_files};
use evenhand::pool::write::{init_folder, write_folder};

type Files = BTreeMap<String, Vec<u8>>;

fn without_faults(files: &Files) -> Reading {
    let reading = read_files(files);
    assert_eq!(reading.diagnostics, Vec::<Diagnostic>::new());
    reading
}

fn transcode(files: &Files) -> Files {
    let to_gb18030 = |bytes: &Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        encoding_rs::GB18030.encode(text.trim_start_matches('\u{feff}')).0.into_owned()
    };
    files.iter().map(|(name, bytes)| (name.clone(), to_gb18030(bytes))).collect()
}

fn shuffled(files: &Files) -> Files {
    let reversed = |bytes: &Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\n").into_bytes()
    };
    files.iter().map(|(name, bytes)| (name.clone(), reversed(bytes))).collect()
}

#[test]
fn the_template_reads_without_a_word_in_both_languages() {
    let zh = without_faults(&init_folder(Language::Zh));
    let en = without_faults(&init_folder(Language::En));
    assert_eq!(zh.pool, en.pool);
    assert!(zh.counts.iter().all(|count| count.records > 0 && count.file.is_some()), "{:?}", zh.counts);
}

#[test]
fn what_is_written_reads_back() {
    let pool = without_faults(&init_folder(Language::Zh)).pool;
    for language in [Language::Zh, Language::En] {
        assert_eq!(without_faults(&write_folder(&pool, language)).pool, pool);
    }
}

#[test]
fn encoding_row_order_and_language_leave_pool_and_fingerprint_alone() {
    let files = init_folder(Language::Zh);
    let pool = without_faults(&files).pool;
    for other in [transcode(&files), shuffled(&files), init_folder(Language::En)] {
        let found = without_faults(&other).pool;
        assert_eq!(found, pool);
        assert_eq!(fingerprint(&found), fingerprint(&pool));
    }
}

#[test]
fn every_fact_changes_the_fingerprint() {
    let pool = without_faults(&init_folder(Language::Zh)).pool;
    let mut changed = pool.clone();
    changed.people.values_mut().next().unwrap().availability -= 1;
    assert_ne!(fingerprint(&changed), fingerprint(&pool));
    let mut changed = pool.clone();
    changed.leave.clear();
    assert_ne!(fingerprint(&changed), fingerprint(&pool));
}
