//! The folder's changes of rules: switches, verdicts, validity and parameters.

use std::collections::BTreeMap;

use super::Overlay;
use crate::diag::{Diagnostic, Text, codes, did_you_mean};
use crate::policy::parse::suggest;
use crate::policy::{FolderPolicy, ParameterValue, Policy, Rule, RuleOverride, Verdicts, Waivable, shipped};

impl Overlay<'_> {
    pub(super) fn rules(&mut self, policy: &mut Policy, folder: &FolderPolicy) {
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
