//! A folder's own `policy.toml`: adoptions, rule overrides and tier order.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ParameterValue, TeamSettings, TieSettings, Verdicts};

/// A local decision that an [H] or [I] rule holds here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// Code or id of the rule.
    pub rule: String,
    /// Who adopted it.
    pub by: String,
    /// When.
    pub date: Date,
    /// By which document.
    pub document: String,
}

/// What a folder changes about one rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RuleOverride {
    /// Switches the rule on or off.
    pub enabled: Option<bool>,
    /// Replaces its verdicts.
    pub verdict: Option<Verdicts>,
    /// Replaces parameter values; the names must exist and the types must match.
    pub parameters: BTreeMap<String, ParameterValue>,
}

/// A folder's `policy.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FolderPolicy {
    /// Adoptions.
    #[serde(rename = "adopt")]
    pub adoptions: Vec<Adoption>,
    /// Overrides by rule code or id.
    #[serde(rename = "rule")]
    pub rules: BTreeMap<String, RuleOverride>,
    /// Replaces the team planner's settings.
    pub team: Option<TeamSettings>,
    /// Replaces the tie settings.
    pub ties: Option<TieSettings>,
}
