//! What policy says: the rule pack, team templates, tie settings and objective tiers, read from `models/` and
//! overridden by a folder's `policy.toml`. Typed data; it knows no solver and evaluates nothing.

mod builtin;
mod folder;
mod load;
mod rule;
mod settings;
mod template;
mod tie;

pub use builtin::{builtin, policy_names};
pub use folder::{Adoption, FolderPolicy, RuleOverride};
pub use load::{load, parse_toml};
pub use rule::{
    Certainty, ParameterUnit, ParameterValue, Rule, RulePack, RuleParameter, Scope, VerdictLevel, Verdicts, Waivable,
};
pub use settings::{Limits, TeamSettings, TierName, TierSetting};
pub use template::{Composition, Doubling, Role, RoleClass, SkillDemand, Template, UnitFilter};
pub use tie::{DeclaredPoints, EmbeddednessSetting, TieSetting, TieSettings};

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
}

impl Policy {
    /// Hex digest of the policy's canonical form; equal policies have equal digests whatever their files look like.
    pub fn fingerprint(&self) -> String {
        blake3::hash(format!("{self:?}").as_bytes()).to_hex().to_string()
    }
}
