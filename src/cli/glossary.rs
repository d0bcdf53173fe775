//! `evenhand glossary`: the words used here, in both languages.

use super::arguments::Glossary;
use super::failure::Failure;
use super::session::Session;
use crate::diag::{Text, did_you_mean};
use crate::plan::ExitCode;
use crate::policy::{glossary, look_up};
use crate::report;

pub(super) fn run(session: &mut Session, arguments: &Glossary) -> Result<ExitCode, Failure> {
    let terms = match &arguments.word {
        None => glossary(),
        Some(word) => look_up(word),
    };
    if let (true, Some(word)) = (terms.is_empty(), &arguments.word) {
        return Err(unknown(word));
    }
    if session.json {
        session.print_json(&report::glossary::json(&terms))?;
    } else {
        session.print(&report::glossary::text(&terms, session.language))?;
    }
    if let Some(rule) = terms.iter().flat_map(|term| &term.rules).next() {
        session.next_step(&Text::new("查看相关规则", "read the rule about it"), &["rules", rule])?;
    }
    Ok(ExitCode::Success)
}

fn unknown(word: &str) -> Failure {
    let terms = glossary();
    let names = terms.iter().flat_map(|term| [term.name.zh.as_str(), term.name.en.as_str()]);
    let hint = match did_you_mean(word, names) {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new("列出全部用语：evenhand glossary", "to list them all: evenhand glossary"),
    };
    Failure::usage(Text::new(format!("术语表中没有“{word}”"), format!("`{word}` is not in the glossary")), hint)
}
