//! What policy says: the rule pack, team templates, tie settings and objective tiers, read from `models/` and
//! overridden by a folder's `policy.toml`. Typed data; it knows no solver and evaluates nothing.

mod agree;
mod brackets;
mod builtin;
mod calendar;
mod changes;
mod document;
mod fault;
mod filler;
mod folder;
mod glossary;
mod identify;
mod keys;
mod load;
mod meaning;
mod near;
mod overlay;
mod pack;
mod parameter;
mod parse;
mod reader;
mod reference;
mod reserved;
mod rule;
mod sections;
mod settings;
mod syntax;
mod template;
mod tie;
mod traces;
mod validate;
mod words;

pub use agree::agree;
pub use builtin::{builtin, policy_names};
pub use changes::{Change, RuleChange, shipped};
pub use folder::{Adoption, FolderPolicy, RuleOverride};
pub use glossary::{Term, glossary, glossary_reference, look_up};
pub use identify::identify_names;
pub use load::load;
pub use pack::RulePack;
pub use parameter::{ParameterUnit, ParameterValue, RuleParameter};
pub use reference::rules_reference;
pub use reserved::reserved;
pub use rule::{Certainty, OwedByCase, Rule, Scope, VerdictLevel, Verdicts, Waivable};
pub use settings::{Limits, TeamSettings, TierName, TierSetting};
pub use template::{Composition, Doubling, Origin, Role, RoleClass, SkillDemand, Template, UnitFilter};
pub use tie::{DeclaredPoints, EmbeddednessSetting, TieSetting, TieSettings};
pub use traces::Traces;

use std::collections::BTreeMap;

/// Everything a planning command needs to know beside the facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Name of the policy, such as `default`.
    pub name: String,
    /// The rules, with the folder's overrides and adoptions applied.
    pub rules: RulePack,
    /// Team templates by id.
    pub templates: BTreeMap<String, Template>,
    /// Strength and decay of ties.
    pub ties: TieSettings,
    /// Objective tiers and limits of the team planner.
    pub team: TeamSettings,
    /// Where the folder's own file says what, as far as faults of the roster depend on it.
    pub traces: Traces,
}

impl Policy {
    /// Hex digest of the policy's canonical form, its name left out; equal policies have equal digests whatever
    /// their files look like.
    pub fn fingerprint(&self) -> String {
        let canonical = serde_json::to_vec(&(&self.rules, &self.templates, &self.ties, &self.team));
        // Every key is a string, so that JSON cannot refuse.
        let bytes = canonical.unwrap_or_else(|refusal| refusal.to_string().into_bytes());
        blake3::hash(&bytes).to_hex().to_string()
    }
}
