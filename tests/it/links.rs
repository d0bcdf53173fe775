//! Every link, anchor and file that the documents name is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Paths of what a reader is told to add; none of them may exist.
const TO_BE_ADDED: [&str; 2] = ["models/rules/R35.toml", "src/rules/r35_short_name/"];

/// Files of a reader's own roster folder.
const OF_A_ROSTER: [&str; 1] = ["policy.toml"];

const EXTENSIONS: [&str; 5] = ["rs", "toml", "md", "json", "lock"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

/// The documents, by their path from the root.
fn documents() -> Vec<String> {
    let folders = entries(&root().join("fixtures")).into_iter().filter(|path| path.is_dir());
    let all = [root(), root().join("docs")].into_iter().chain(folders).flat_map(|folder| entries(&folder));
    let documents: Vec<String> = all
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| relative(&path))
        .collect();
    for expected in ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "docs/model.md", "fixtures/neijiang/README.md"]
    {
        assert!(documents.iter().any(|document| document == expected), "{expected} is not looked at");
    }
    documents
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/")
}

/// A document without its blocks of code.
fn prose(document: &str) -> String {
    let text = fs::read_to_string(root().join(document)).unwrap();
    let mut block = false;
    let mut prose = String::new();
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        block ^= fence;
        if !block && !fence {
            prose += line;
            prose.push('\n');
        }
    }
    prose
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(document: &str) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let prose = prose(document);
    let headings = prose.lines().filter_map(|line| Some(line.strip_prefix('#')?.trim_start_matches('#').trim()));
    let slug = |heading: &str| -> String {
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-' || *c == '_');
        kept.map(|c| if c == ' ' { '-' } else { c }).flat_map(char::to_lowercase).collect()
    };
    let mut numbered = |slug: String| {
        let times = seen.entry(slug.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { slug } else { format!("{slug}-{}", *times - 1) }
    };
    headings.map(|heading| numbered(slug(heading))).collect()
}

/// The targets of a text's links.
fn links(prose: &str) -> Vec<&str> {
    let after = prose.match_indices("](").map(|(at, _)| &prose[at + 2..]);
    after.filter_map(|rest| Some(rest.split_once(')')?.0)).collect()
}

/// What stands between single backticks.
fn quoted(prose: &str) -> Vec<&str> {
    prose.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

fn broken_links(document: &str) -> Vec<String> {
    let prose = prose(document);
    let folder = root().join(document).parent().unwrap().to_path_buf();
    let mut broken = Vec::new();
    for link in links(&prose).into_iter().filter(|link| !link.starts_with("http")) {
        let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
        let target = if file.is_empty() { document.to_string() } else { relative(&folder.join(file)) };
        let there = root().join(&target).exists();
        if !there || anchor.is_some_and(|anchor| !anchors(&target).contains(anchor)) {
            broken.push(format!("{document}: ({link})"));
        }
    }
    broken
}

/// Everything in the repository that a document may name, by its path from the root; folders with and without `/`.
fn everything() -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root()];
    while let Some(folder) = open.pop() {
        for path in entries(&folder) {
            let name = relative(&path);
            if name == "target" || name == ".git" {
                continue;
            }
            if path.is_dir() {
                found.push(format!("{name}/"));
                open.push(path);
            }
            found.push(name);
        }
    }
    found
}

/// Whether the words between backticks are meant as a path, by its first folder or by how it ends.
fn is_path(words: &str, everything: &[String]) -> bool {
    let plain = words.chars().all(|c| c.is_ascii_alphanumeric() || "_-./*<>".contains(c));
    let ends = words.ends_with('/')
        || words.rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && EXTENSIONS.contains(&ending));
    let first = words.split_once('/').is_some_and(|(first, _)| everything.contains(&format!("{first}/")));
    plain && (ends || first)
}

/// Whether something in the repository ends in this path; `*` and `<name>` stand for any one name.
fn is_there(path: &str, everything: &[String]) -> bool {
    let wanted: Vec<&str> = path.split('/').collect();
    everything.iter().any(|known| {
        let known: Vec<&str> = known.split('/').collect();
        let tail = known.len().checked_sub(wanted.len()).map(|start| &known[start..]);
        tail.is_some_and(|tail| tail.iter().zip(&wanted).all(|(known, wanted)| fits(known, wanted)))
    })
}

fn fits(known: &str, wanted: &str) -> bool {
    let open = wanted.find(['*', '<']).zip(wanted.rfind(['*', '>']));
    match open {
        Some((from, to)) => known.starts_with(&wanted[..from]) && known.ends_with(&wanted[to + 1..]),
        None => known == wanted,
    }
}

#[test]
fn every_link_and_anchor_is_there() {
    let broken: Vec<String> = documents().iter().flat_map(|document| broken_links(document)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_file_named_in_backticks_is_there() {
    let everything = everything();
    let (mut broken, mut seen) = (Vec::new(), 0);
    for document in documents() {
        for words in quoted(&prose(&document)).into_iter().filter(|words| is_path(words, &everything)) {
            let excused = TO_BE_ADDED.contains(&words) || OF_A_ROSTER.contains(&words);
            seen += 1;
            if !excused && !is_there(words, &everything) {
                broken.push(format!("{document}: `{words}`"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(seen > 50, "only {seen} paths were found");
    assert!(TO_BE_ADDED.iter().all(|path| !is_there(path, &everything)));
}

#[test]
fn slips_would_be_found() {
    let everything = everything();
    for words in ["src/solve/aims.rs", "models/rulez/", "solve/aims.rs", "nowhere.toml"] {
        assert!(is_path(words, &everything) && !is_there(words, &everything), "{words}");
    }
    for words in ["src/solve/aim.rs", "solve/aim.rs", "rules/*/check.rs", "models/templates/<id>.toml", "codes.rs"] {
        assert!(is_path(words, &everything) && is_there(words, &everything), "{words}");
    }
    for words in ["2010/7/1", "evenhand.plan/1", "n(n − 1)/2", "2.0"] {
        assert!(!is_path(words, &everything), "{words}");
    }
    assert!(anchors("docs/rules.md").contains("m03-donor-floor"));
    assert_eq!(links("see [a](b.md#c) and [d](e)"), ["b.md#c", "e"]);
}
