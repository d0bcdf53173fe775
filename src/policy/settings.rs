//! The objective tiers and limits of a planning command: `models/policies/<command>/*.toml`.

use serde::{Deserialize, Serialize};

use crate::diag::Text;

/// The objective tiers of the team planner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TierName {
    /// Open slots, a sub-tier per priority class.
    OpenSlots,
    /// Assignments of people who still owe a declaration; only a request that may use such people has this tier.
    Provisional,
    /// Roles held by people who are not of the first choice, counted by how far down the choices they come.
    Preference,
    /// Soft ties between people and cases, and within teams, in points.
    Exposure,
    /// People missing at the wanted skill levels.
    SkillShortfall,
    /// Burden of people and strain of donor units.
    Burden,
    /// Travel and days away.
    Travel,
    /// Seeded draw among equal plans.
    Lottery,
}

impl TierName {
    /// What people call the tier.
    pub fn title(self) -> Text {
        match self {
            TierName::OpenSlots => Text::new("空缺岗位", "open slots"),
            TierName::Provisional => Text::new("待申报人次", "declarations owed"),
            TierName::Preference => Text::new("偏离首选来源", "distance from first choice"),
            TierName::Exposure => Text::new("关联暴露", "exposure"),
            TierName::SkillShortfall => Text::new("专长缺口", "skill shortfall"),
            TierName::Burden => Text::new("个人负担与派出单位压力", "burden and donor strain"),
            TierName::Travel => Text::new("路程与在外天数", "travel and days away"),
            TierName::Lottery => Text::new("同优方案抽签", "lottery among equal plans"),
        }
    }
}

/// One tier as policy sets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierSetting {
    /// Which tier.
    pub name: TierName,
    /// How far above its optimum a later tier may push it, in the tier's units.
    #[serde(default)]
    pub slack: i64,
}

/// How much work the solver may do for one tier before it stops with a bound; work, unlike time, is the same on
/// every machine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Branch-and-bound nodes of one run of the solver; a tier takes several.
    pub nodes: i64,
    /// Simplex iterations of all runs for one tier.
    pub iterations: i64,
}

/// Settings of the team planner.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamSettings {
    /// Tiers in the order in which they are solved; a tier left out is switched off.
    #[serde(rename = "tier")]
    pub tiers: Vec<TierSetting>,
    /// Work limits of one tier.
    pub limits: Limits,
    /// Days of service that make one step of a person's burden; the steps cost 1, 3, 5 …
    pub burden_step_days: i64,
    /// Months of past service that count towards burden.
    pub burden_months: i64,
    /// Travel points per kilometer of great-circle distance, one return journey per month of service.
    pub travel_points_per_km: i64,
    /// Travel points per day away from the unit's own county.
    pub travel_points_per_day_away: i64,
}
