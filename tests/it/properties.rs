//! How many cases a property is tried on, and which.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// `cases` cases, the same on every run, lest a change fail that did not touch what fails; `PROPTEST_RNG_SEED` and
/// `PROPTEST_CASES` try others, as `make soak` does. `PROPTEST_MAX_SHRINK_ITERS` says how long to look for a smaller
/// failure.
pub fn config(cases: u32) -> ProptestConfig {
    let set = |name: &str| std::env::var_os(name).is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if set("PROPTEST_CASES") { default.cases } else { cases },
        rng_seed: if set("PROPTEST_RNG_SEED") { default.rng_seed } else { RngSeed::Fixed(20_260_601) },
        failure_persistence: None,
        max_shrink_iters: if set("PROPTEST_MAX_SHRINK_ITERS") { default.max_shrink_iters } else { 4000 },
        ..default
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn no_property_is_tried_on_other_cases_each_time() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut properties = 0;
    for path in sources(&root.join("tests/it")).into_iter().chain(sources(&root.join("src"))) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for (at, head) in text.match_indices("\nproptest! {\n") {
            let first = text[at + head.len()..].trim_start();
            assert!(
                first.starts_with("#![proptest_config(config("),
                "{}: {}",
                path.display(),
                first.lines().next().unwrap_or_default()
            );
            properties += 1;
        }
    }
    assert!(properties >= 8, "{properties}");
}
