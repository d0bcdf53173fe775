//! How many cases a property is tried on, and which.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// `cases` cases, the same on every run, lest a change fail that did not touch what fails. What the environment says
/// goes before it: `PROPTEST_RNG_SEED` and `PROPTEST_CASES` try others, as `make soak` does, and
/// `PROPTEST_MAX_SHRINK_ITERS` says how long to look for a smaller failure.
pub fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_260_601),
        failure_persistence: None,
        max_shrink_iters: 4000,
        ..ProptestConfig::default()
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
        for (at, head) in text.match_indices("proptest! {\n") {
            let first = text[at + head.len()..].lines().next().unwrap_or_default().trim_start();
            let fixed = ["config(", "ProptestConfig { rng_seed: RngSeed::Fixed("];
            let fixed = fixed.iter().any(|start| first.starts_with(&format!("#![proptest_config({start}")));
            assert!(fixed, "{}: {first}", path.display());
            properties += 1;
        }
    }
    assert!(properties >= 8, "{properties}");
}
