//! Reads policy files and lays a folder's overrides over the built-in ones.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::builtin::{MODELS, policy_names};
use super::{FolderPolicy, ParameterValue, Policy, Rule, RulePack, TeamSettings, Template, TieSettings};
use crate::diag::{Diagnostic, Span, Text, codes, did_you_mean};

/// Loads the policy `name` (or the text of the file a user named), with `folder` laid over it.
///
/// Every fault is reported; what is faulty keeps its built-in value.
pub fn load(name: &str, file: Option<(&str, &str)>, folder: &FolderPolicy) -> (Policy, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut rules = RulePack::default();
    for (path, text) in embedded("rules") {
        if let Some(rule) = parse_toml::<Rule>(&path, text, &mut faults) {
            rules.rules.insert(rule.code.clone(), rule);
        }
    }
    let mut templates = BTreeMap::new();
    for (path, text) in embedded("templates") {
        if let Some(template) = parse_toml::<Template>(&path, text, &mut faults) {
            templates.insert(template.id.clone(), template);
        }
    }
    let ties =
        embedded_file("ties.toml").and_then(|text| parse_toml::<TieSettings>("models/ties.toml", text, &mut faults));
    let team = match file {
        Some((path, text)) => parse_toml::<TeamSettings>(path, text, &mut faults),
        None => {
            let path = format!("policies/team/{name}.toml");
            let text = embedded_file(&path);
            if text.is_none() {
                faults.push(unknown_policy(name));
            }
            text.and_then(|text| parse_toml::<TeamSettings>(&format!("models/{path}"), text, &mut faults))
        }
    };
    apply_rule_overrides(&mut rules, folder, &mut faults);
    let policy = Policy {
        name: file.map_or(name, |(path, _)| path).to_string(),
        rules,
        templates,
        ties: folder.ties.clone().or(ties).unwrap_or_default(),
        team: folder.team.clone().or(team).unwrap_or_default(),
    };
    (policy, faults)
}

/// Parses one TOML file strictly; an unknown key is an error that proposes the nearest known one.
pub fn parse_toml<T: DeserializeOwned>(path: &str, text: &str, faults: &mut Vec<Diagnostic>) -> Option<T> {
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            faults.push(parse_fault(path, text, &error));
            None
        }
    }
}

fn parse_fault(path: &str, text: &str, error: &toml::de::Error) -> Diagnostic {
    let message = error.message();
    let mut span = Span::file(path);
    if let Some(range) = error.span() {
        span.row = Some(text[..range.start.min(text.len())].matches('\n').count() + 1);
        span.value = text.get(range).map(|value| value.trim().to_string()).filter(|value| !value.is_empty());
    }
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if let (true, Some((unknown, known))) = (message.starts_with("unknown field"), quoted.split_first()) {
        let hint = match did_you_mean(unknown, known.iter().copied()) {
            Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
            None => Text::new(format!("可用的键：{}", known.join("、")), format!("known keys: {}", known.join(", "))),
        };
        let cause = Text::new(format!("未知的键“{unknown}”"), format!("unknown key `{unknown}`"));
        return Diagnostic::error(codes::E0602, span, cause, hint);
    }
    Diagnostic::error(
        codes::E0601,
        span,
        Text::new(format!("无法解析：{message}"), format!("cannot be parsed: {message}")),
        Text::new("请对照 models/ 中的同类文件修改", "compare it with the files of its kind in models/"),
    )
}

fn apply_rule_overrides(pack: &mut RulePack, folder: &FolderPolicy, faults: &mut Vec<Diagnostic>) {
    for (name, change) in &folder.rules {
        let Some(rule) = rule_mut(pack, name, faults) else { continue };
        if let Some(enabled) = change.enabled {
            rule.enabled = enabled;
        }
        if change.verdict.is_some() {
            rule.verdict = change.verdict;
        }
        for (key, value) in &change.parameters {
            match rule.parameters.get_mut(key) {
                Some(parameter) if same_type(&parameter.value, value) => parameter.value = value.clone(),
                Some(_) => faults.push(Diagnostic::error(
                    codes::E0601,
                    Span::file("policy.toml").cell(format!("rule.{name}.parameters.{key}"), format!("{value:?}")),
                    Text::new(format!("参数“{key}”的类型不对"), format!("parameter `{key}` has the wrong type")),
                    Text::new("请使用与默认值相同的类型", "use the type of the default value"),
                )),
                None => {
                    let near = did_you_mean(key, rule.parameters.keys().map(String::as_str));
                    faults.push(Diagnostic::error(
                        codes::E0602,
                        Span::file("policy.toml").cell(format!("rule.{name}.parameters"), key.clone()),
                        Text::new(
                            format!("规则 {name} 没有参数“{key}”"),
                            format!("rule {name} has no parameter `{key}`"),
                        ),
                        near.map_or_else(
                            || Text::new("请运行 evenhand rules 查看参数", "see `evenhand rules` for its parameters"),
                            |near| Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
                        ),
                    ));
                }
            }
        }
    }
    for adoption in &folder.adoptions {
        if let Some(rule) = rule_mut(pack, &adoption.rule, faults) {
            rule.adopted = Some(adoption.clone());
        }
    }
}

fn rule_mut<'a>(pack: &'a mut RulePack, name: &str, faults: &mut Vec<Diagnostic>) -> Option<&'a mut Rule> {
    let Some(code) = pack.find(name).map(|rule| rule.code.clone()) else {
        let known: Vec<&str> = pack.rules.values().flat_map(|rule| [rule.code.as_str(), rule.id.as_str()]).collect();
        faults.push(Diagnostic::error(
            codes::E0603,
            Span::file("policy.toml").cell("rule", name),
            Text::new(format!("没有规则“{name}”"), format!("there is no rule `{name}`")),
            did_you_mean(name, known).map_or_else(
                || Text::new("请运行 evenhand rules 查看全部规则", "`evenhand rules` lists them all"),
                |near| Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
            ),
        ));
        return None;
    };
    pack.rules.get_mut(&code)
}

fn same_type(a: &ParameterValue, b: &ParameterValue) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

fn unknown_policy(name: &str) -> Diagnostic {
    let names = policy_names("team");
    Diagnostic::error(
        codes::E0601,
        None,
        Text::new(format!("没有名为“{name}”的政策"), format!("there is no policy named `{name}`")),
        match did_you_mean(name, names.iter().map(String::as_str)) {
            Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
            None => Text::new(format!("内置政策：{}", names.join("、")), format!("built in: {}", names.join(", "))),
        },
    )
}

fn embedded(folder: &str) -> Vec<(String, &'static str)> {
    let mut files: Vec<(String, &'static str)> = MODELS
        .get_dir(folder)
        .into_iter()
        .flat_map(|dir| dir.files())
        .filter_map(|file| Some((format!("models/{}", file.path().to_str()?), file.contents_utf8()?)))
        .filter(|(path, _)| path.ends_with(".toml"))
        .collect();
    files.sort();
    files
}

fn embedded_file(path: &str) -> Option<&'static str> {
    MODELS.get_file(path)?.contents_utf8()
}
