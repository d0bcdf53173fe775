//! Whether the plan lists what its policy changes in the rules that come with the program.

use std::collections::BTreeSet;

use super::Judge;
use super::names::all_of;
use crate::diag::Text;
use crate::plan::Plan;
use crate::policy::{Change, Rule, RuleChange, Scope, shipped};

/// A change in force that is not listed fails; one listed without being in force fails unless the policy has changed
/// since, which is said elsewhere.
pub(super) fn policy_changes(judge: &Judge, plan: &Plan) -> Vec<Text> {
    let mut open: BTreeSet<RuleChange> = BTreeSet::new();
    for (code, rule) in &judge.policy.rules.rules {
        let Some(own) = shipped().rules.get(code).filter(|own| own.scope == Scope::Team) else { continue };
        if own.enabled != rule.enabled {
            open.insert(change(rule, if rule.enabled { Change::On } else { Change::Off }));
        }
        let (from, to) = (rule.valid_from, rule.valid_to);
        if own.valid_from != from || own.valid_to != to {
            open.insert(change(rule, Change::Validity { from, to }));
        }
        if let (Some(from), Some(to)) = (own.verdict, rule.verdict)
            && (from.lead != to.lead || from.deputy != to.deputy || from.member != to.member)
        {
            open.insert(change(rule, Change::Verdict { from, to }));
        }
        for (name, own) in &own.parameters {
            let from = own.value.to_string();
            let to = rule.parameters.get(name).map(|parameter| parameter.value.to_string()).unwrap_or_default();
            if from != to {
                open.insert(change(rule, Change::Parameter { name: name.clone(), from, to }));
            }
        }
    }
    let same_policy = plan.policy.fingerprint == judge.policy.fingerprint();
    let listed: BTreeSet<RuleChange> = plan.policy.changes.iter().cloned().collect();
    let missing = open.difference(&listed);
    let invented = listed.difference(&open).filter(|_| same_policy);
    let wrong: BTreeSet<&str> = missing.chain(invented).map(|change| change.rule.as_str()).collect();
    if wrong.is_empty() {
        return Vec::new();
    }
    let wrong: Vec<Text> = wrong.into_iter().map(|code| judge.rule_named(code)).collect();
    let wrong = all_of(&wrong);
    vec![Text::new(
        format!("所列政策调整与政策不符：{}", wrong.zh),
        format!("the listed changes of rules are not those of the policy: {}", wrong.en),
    )]
}

fn change(rule: &Rule, what: Change) -> RuleChange {
    let (mut by, mut date, mut document) = (None, None, None);
    if let Some(adopted) = &rule.adopted {
        (by, date) = (Some(adopted.by.clone()), Some(adopted.date));
        document = Some(adopted.document.clone());
    }
    RuleChange { rule: rule.code.clone(), what, by, date, document }
}
