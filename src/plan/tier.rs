//! What was reached in one objective tier, and what is proven about it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::policy::TierName;

/// The result of one objective tier. Smaller is better in every tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierResult {
    /// Which tier.
    pub name: TierName,
    /// The priority class of an open-slots sub-tier; absent for the other tiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<i64>,
    /// The best value found when the tier was solved.
    pub value: i64,
    /// The value in the final plan, at most `value + slack`.
    pub used: i64,
    /// A proven lower bound for every plan that holds the earlier tiers.
    pub bound: i64,
    /// `(value − bound) / max(1, |value|)` in millionths.
    pub gap_ppm: i64,
    /// Whether `value` is proven optimal for the whole model.
    pub proven: bool,
    /// How far a later tier was allowed to push it.
    pub slack: i64,
    /// The first earlier tier that stayed unproven, under whose incumbent this tier was solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_unproven: Option<TierName>,
}

impl TierResult {
    /// The gap in millionths of `max(1, |value|)`.
    pub fn gap_ppm(value: i64, bound: i64) -> i64 {
        let gap = i128::from(value) - i128::from(bound);
        i64::try_from(gap * 1_000_000 / i128::from(value.unsigned_abs().max(1))).unwrap_or(i64::MAX)
    }
}
