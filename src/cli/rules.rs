//! `evenhand rules`: what each rule states, on what source, and who may waive it.

use std::io;
use std::path::Path;

use super::arguments::Rules;
use super::failure::Failure;
use super::roster::policy_in_force;
use super::session::{Session, word};
use crate::diag::{Text, did_you_mean};
use crate::plan::ExitCode;
use crate::policy::{Rule, reserved};
use crate::report;

pub(super) fn run(session: &mut Session, arguments: &Rules) -> Result<ExitCode, Failure> {
    let roster = arguments.roster.as_deref();
    let policy = policy_in_force(session, roster)?;
    let (chosen, reserved): (Vec<&Rule>, Vec<(&str, Text)>) = match &arguments.rule {
        None => (policy.rules.rules.values().collect(), reserved()),
        Some(name) => match policy.rules.find(name) {
            Some(rule) => (vec![rule], Vec::new()),
            None => (Vec::new(), vec![reserved_as(name).ok_or_else(|| unknown(name, policy.rules.rules.values()))?]),
        },
    };
    if session.json {
        session.print_json(&report::rules::json(&chosen, &reserved, session.as_of))?;
    } else if arguments.rule.is_some() {
        for rule in &chosen {
            session.print(&report::rules::page(rule, session.as_of, session.language))?;
        }
        session.print(&report::rules::reserved(&reserved, session.language))?;
        follow(session, &Text::new("列出全部规则", "list all rules"), None, roster)?;
    } else {
        session.print(&report::rules::list(&chosen, session.as_of, session.language))?;
        session.print("\n")?;
        session.print(&report::rules::reserved(&reserved, session.language))?;
        if let Some(first) = chosen.first() {
            follow(session, &Text::new("查看一条规则", "read one rule"), Some(&first.code), roster)?;
        }
    }
    Ok(ExitCode::Success)
}

/// Says how to see one rule or all of them, as set in the same folder.
fn follow(session: &mut Session, purpose: &Text, rule: Option<&str>, roster: Option<&Path>) -> io::Result<()> {
    let folder = roster.map(word);
    let option = folder.iter().flat_map(|folder| ["--roster", folder]);
    let command: Vec<&str> = std::iter::once("rules").chain(rule).chain(option).collect();
    session.next_step(purpose, &command)
}

/// The number that bears no rule, with the reason.
fn reserved_as(name: &str) -> Option<(&'static str, Text)> {
    reserved().into_iter().find(|(code, _)| name.eq_ignore_ascii_case(code))
}

fn unknown<'a>(name: &str, rules: impl Iterator<Item = &'a Rule> + Clone) -> Failure {
    let known = rules.flat_map(|rule| [rule.code.as_str(), rule.id.as_str()]);
    // `r6` is meant for R06.
    let padded = match name.split_at_checked(1) {
        Some((series, number)) if number.len() == 1 => format!("{}0{number}", series.to_uppercase()),
        _ => name.to_string(),
    };
    let near = known.clone().find(|code| *code == padded).or_else(|| did_you_mean(name, known));
    let hint = match near {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new("列出全部规则：evenhand rules", "to list them all: evenhand rules"),
    };
    Failure::usage(Text::new(format!("没有规则“{name}”"), format!("there is no rule `{name}`")), hint)
}
