//! Reads policy files and lays a folder's overrides over the built-in ones.

use std::collections::BTreeMap;

use super::builtin::{embedded, embedded_file, policy_names};
use super::parse::{parse_toml, read_toml, suggest};
use super::{FolderPolicy, Policy, Rule, RulePack, TeamSettings, Template, TieSettings, Traces, overlay, validate};
use crate::diag::{Diagnostic, Text, codes};
use crate::pool::skill::Dictionary;

/// Loads the policy `name` (or the path and text of the file a user named), with `folder` laid over it.
///
/// Every fault is reported; what is faulty keeps its built-in value.
pub fn load(name: &str, file: Option<(&str, &str)>, folder: &FolderPolicy) -> (Policy, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let rules = embedded_rules(&mut faults);
    let templates = embedded_templates(&mut faults);
    let ties = embedded_file("ties.toml").and_then(|text| ties(text, &mut faults)).unwrap_or_default();
    let default_team = embedded_team("default", &mut faults).unwrap_or_default();
    let team = match file {
        Some((path, text)) => team(path, text, &mut faults),
        None if name == "default" => None,
        None => embedded_team(name, &mut faults),
    };
    let mut policy = Policy {
        name: file.map_or(name, |(path, _)| path).to_string(),
        rules,
        templates,
        ties,
        team: team.unwrap_or(default_team),
        traces: Traces::default(),
    };
    overlay::apply(&mut policy, folder, &mut faults);
    faults.sort_by_key(|fault| fault.span.as_ref().map(|span| (span.file.clone(), span.row)));
    (policy, faults)
}

fn embedded_rules(faults: &mut Vec<Diagnostic>) -> RulePack {
    let files = embedded("rules");
    let rules = files.iter().filter_map(|(path, text)| parse_toml::<Rule>(path, text, faults));
    RulePack { rules: rules.map(|rule| (rule.code.clone(), rule)).collect() }
}

fn embedded_templates(faults: &mut Vec<Diagnostic>) -> BTreeMap<String, Template> {
    let mut templates = BTreeMap::new();
    for (path, text) in embedded("templates") {
        if let (Some(template), document) = read_toml::<Template>(&path, text, faults) {
            faults.extend(validate::template(&document, &[], &template, &Dictionary::default()));
            templates.insert(template.id.clone(), template);
        }
    }
    templates
}

fn embedded_team(name: &str, faults: &mut Vec<Diagnostic>) -> Option<TeamSettings> {
    let path = format!("policies/team/{name}.toml");
    let Some(text) = embedded_file(&path) else {
        faults.push(unknown_policy(name));
        return None;
    };
    team(&format!("models/{path}"), text, faults)
}

fn team(path: &str, text: &str, faults: &mut Vec<Diagnostic>) -> Option<TeamSettings> {
    let before = faults.len();
    let (team, document) = read_toml::<TeamSettings>(path, text, faults);
    validate::team(&document, &[], team.as_ref()?, faults);
    team.filter(|_| faults.len() == before)
}

fn ties(text: &str, faults: &mut Vec<Diagnostic>) -> Option<TieSettings> {
    let before = faults.len();
    let (ties, document) = read_toml::<TieSettings>("models/ties.toml", text, faults);
    validate::ties(&document, &[], ties.as_ref()?, faults);
    ties.filter(|_| faults.len() == before)
}

fn unknown_policy(name: &str) -> Diagnostic {
    let names = policy_names("team");
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    Diagnostic::error(
        codes::E0605,
        None,
        Text::new(format!("没有名为“{name}”的内置政策"), format!("no built-in policy is named `{name}`")),
        suggest(name, &known),
    )
}
