//! The order of `src/lib.rs` is the order of imports: nothing looks upward, and the checker shares no code.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            files.extend(sources(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
    files.sort();
    files
}

/// Every source file by its path below `src/`, without comments.
fn texts() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let each = sources(&root).into_iter().map(|file| {
        let name = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(&file).unwrap();
        let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap()).collect();
        (name, code.join("\n"))
    });
    each.collect()
}

/// The layers in the order of `src/lib.rs`.
fn layers(texts: &BTreeMap<String, String>) -> Vec<String> {
    let modules = texts["lib.rs"].lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_string).collect()
}

/// The paths that code names after `crate::`, groups opened: `check::Entry`, `rules` and so on.
fn named(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            paths.extend(open_groups(&code[at + "crate::".len()..]));
        }
    }
    paths
}

fn open_groups(rest: &str) -> Vec<String> {
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
    let head = rest[..end].trim_end_matches(':').to_string();
    if !rest[..end].ends_with("::") && end > 0 || !rest[end..].starts_with('{') {
        return vec![head];
    }
    let (mut depth, mut part, mut parts) = (0, String::new(), Vec::new());
    for c in rest[end..].chars() {
        match c {
            '{' if depth == 0 => depth = 1,
            '}' if depth == 1 => break,
            ',' if depth == 1 => parts.push(std::mem::take(&mut part)),
            c => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                part.push(c);
            }
        }
    }
    parts.push(part);
    let full =
        |part: &String| if head.is_empty() { part.trim().to_string() } else { format!("{head}::{}", part.trim()) };
    parts.iter().filter(|part| !part.trim().is_empty()).flat_map(|part| open_groups(&full(part))).collect()
}

fn layer_of(name: &str) -> &str {
    name.split(['/', '.', ':']).next().unwrap()
}

fn imports_beyond(file: &str, code: &str, allowed: &[&str]) -> Vec<String> {
    let beyond = named(code).into_iter().filter(|path| !allowed.contains(&layer_of(path)));
    beyond.map(|path| format!("{file} names crate::{path}")).collect()
}

#[test]
fn the_reader_of_imports_opens_groups() {
    assert_eq!(named("use crate::check::Entry;"), ["check::Entry"]);
    assert_eq!(named("use crate::{diag::Text, pool::{Case, Person}};"), ["diag::Text", "pool::Case", "pool::Person"]);
    assert_eq!(named("let x = crate::geo::great_circle_km(a, b); mycrate::no()"), ["geo::great_circle_km"]);
}

#[test]
fn nothing_imports_from_a_layer_below_it() {
    let texts = texts();
    let layers = layers(&texts);
    assert!(layers.len() > 10, "src/lib.rs lists its layers as `pub mod`");
    let mut upward = Vec::new();
    for (file, code) in texts.iter().filter(|(file, _)| !matches!(file.as_str(), "lib.rs" | "main.rs")) {
        let position = layers.iter().position(|layer| layer == layer_of(file)).unwrap_or_else(|| panic!("{file}"));
        let allowed: Vec<&str> = layers[..=position].iter().map(String::as_str).collect();
        upward.extend(imports_beyond(file, code, &allowed));
    }
    assert!(upward.is_empty(), "upward imports:\n{}", upward.join("\n"));
}

#[test]
fn the_checker_shares_no_code_with_what_it_checks() {
    let texts = texts();
    let mut shared = Vec::new();
    for (file, code) in &texts {
        if file.starts_with("check/") {
            shared.extend(imports_beyond(file, code, &["check", "diag", "geo", "id", "plan", "policy", "pool"]));
        }
        if file.starts_with("rules/") && file.ends_with("/check.rs") {
            shared.extend(imports_beyond(file, code, &["check", "diag", "geo", "id", "plan", "policy", "pool"]));
            let folder = code.split("super::").skip(1).any(|rest| {
                let names = open_groups(rest.split(';').next().unwrap());
                names.iter().any(|name| ["post", "screen", "phrase", "super"].contains(&layer_of(name)))
            });
            if folder {
                shared.push(format!("{file} uses its folder's post, screen or phrase"));
            }
        }
        if (file.starts_with("check/") || file.ends_with("/check.rs")) && code.contains("overlap_days(") {
            shared.push(format!("{file} counts overlaps with the pool's code"));
        }
    }
    assert!(shared.is_empty(), "{}", shared.join("\n"));
    assert!(texts.keys().any(|file| file.starts_with("rules/") && file.ends_with("/check.rs")));
}

#[test]
fn only_solve_names_a_solver() {
    let names_a_solver =
        |code: &str| code.contains("highs::") || code.contains("good_lp::") || code.contains("use highs");
    let texts = texts();
    let outside: Vec<&String> = texts
        .iter()
        .filter(|(file, code)| layer_of(file) != "solve" && names_a_solver(code))
        .map(|(file, _)| file)
        .collect();
    assert!(outside.is_empty(), "{outside:?} name a solver");
    assert!(texts.iter().any(|(file, code)| layer_of(file) == "solve" && names_a_solver(code)));
}

#[test]
fn every_rule_in_force_by_default_has_a_check() {
    let (policy, _) = evenhand::policy::builtin();
    let checks: Vec<&str> = evenhand::rules::checks().iter().map(|check| check.code()).collect();
    let mut sorted = checks.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(checks, sorted, "the list is sorted by code, each once");
    for code in &checks {
        assert!(policy.rules.rules.contains_key(*code), "{code} is not in models/rules/");
    }
    for screening in evenhand::rules::screening() {
        assert!(checks.contains(&screening.code()), "{} screens and has no check", screening.code());
    }
}
