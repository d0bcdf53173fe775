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

/// What a file passes on of another layer, so that a third one could see it there; ids belong to everybody.
fn passed_on(file: &str, code: &str) -> Vec<String> {
    let mut passed = Vec::new();
    for (at, _) in code.match_indices("pub") {
        let begins = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = code[at + "pub".len()..].trim_start();
        let rest = if rest.starts_with('(') { rest.split_once(')').unwrap().1.trim_start() } else { rest };
        if begins && rest.starts_with("use ") {
            let foreign = named(rest.split(';').next().unwrap()).into_iter();
            passed.extend(foreign.filter(|path| ![layer_of(file), "id"].contains(&layer_of(path))));
        }
    }
    passed.into_iter().map(|path| format!("{file} passes on crate::{path}")).collect()
}

fn imports_beyond(file: &str, code: &str, allowed: &[&str]) -> Vec<String> {
    let beyond = named(code).into_iter().filter(|path| !allowed.contains(&layer_of(path)));
    beyond.map(|path| format!("{file} names crate::{path}")).collect()
}

#[test]
fn ranges_are_said_in_one_place_where_a_single_day_is_said_once() {
    let is_range = |line: &&str| line.contains("} 至 {") || line.contains("}至{");
    // What a program can do, and what a cell may hold, are no stretches of days.
    let is_bound = |name: &str, line: &str| name == "cli/generate.rs" || line.contains("之间");
    for (name, text) in texts().iter().filter(|(name, _)| *name != "diag/range.rs") {
        for line in text.lines().filter(is_range) {
            assert!(is_bound(name, line), "{name} says a range by itself: {}", line.trim());
        }
    }
}

#[test]
fn the_reader_of_imports_opens_groups() {
    assert_eq!(named("use crate::check::Entry;"), ["check::Entry"]);
    assert_eq!(named("use crate::{diag::Text, pool::{Case, Person}};"), ["diag::Text", "pool::Case", "pool::Person"]);
    assert_eq!(named("let x = crate::geo::great_circle_km(a, b); mycrate::no()"), ["geo::great_circle_km"]);
}

#[test]
fn the_reader_of_imports_sees_what_is_passed_on() {
    let code = "pub use crate::geo::Region;\nuse crate::diag::Text;\npub(crate) use crate::{id::CaseId, diag};\npub(in crate::pool) fn f() {}";
    assert_eq!(
        passed_on("pool/mod.rs", code),
        ["pool/mod.rs passes on crate::geo::Region", "pool/mod.rs passes on crate::diag"]
    );
    assert_eq!(passed_on("geo/mod.rs", "pub use crate::geo::tree::Region;"), Vec::<String>::new());
}

#[test]
fn nothing_is_passed_on_from_one_layer_by_another() {
    let passed: Vec<String> = texts().iter().flat_map(|(file, code)| passed_on(file, code)).collect();
    assert!(passed.is_empty(), "name it where it lives:\n{}", passed.join("\n"));
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

/// Dates and look-ups of the pool on which screening and the model rest; the checker has its own.
const HELPERS: [&str; 7] =
    ["days_ahead", "days_between", "leave_within", "may_contain", "overlap_days", "serves_in", "widest"];

/// Whether code calls a helper or names its path; a field of the same name, such as a setting, is another matter.
fn calls(code: &str, helper: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(helper).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + helper.len()..]);
        let whole = !before.ends_with(is_part) && !after.starts_with(is_part);
        whole && (after.starts_with('(') || !before.ends_with('.') && !after.starts_with(':'))
    })
}

/// What code, its tests aside, names of the modules above its own, groups opened; blank for all of one.
fn from_above(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap();
    let chains = code.match_indices("super::").filter(|(at, _)| !code[..*at].ends_with("super::"));
    chains.flat_map(|(at, part)| open_groups(code[at + part.len()..].split(';').next().unwrap())).collect()
}

/// The rule's type and `CODE`, which the folder's `mod.rs` defines; of its functions and modules a check shares none.
fn is_the_rule_itself(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && !name.contains("::")
}

#[test]
fn the_reader_of_checks_sees_functions_modules_and_helpers() {
    let code =
        "use super::{CODE, Load, group, phrase::late}; super::lapse(x); use super::super::r07::Post; use super::*;
        #[cfg(test)] mod tests { use super::*; }";
    let wrong: Vec<String> = from_above(code).into_iter().filter(|name| !is_the_rule_itself(name)).collect();
    assert_eq!(wrong, ["group", "phrase::late", "lapse", "super::r07::Post", ""]);
    assert!(calls("period.widest(day)", "widest") && calls("use x::{widest};", "widest"));
    assert!(!calls("self.widest_of(day); my_widest(); setting.widest > 3; Setting { widest: 3 }", "widest"));
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
            let names = from_above(code).into_iter().filter(|name| !is_the_rule_itself(name));
            shared.extend(names.map(|name| format!("{file} uses super::{name}, which is not the rule itself")));
        }
        if file.starts_with("check/") || file.ends_with("/check.rs") {
            let helpers = HELPERS.into_iter().filter(|helper| calls(code, helper));
            shared.extend(helpers.map(|helper| format!("{file} calls {helper}, as what it checks does")));
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

#[test]
fn a_rule_that_judges_people_at_hand_posts_rows_about_them_and_says_so() {
    let judges = |(file, code): (&String, &String)| {
        let (folder, check) = file.strip_prefix("rules/")?.split_once('/')?;
        let number = folder.split('_').next()?.to_uppercase();
        (check == "check.rs" && code.contains("OnHand {")).then_some(number)
    };
    let judging: Vec<String> = texts().iter().filter_map(judges).collect();
    assert_eq!(evenhand::rules::on_hand().collect::<Vec<_>>(), judging);
    assert!(judging.len() > 3, "{judging:?}");
}
