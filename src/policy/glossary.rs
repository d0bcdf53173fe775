//! The terms of the program and of its trade.

use std::fmt::Write;

use serde::Deserialize;

use super::builtin::embedded_file;
use super::parse::parse_toml;
use crate::diag::Text;

/// One term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term.
    pub name: Text,
    /// Other words under which it is looked up; the program says none of them.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it means, in a sentence.
    pub meaning: Text,
    /// Codes of the rules where it matters.
    #[serde(default)]
    pub rules: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<Term>,
}

/// Every term of `models/glossary.toml`, in its order.
pub fn glossary() -> Vec<Term> {
    let text = embedded_file("glossary.toml").unwrap_or_default();
    // A broken glossary cannot be shipped: the tests read it.
    parse_toml::<File>("models/glossary.toml", text, &mut Vec::new()).map(|file| file.term).unwrap_or_default()
}

/// The terms whose name or rules contain `word`, in either language and any letter case; all of them for a blank
/// word. A term that bears the very name, or has it for an alias, comes alone.
pub fn look_up(word: &str) -> Vec<Term> {
    let word = word.trim().to_lowercase();
    let names = |term: &Term| [term.name.zh.to_lowercase(), term.name.en.to_lowercase()];
    let all = glossary();
    let bears =
        |term: &&Term| names(term).contains(&word) || term.aliases.iter().any(|alias| alias.to_lowercase() == word);
    let exact: Vec<Term> = all.iter().filter(bears).cloned().collect();
    if !exact.is_empty() {
        return exact;
    }
    let about = |term: &Term| {
        names(term).iter().any(|name| name.contains(&word)) || term.rules.iter().any(|code| code.to_lowercase() == word)
    };
    all.into_iter().filter(about).collect()
}

/// `docs/glossary.md`; a test compares it with the file.
pub fn glossary_reference() -> String {
    let mut out = String::from(
        "# 术语 · Glossary\n\n本页由 `models/glossary.toml` 生成，测试保证两者一致。This page is generated from \
         `models/glossary.toml`; a test keeps them equal.\n\n| 术语 | term | 含义 meaning | 规则 rules |\n|---|---|---|---|\n",
    );
    for term in glossary() {
        let rules = term.rules.join(", ");
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "| {} | {} | {} {} | {rules} |",
            term.name.zh, term.name.en, term.meaning.zh, term.meaning.en
        );
    }
    out
}
