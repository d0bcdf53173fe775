//! What a policy changes in the rules that come with the program.

use std::sync::OnceLock;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Policy, Rule, RulePack, Scope, Verdicts, builtin};

/// One change of one rule, with the local decision behind it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleChange {
    /// Code of the rule.
    pub rule: String,
    /// What is changed.
    pub what: Change,
    /// Who adopted the rule as it stands; absent where nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    /// By which document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// What a policy changes in a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// It is switched off.
    Off,
    /// It is switched on.
    On,
    /// It holds on other days.
    Validity {
        /// First day; absent where it has always held.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<String>")]
        from: Option<Date>,
        /// Last day; absent where it has no end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<String>")]
        to: Option<Date>,
    },
    /// It has other verdicts.
    Verdict {
        /// As the program has them.
        from: Verdicts,
        /// As they are.
        to: Verdicts,
    },
    /// A parameter has another value.
    Parameter {
        /// Name of the parameter.
        name: String,
        /// As the program has it.
        from: String,
        /// As it is.
        to: String,
    },
}

impl Policy {
    /// What the policy changes in the rules about teams, by code; empty for the program's own rules.
    pub fn changes(&self) -> Vec<RuleChange> {
        let pairs = self.rules.rules.values().filter(|rule| rule.scope == Scope::Team);
        let pairs = pairs.filter_map(|rule| Some((shipped().rules.get(&rule.code)?, rule)));
        pairs.flat_map(|(shipped, rule)| of_rule(shipped, rule)).collect()
    }
}

/// The rules that come with the program.
pub fn shipped() -> &'static RulePack {
    static SHIPPED: OnceLock<RulePack> = OnceLock::new();
    SHIPPED.get_or_init(|| builtin().0.rules)
}

fn of_rule(shipped: &Rule, rule: &Rule) -> Vec<RuleChange> {
    let mut changes = Vec::new();
    match (shipped.enabled, rule.enabled) {
        (true, false) => changes.push(Change::Off),
        (false, true) => changes.push(Change::On),
        _ => {}
    }
    if (shipped.valid_from, shipped.valid_to) != (rule.valid_from, rule.valid_to) {
        changes.push(Change::Validity { from: rule.valid_from, to: rule.valid_to });
    }
    if let (Some(from), Some(to)) = (shipped.verdict, rule.verdict)
        && from != to
    {
        changes.push(Change::Verdict { from, to });
    }
    for (name, parameter) in &rule.parameters {
        let Some(from) = shipped.parameters.get(name).filter(|from| from.value != parameter.value) else { continue };
        let (from, to) = (from.value.to_string(), parameter.value.to_string());
        changes.push(Change::Parameter { name: name.clone(), from, to });
    }
    let adopted = rule.adopted.as_ref();
    changes
        .into_iter()
        .map(|what| RuleChange {
            rule: rule.code.clone(),
            what,
            by: adopted.map(|adopted| adopted.by.clone()),
            date: adopted.map(|adopted| adopted.date),
            document: adopted.map(|adopted| adopted.document.clone()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{FolderPolicy, load};

    fn changes(text: &str) -> Vec<RuleChange> {
        let (folder, faults) = FolderPolicy::read(text);
        assert_eq!(faults, []);
        load("default", None, &folder).0.changes()
    }

    #[test]
    fn the_program_s_own_rules_have_none() {
        assert_eq!(changes(""), []);
        assert_eq!(changes("[rule.R32.parameters]\nreview_years = 3\n"), [], "the same value");
        assert_eq!(changes("[rule.R22]\nenabled = false\n"), [], "no rule about teams");
    }

    #[test]
    fn other_days_are_a_change() {
        let found = changes("[rule.R33]\nvalid_from = 2026-03-01\n[rule.R34]\nvalid_to = '2026-12-31'\n");
        let day = jiff::civil::date;
        let told: Vec<_> = found.into_iter().map(|change| (change.rule, change.what)).collect();
        let since = Change::Validity { from: Some(day(2026, 3, 1)), to: None };
        let until = Change::Validity { from: None, to: Some(day(2026, 12, 31)) };
        assert_eq!(told, [("R33".to_string(), since), ("R34".to_string(), until)]);
    }

    #[test]
    fn every_change_is_named_with_the_decision_behind_it() {
        let found = changes(
            "[[adopt]]\nrule = 'R32'\nby = '常委会'\ndate = 2026-03-01\ndocument = '7号'\n\
             [rule.R32]\nverdict = { lead = 'review', deputy = 'review', member = 'warn' }\n\
             [rule.R32.parameters]\nreview_years = 2\n[rule.R13]\nenabled = false\n[rule.M08]\nenabled = true\n",
        );
        let told: Vec<_> = found.iter().map(|change| (change.rule.as_str(), change.by.as_deref())).collect();
        assert_eq!(told, [("M08", None), ("R13", None), ("R32", Some("常委会")), ("R32", Some("常委会"))]);
        assert_eq!((&found[0].what, &found[1].what), (&Change::On, &Change::Off));
        assert!(matches!(found[2].what, Change::Verdict { from, to } if to < from));
        let parameter = Change::Parameter { name: "review_years".into(), from: "3".into(), to: "2".into() };
        assert_eq!((&found[3].what, found[3].document.as_deref()), (&parameter, Some("7号")));
        assert_eq!(found[3].date, Some(jiff::civil::date(2026, 3, 1)));
    }
}
