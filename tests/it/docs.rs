//! The generated documents are what the code would write today.

use std::fs;
use std::path::Path;

use evenhand::{diag, policy, pool};

/// Compares `docs/<name>` with what the code writes; on a difference the new text is left in the target directory.
fn assert_current(name: &str, written: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if fs::read_to_string(&path).unwrap_or_default() == written {
        return;
    }
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.new"));
    fs::write(&new, written).unwrap();
    panic!("docs/{name} is out of date; to accept the new text: cp {} {}", new.display(), path.display());
}

#[test]
fn rules() {
    assert_current("rules.md", &policy::rules_reference(&policy::builtin().0.rules));
}

#[test]
fn codes() {
    assert_current("codes.md", &diag::codes::reference());
}

#[test]
fn glossary() {
    assert_current("glossary.md", &policy::glossary_reference());
}

#[test]
fn data() {
    assert_current("data.md", &pool::read::data_reference());
}
