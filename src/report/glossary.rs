//! Terms in both languages, the reader's own first.

use serde_json::{Value, json};

use super::layout::wrapped;
use super::style::bold;
use crate::diag::Language;
use crate::policy::Term;

/// A small paragraph per term.
pub fn text(terms: &[Term], language: Language) -> String {
    let mut page = String::new();
    for term in terms {
        let (name, other) = match language {
            Language::Zh => (&term.name.zh, &term.name.en),
            Language::En => (&term.name.en, &term.name.zh),
        };
        page += &format!("{}  {other}\n", bold(name));
        for line in wrapped(term.meaning.get(language), 100) {
            page += &format!("  {line}\n");
        }
        if !term.rules.is_empty() {
            page += &match language {
                Language::Zh => format!("  规则：{}\n", term.rules.join("、")),
                Language::En => format!("  rules: {}\n", term.rules.join(", ")),
            };
        }
    }
    page
}

/// The same as data.
pub fn json(terms: &[Term]) -> Value {
    let terms: Vec<Value> =
        terms.iter().map(|term| json!({ "name": term.name, "meaning": term.meaning, "rules": term.rules })).collect();
    json!({ "terms": terms })
}
