//! How strong each kind of tie is and how it fades.

use serde::{Deserialize, Serialize};

/// Strength and decay of one kind of tie, all in whole points, days and years.
///
/// `points = base · (years · 365 − days since the tie ended) / (years · 365)`, rounded down, never below zero;
/// a tie that lasts, or with `years = 0`, keeps its base. Below one point there is no tie.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TieSetting {
    /// Points while it lasts, 0–100.
    pub base: i64,
    /// Years after its end in which it fades to nothing; 0 means it never fades.
    pub years: i64,
    /// Days of overlap needed.
    #[serde(default)]
    pub overlap_days: i64,
    /// People on record in the same department up to which the tie keeps its strength; in larger ones it is
    /// divided by size / this number. 0 switches the division off.
    #[serde(default)]
    pub full_size: i64,
}

/// Points of declared ties.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredPoints {
    /// Friend.
    pub friend: i64,
    /// Classmate.
    pub classmate: i64,
    /// Townsman.
    pub townsman: i64,
    /// Colleague.
    pub colleague: i64,
    /// Kin beyond the near-relative list.
    pub distant_kin: i64,
    /// Grudge.
    pub grudge: i64,
    /// Loan.
    pub loan: i64,
    /// Interest.
    pub interest: i64,
    /// 干亲.
    pub sworn_kin: i64,
    /// Anything else.
    pub other: i64,
    /// Years after its end in which a declared tie fades.
    pub years: i64,
}

/// Points of a person's embeddedness in a county.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmbeddednessSetting {
    /// Grew up there.
    pub grew_up: i64,
    /// Worked there for at least `worked_days` in all.
    pub worked: i64,
    /// Days of work that count as long.
    pub worked_days: i64,
    /// Near kin work there.
    pub kin: i64,
}

/// All tie settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TieSettings {
    /// Same organisation and department at the same time.
    pub colleague: TieSetting,
    /// The same, one of them leading it.
    pub superior: TieSetting,
    /// Same school and major at the same time.
    pub classmate: TieSetting,
    /// Grew up in the same township.
    pub townsman_township: TieSetting,
    /// Grew up in the same county and both now work outside it.
    pub townsman_county: TieSetting,
    /// Served in one case team at the same time; points for each case, added up to `co_handled_most`.
    pub co_handled: TieSetting,
    /// Most points from common cases.
    pub co_handled_most: i64,
    /// Head of a stationed group and the leadership of its host.
    pub host_leadership: TieSetting,
    /// Declared ties.
    pub declared: DeclaredPoints,
    /// Embeddedness in a county.
    pub embeddedness: EmbeddednessSetting,
}
