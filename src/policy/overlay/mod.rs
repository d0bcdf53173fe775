//! Lays a folder's `policy.toml` over the built-in policy.

use std::collections::BTreeMap;

use super::document::{ANY, Document};
use super::parse::suggest;
use super::{FolderPolicy, ParameterValue, Policy, Rule, RuleOverride, Verdicts, Waivable, shipped, validate};
use crate::diag::{Code, Diagnostic, Language, Span, Text, codes, did_you_mean};
use crate::pool::read::token;
use crate::pool::skill::{self, Dictionary};

/// Name of the folder's policy file.
pub(super) const FILE: &str = "policy.toml";

/// Applies what the folder says; what is faulty keeps its built-in value and is reported.
pub(super) fn apply(policy: &mut Policy, folder: &FolderPolicy, faults: &mut Vec<Diagnostic>) {
    let document = &folder.document;
    let mut overlay = Overlay { document, faults };
    overlay.rules(policy, folder);
    overlay.adoptions(policy, folder);
    overlay.skills(folder);
    overlay.templates(policy, folder);
    if let Some(team) = &folder.team {
        let before = faults.len();
        validate::team(document, &["team"], team, faults);
        if faults.len() == before && document.sound(&["team"]) {
            policy.team = team.clone();
        }
    }
    if let Some(ties) = &folder.ties {
        let before = faults.len();
        validate::ties(document, &["ties"], ties, faults);
        if faults.len() == before && document.sound(&["ties"]) {
            policy.ties = ties.clone();
        }
    }
}

struct Overlay<'a> {
    document: &'a Document,
    faults: &'a mut Vec<Diagnostic>,
}

impl Overlay<'_> {
    fn rules(&mut self, policy: &mut Policy, folder: &FolderPolicy) {
        let mut changed: BTreeMap<String, &str> = BTreeMap::new();
        for (name, change) in &folder.rules {
            let path = ["rule", name.as_str()];
            let Some(rule) = self.find(policy, name, &path) else { continue };
            if let Some(first) = changed.insert(rule.code.clone(), name) {
                let cause = Text::new(
                    format!("“{first}”和“{name}”是同一条规则"),
                    format!("`{first}` and `{name}` are the same rule"),
                );
                self.error(codes::E0608, &path, name, cause, Text::new("请合并为一处", "join them in one place"));
                self.change(&mut rule.clone(), name, change);
                continue;
            }
            self.change(rule, name, change);
        }
    }

    fn change(&mut self, rule: &mut Rule, name: &str, change: &RuleOverride) {
        let verdict = self.verdict(rule, name, change);
        let softened = verdict.is_some_and(|verdict| rule.verdict.is_some_and(|built_in| softer(verdict, built_in)));
        if rule.waivable == Waivable::Never
            && rule.enabled
            && (change.enabled == Some(false) || softened || limited(change) || lowered(rule, change))
        {
            self.faults.push(Diagnostic::warning(
                codes::W0601,
                self.span(&["rule", name], name),
                Text::new(
                    format!("{} {} 任何人都不能豁免，此处却被关闭或者放宽", rule.code, rule.title.zh),
                    format!("nobody may waive {} {}, yet it is switched off or softened here", rule.code, rule.id),
                ),
                Text::new("除演练外请恢复该规则", "restore it, except for an exercise"),
            ));
        }
        match change.enabled {
            Some(false) if rule.structural => self.error(
                codes::E0617,
                &["rule", name, "enabled"],
                "false",
                Text::new(
                    format!("{} {} 是组队模型的基础，不能关闭", rule.code, rule.title.zh),
                    format!("the team model stands on {} {}, which cannot be switched off", rule.code, rule.id),
                ),
                Text::new(
                    "请删去 enabled；岗位人数可在 demands 表或模板中修改",
                    "delete `enabled`; numbers are changed in the demands table or the template",
                ),
            ),
            Some(enabled) => rule.enabled = enabled,
            None => {}
        }
        match (verdict, rule.verdict) {
            (Some(verdict), Some(_)) => rule.verdict = Some(verdict),
            _ if change.verdict.is_some() => self.error(
                codes::E0606,
                &["rule", name, "verdict"],
                "verdict",
                Text::new(
                    format!("{} 约束的是全组或者单位，没有对个人的结论", rule.code),
                    format!("{} is about teams or units and has no verdict on people", rule.code),
                ),
                Text::new("请删去 verdict", "delete `verdict`"),
            ),
            _ => {}
        }
        self.validity(rule, name, change);
        for (key, value) in &change.parameters {
            self.parameter(rule, name, key, value, change);
        }
        self.least(rule, name, change);
    }

    /// Numbers that fall below another of the same rule on which they stand; both keep their built-in values then.
    fn least(&mut self, rule: &mut Rule, name: &str, change: &RuleOverride) {
        let number = |key: &str| match rule.parameters.get(key)?.value {
            ParameterValue::Number(number) => Some(number),
            _ => None,
        };
        let pairs = rule.parameters.iter().filter_map(|(key, it)| Some((key.clone(), it.at_least.clone()?)));
        let wrong = pairs.filter_map(|(key, floor)| Some((number(&key)?, number(&floor)?, key, floor)));
        let wrong: Vec<_> = wrong.filter(|(value, least, ..)| *value > 0 && value < least).collect();
        for (value, least, key, floor) in wrong {
            let (at, shown) = if change.parameters.contains_key(&key) { (&key, value) } else { (&floor, least) };
            let path = ["rule", name, "parameters", at.as_str()];
            let cause = Text::new(
                format!("参数“{key}”（{value}）小于“{floor}”（{least}）"),
                format!("parameter `{key}` ({value}) is below `{floor}` ({least})"),
            );
            let hint = Text::new(
                format!("请使“{key}”不小于“{floor}”；两者都可在此写明"),
                format!("let `{key}` be at least `{floor}`; both may be written here"),
            );
            self.error(codes::E0606, &path, &shown.to_string(), cause, hint);
            for key in [&key, &floor] {
                if let (Some(parameter), Some(built_in)) = (
                    rule.parameters.get_mut(key),
                    shipped().rules.get(&rule.code).and_then(|rule| rule.parameters.get(key)),
                ) {
                    parameter.value.clone_from(&built_in.value);
                }
            }
        }
    }

    /// The verdicts that the rule gets, the built-in ones where a word could not be read.
    fn verdict(&self, rule: &Rule, name: &str, change: &RuleOverride) -> Option<Verdicts> {
        let (given, built_in) = (change.verdict?, rule.verdict?);
        let read = |key: &str, given, built_in| {
            if self.document.sound(&["rule", name, "verdict", key]) { given } else { built_in }
        };
        Some(Verdicts {
            lead: read("lead", given.lead, built_in.lead),
            deputy: read("deputy", given.deputy, built_in.deputy),
            member: read("member", given.member, built_in.member),
        })
    }

    /// From when to when the rule holds.
    fn validity(&mut self, rule: &mut Rule, name: &str, change: &RuleOverride) {
        let given = [("valid_from", change.valid_from), ("valid_to", change.valid_to)];
        let given = given.into_iter().find_map(|(key, day)| Some((key, day?)));
        let Some((key, day)) = given else { return };
        let path = ["rule", name, key];
        if rule.structural {
            let cause = Text::new(
                format!("{} {} 是组队模型的基础，不能限定有效期", rule.code, rule.title.zh),
                format!("the team model stands on {} {}, which holds on every day", rule.code, rule.id),
            );
            let hint = Text::new("请删去 valid_from、valid_to", "delete `valid_from` and `valid_to`");
            return self.error(codes::E0617, &path, &day.to_string(), cause, hint);
        }
        let from = change.valid_from.or(rule.valid_from);
        let to = change.valid_to.or(rule.valid_to);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let cause = Text::new(
                format!("有效期起 {from} 晚于止 {to}，该规则永不适用"),
                format!("valid from {from} to {to}: the rule would never hold"),
            );
            let hint = Text::new(
                "请核对日期；要关闭规则请写 enabled = false",
                "check the dates; to switch the rule off write enabled = false",
            );
            return self.error(codes::E0606, &path, &day.to_string(), cause, hint);
        }
        (rule.valid_from, rule.valid_to) = (from, to);
    }

    fn parameter(&mut self, rule: &mut Rule, name: &str, key: &str, value: &ParameterValue, change: &RuleOverride) {
        let path = ["rule", name, "parameters", key];
        let known: Vec<String> = rule.parameters.keys().cloned().collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        // A value under a misspelled name is judged as that of the name that is meant.
        let meant = if known.contains(&key) { Some(key) } else { did_you_mean(key, known.iter().copied()) };
        if !known.contains(&key) {
            let cause =
                Text::new(format!("规则 {name} 没有参数“{key}”"), format!("rule {name} has no parameter `{key}`"));
            let hint = if known.is_empty() {
                Text::new("这条规则没有参数", "this rule has no parameters")
            } else {
                suggest(key, &known)
            };
            self.error(codes::E0602, &path, &value.to_string(), cause, hint);
        }
        let Some(meant) = meant.filter(|meant| *meant == key || !change.parameters.contains_key(*meant)) else {
            return;
        };
        let Some(parameter) = rule.parameters.get_mut(meant) else { return };
        let key = meant;
        if std::mem::discriminant(&parameter.value) != std::mem::discriminant(value) {
            let cause = Text::new(format!("参数“{key}”的类型不对"), format!("parameter `{key}` has the wrong type"));
            let hint = match parameter.value {
                ParameterValue::Switch(_) => Text::new("请写 true 或者 false", "write true or false"),
                ParameterValue::Number(_) => Text::new("请写不带引号的整数", "write a whole number without quotes"),
                ParameterValue::Word(_) => Text::new("请写带引号的文字", "write a word in quotes"),
            };
            return self.error(codes::E0606, &path, &value.to_string(), cause, hint);
        }
        if matches!(value, ParameterValue::Number(number) if !(0..=100_000).contains(number)) {
            let cause = Text::new(format!("参数“{key}”超出范围"), format!("parameter `{key}` is out of range"));
            let hint = Text::new("请写 0 到 100000 的整数", "write a whole number from 0 to 100000");
            return self.error(codes::E0606, &path, &value.to_string(), cause, hint);
        }
        if let ParameterValue::Word(word) = value
            && !parameter.choices.contains(word)
        {
            let cause =
                Text::new(format!("参数“{key}”不能写“{word}”"), format!("parameter `{key}` cannot be `{word}`"));
            let hint = suggest(word, &parameter.choices.iter().map(String::as_str).collect::<Vec<_>>());
            return self.error(codes::E0606, &path, word, cause, hint);
        }
        parameter.value = value.clone();
    }

    fn adoptions(&mut self, policy: &mut Policy, folder: &FolderPolicy) {
        for (index, adoption) in folder.adoptions.iter().enumerate() {
            let index = index.to_string();
            let path = ["adopt", index.as_str(), "rule"];
            for (key, value) in [("by", &adoption.by), ("document", &adoption.document)] {
                if value.trim().is_empty() && self.document.sound(&["adopt", &index, key]) {
                    let cause = Text::new(format!("采用记录的“{key}”为空"), format!("`{key}` of an adoption is blank"));
                    let hint = Text::new("请写明决定机关和文号", "name who decided and by which document");
                    self.error(codes::E0607, &["adopt", &index, key], value, cause, hint);
                }
            }
            if !self.document.sound(&path) {
                continue;
            }
            let Some(rule) = self.find(policy, &adoption.rule, &path) else { continue };
            if rule.adopted.is_some() {
                let cause =
                    Text::new(format!("{} 的采用记录重复", rule.code), format!("{} is adopted twice", rule.code));
                let hint = Text::new("请只保留现行的一条", "keep the one in force");
                self.error(codes::E0608, &path, &adoption.rule, cause, hint);
                continue;
            }
            if !rule.to_be_confirmed(adoption.date) {
                self.faults.push(Diagnostic::warning(
                    codes::W0602,
                    self.span(&path, &adoption.rule),
                    Text::new(
                        format!("{} 有明确来源，无须本地采用", rule.code),
                        format!("{} has a firm source and needs no adoption", rule.code),
                    ),
                    Text::new("可以删去这条采用记录", "the adoption may be deleted"),
                ));
            }
            rule.adopted = Some(adoption.clone());
            let date = ["adopt", index.as_str(), "date"];
            if self.document.sound(&date) {
                let span = self.span(&date, &adoption.date.to_string());
                let code = rule.code.clone();
                policy.traces.adopted.insert(code, span);
            }
        }
    }

    /// Lays the folder's own templates over the built-in ones; a faulty one is noted, lest a case that names it be
    /// told for that.
    fn templates(&mut self, policy: &mut Policy, folder: &FolderPolicy) {
        let skills = folder.dictionary();
        policy.traces.nameless_templates = folder.unreadable || !self.document.sound(&["template", ANY, "id"]);
        for (index, template) in folder.templates.iter().enumerate() {
            let place = index.to_string();
            let path = ["template", place.as_str()];
            let found = validate::template(self.document, &path, template, &skills);
            let id = [&path[..], &["id"]].concat();
            let mut faulty = found.iter().any(Diagnostic::is_error) || !self.document.sound(&path);
            self.faults.extend(found);
            let earlier = folder.templates.iter().take(index);
            if self.document.sound(&id) && earlier.clone().any(|earlier| earlier.id == template.id) {
                faulty = true;
                let cause = Text::new(
                    format!("模板“{}”写了两次", template.id),
                    format!("two templates are called `{}`", template.id),
                );
                let hint =
                    Text::new("请改用不同的 id，或删去其中一个", "give them different ids, or delete one of them");
                self.error(codes::E0608, &id, &template.id, cause, hint);
            }
            if faulty {
                let names = [&template.id, &template.name.zh, &template.name.en];
                policy.traces.faulty_templates.extend(names.into_iter().map(|name| token(name)));
            } else {
                policy.templates.insert(template.id.clone(), template.clone());
            }
        }
    }

    /// Tells which of the folder's own skills cannot be added.
    fn skills(&mut self, folder: &FolderPolicy) {
        let mut skills = Dictionary::default();
        for (index, skill) in folder.skills.iter().enumerate() {
            let place = index.to_string();
            let mut taken = None;
            for (key, name) in [("zh", &skill.zh), ("en", &skill.en)] {
                let path = ["skill", &place, key];
                if !self.document.sound(&path) {
                    continue;
                }
                if name.trim().is_empty() {
                    let cause = Text::new("专长的名称为空", "the name of a skill is blank");
                    let hint = Text::new("请写明中文名和英文名", "give its name in Chinese and in English");
                    self.error(codes::E0607, &path, name, cause, hint);
                } else if let Some(known) = skills.named(name)
                    && taken.as_ref() != Some(&known)
                {
                    let cause = Text::new(
                        format!("专长“{known}”已有此名"),
                        format!("the skill `{}` has this name already", skill::show(&known, Language::En)),
                    );
                    let hint = Text::new("请删去此项，或改用别的名称", "delete it, or choose another name");
                    self.error(codes::E0608, &path, name, cause, hint);
                    // A whole skill written once more is one fault, not one of each name.
                    taken = Some(known);
                }
            }
            folder.add_skill(index, skill, &mut skills);
        }
    }

    fn find<'p>(&mut self, policy: &'p mut Policy, name: &str, path: &[&str]) -> Option<&'p mut Rule> {
        let Some(code) = policy.rules.find(name).map(|rule| rule.code.clone()) else {
            let rules = policy.rules.rules.values();
            // Codes are all alike, so that only ids are worth proposing.
            let near = did_you_mean(name, rules.map(|rule| rule.id.as_str()));
            let hint = near.map_or_else(
                || Text::new("请运行 evenhand rules 查看全部规则", "`evenhand rules` lists them all"),
                |near| suggest(name, &[near]),
            );
            let cause = Text::new(format!("没有规则“{name}”"), format!("there is no rule `{name}`"));
            self.error(codes::E0603, path, name, cause, hint);
            return None;
        };
        policy.rules.rules.get_mut(&code)
    }

    fn span(&self, path: &[&str], value: &str) -> Span {
        self.document.span(path).value(value)
    }

    fn error(&mut self, code: Code, path: &[&str], value: &str, cause: Text, hint: Text) {
        self.faults.push(Diagnostic::error(code, self.span(path, value), cause, hint));
    }
}

fn softer(new: Verdicts, built_in: Verdicts) -> bool {
    new.lead < built_in.lead || new.deputy < built_in.deputy || new.member < built_in.member
}

fn limited(change: &RuleOverride) -> bool {
    change.valid_from.is_some() || change.valid_to.is_some()
}

/// Whether a number is set below the program's; the numbers of rules that nobody may waive are all least numbers.
fn lowered(rule: &Rule, change: &RuleOverride) -> bool {
    change.parameters.iter().any(|(name, value)| {
        let built_in = rule.parameters.get(name).map(|parameter| &parameter.value);
        matches!((built_in, value), (Some(ParameterValue::Number(from)), ParameterValue::Number(to)) if to < from)
    })
}
