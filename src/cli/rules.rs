//! `evenhand rules`: what each rule states, on what source, and who may waive it.

use super::arguments::Rules;
use super::failure::Failure;
use super::session::Session;
use crate::diag::{Text, did_you_mean};
use crate::plan::ExitCode;
use crate::policy::{Rule, builtin};
use crate::report;

pub(super) fn run(session: &mut Session, arguments: &Rules) -> Result<ExitCode, Failure> {
    let (policy, faults) = builtin();
    session.warn(&faults)?;
    let chosen: Vec<&Rule> = match &arguments.rule {
        None => policy.rules.rules.values().collect(),
        Some(name) => vec![policy.rules.find(name).ok_or_else(|| unknown(name, policy.rules.rules.values()))?],
    };
    if session.json {
        session.print_json(&report::rules::json(&chosen, session.as_of))?;
    } else if arguments.rule.is_some() {
        for rule in &chosen {
            session.print(&report::rules::page(rule, session.as_of, session.language))?;
        }
    } else {
        session.print(&report::rules::list(&chosen, session.as_of, session.language))?;
        if let Some(first) = chosen.first() {
            session.next_step(&Text::new("查看一条规则", "read one rule"), &["rules", &first.code])?;
        }
    }
    Ok(ExitCode::Success)
}

fn unknown<'a>(name: &str, rules: impl Iterator<Item = &'a Rule>) -> Failure {
    let known = rules.flat_map(|rule| [rule.code.as_str(), rule.id.as_str()]);
    let hint = match did_you_mean(name, known) {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new("列出全部规则：evenhand rules", "to list them all: evenhand rules"),
    };
    Failure::usage(Text::new(format!("没有规则“{name}”"), format!("there is no rule `{name}`")), hint)
}
