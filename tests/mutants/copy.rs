//! Writes the copy of the crate in which every mutant can be switched on, and has Cargo build its tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::find::{Mutant, mutate};

/// The code under mutation: what ties, screening and the rows of the model are made of.
const MUTATED: [&str; 3] = ["src/ties/", "src/screen/", "src/rules/frame/"];
/// The same within a rule's folder.
const OF_RULES: [&str; 2] = ["screen.rs", "post.rs"];

/// What the copy is made of.
const NEEDED: [&str; 6] = ["Cargo.lock", "build.rs", "fixtures", "models", "src", "tests/it"];

/// Writes the copy into `folder` and returns its mutants; what is unchanged since the last time is left alone, so
/// that Cargo need not build it again. `killers` are the modules of the tests to take along.
pub fn write(crate_root: &Path, folder: &Path, killers: &[&str]) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    let mut written = BTreeSet::new();
    let mut put = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if fs::read(&path).ok().as_deref() != Some(bytes) {
            fs::write(&path, bytes).unwrap();
        }
        written.insert(path);
    };
    for name in files(crate_root) {
        let bytes = fs::read(crate_root.join(&name)).unwrap();
        let text = || String::from_utf8(bytes.clone()).unwrap();
        match name.as_str() {
            // Nobody calls the program; without it there is less to build.
            "src/main.rs" => {}
            "src/lib.rs" => put(&name, format!("#![allow(warnings)]\n{}\nmod flip;\n", text()).as_bytes()),
            "tests/it/main.rs" => put(&name, only(&text(), killers).as_bytes()),
            name if is_mutated(name) => {
                let (mutated, found) = mutate(name, &text(), mutants.len());
                mutants.extend(found);
                put(name, mutated.as_bytes());
            }
            name => put(name, &bytes),
        }
    }
    put("src/flip.rs", include_bytes!("flip.rs"));
    put("Cargo.toml", manifest(&fs::read_to_string(crate_root.join("Cargo.toml")).unwrap()).as_bytes());
    for gone in files(folder).into_iter().map(|name| folder.join(name)).filter(|path| !written.contains(path)) {
        fs::remove_file(gone).unwrap();
    }
    mutants
}

fn is_mutated(name: &str) -> bool {
    let of_rule = name.starts_with("src/rules/") && OF_RULES.iter().any(|end| name.ends_with(&format!("/{end}")));
    of_rule || MUTATED.iter().any(|folder| name.starts_with(folder))
}

/// Every file of what is needed, by its name from the root.
fn files(root: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<PathBuf> = NEEDED.iter().map(|name| root.join(name)).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.exists() {
            found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
        }
    }
    found
}

/// Test modules without tests, which killers start from.
const HELPERS: [&str; 3] = ["properties", "records", "village"];

/// The list of the test modules without those that are neither killers nor helpers.
fn only(main: &str, killers: &[&str]) -> String {
    let kept = |line: &&str| {
        let module = line.strip_prefix("mod ").and_then(|line| line.strip_suffix(';'));
        module.is_none_or(|module| HELPERS.contains(&module) || killers.contains(&module))
    };
    main.lines().filter(kept).map(|line| format!("{line}\n")).collect()
}

/// The same dependencies and the same profile, so that nothing but the crate itself is compiled again.
fn manifest(text: &str) -> String {
    let mut manifest: toml::Table = text.parse().unwrap();
    for unneeded in ["bin", "bench", "lints"] {
        manifest.remove(unneeded);
    }
    let package = manifest["package"].as_table_mut().unwrap();
    package.remove("default-run");
    package.remove("readme");
    let tests = manifest["test"].as_array_mut().unwrap();
    tests.retain(|test| test["name"].as_str() == Some("it"));
    manifest.insert("workspace".to_string(), toml::Table::new().into());
    manifest.to_string()
}

/// Builds the copy's tests in the target directory of this crate, where the dependencies are, and returns the binary.
pub fn build(folder: &Path, target: &Path) -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["test", "--release", "--locked", "--offline", "--no-run", "--test", "it"]);
    cargo.args(["--message-format", "json-render-diagnostics", "--target-dir"]).arg(target);
    // Not optimized: it takes less time to build the copy than its tests win by it.
    cargo.current_dir(folder).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    for (name, _) in std::env::vars_os() {
        let of_this_run = |prefix: &&str| name.to_str().is_some_and(|name| name.starts_with(prefix));
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "LD_LIBRARY_PATH"].iter().any(of_this_run) {
            cargo.env_remove(name);
        }
    }
    let output = cargo.stdin(Stdio::null()).stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "the mutated copy in {} does not compile", folder.display());
    let messages = String::from_utf8(output.stdout).unwrap();
    let executable = messages.lines().rev().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message["executable"].as_str().map(PathBuf::from)
    });
    executable.expect("Cargo names the binary")
}
