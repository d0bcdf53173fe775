//! The habits of a synthetic society, from `fixtures/places/society.toml`: names, ladders, careers, kin and skills.
//!
//! Shares are in thousandths; a list of pairs is a choice with weights.

use serde::Deserialize;

use super::place::Level;
use crate::pool::{Clearance, DeclaredTieKind, Position, Rank};

const TEXT: &str = include_str!("../../fixtures/places/society.toml");

/// A choice with weights.
pub(super) type Weighted<T> = Vec<(T, u32)>;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Society {
    pub names: Names,
    pub people: PeopleHabits,
    pub titles: Titles,
    pub careers: CareerHabits,
    pub schools: SchoolHabits,
    pub kin: KinHabits,
    pub records: RecordHabits,
    pub skills: SkillHabits,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub surnames: Weighted<String>,
    pub male: Weighted<String>,
    pub female: Weighted<String>,
    pub single_character: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PeopleHabits {
    pub female: u32,
    pub grew_up_unknown: u32,
    pub native_place_elsewhere: u32,
    pub no_pool: u32,
    pub supervision_pool: u32,
    pub investigation_pool: u32,
    pub left_service: u32,
    pub special_task: u32,
    pub selected_graduate_years: i64,
    pub probation_months: i64,
    pub serving_elsewhere: u32,
    pub on_leave: u32,
    pub ages: Vec<AgeRow>,
    pub origins: Vec<OriginRow>,
    pub ranks: Vec<RankRow>,
    pub availability: Vec<AvailabilityRow>,
    pub clearances: Vec<ClearanceRow>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgeRow {
    pub position: Position,
    pub from: i64,
    pub to: i64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OriginRow {
    pub level: Level,
    /// The class of unit it holds for; all when absent.
    pub class: Option<UnitClass>,
    /// The positions it holds for; all when empty.
    #[serde(default)]
    pub positions: Vec<Position>,
    pub own: u32,
    pub other: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RankRow {
    pub level: Level,
    pub position: Position,
    pub years: i64,
    pub ranks: Weighted<Rank>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AvailabilityRow {
    pub class: UnitClass,
    pub position: Position,
    pub values: Weighted<i64>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClearanceRow {
    pub class: UnitClass,
    pub values: Weighted<Clearance>,
}

/// What a unit is like to its people: decides titles, skills, availability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum UnitClass {
    Leadership,
    Room,
    Stationed,
    Local,
    Township,
    External,
    /// In a table: whatever no other row names.
    Any,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Titles {
    pub leadership: TitleRow,
    pub room: TitleRow,
    pub stationed: TitleRow,
    pub local: TitleRow,
    pub township: TitleRow,
    pub external: TitleRow,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleRow {
    pub heads: Vec<String>,
    #[serde(default)]
    pub deputies: Vec<String>,
    pub others: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CareerHabits {
    pub entry_age: (i64, i64),
    pub spell_months: (i64, i64),
    pub present_post_months: (i64, i64),
    pub starts: Weighted<Station>,
    pub middles: Weighted<Station>,
    pub township_departments: Vec<String>,
    pub county_departments: Vec<String>,
    pub city_departments: Vec<String>,
    pub military: Vec<String>,
    pub military_departments: Vec<String>,
    pub secondment: u32,
    pub early_at_home: u32,
    pub posts: PostTitles,
    pub promotions: Vec<Promotion>,
}

/// From so many years of service on, this share of posts is of this position.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Promotion {
    pub years: i64,
    pub position: Position,
    pub share: u32,
}

/// What posts outside the unit of today were called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PostTitles {
    pub head: String,
    pub deputy: String,
    pub staff: String,
    pub soldier: String,
    pub stationed: String,
    pub seconded: String,
}

/// Where a spell lies.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Station {
    Township,
    Bureau,
    Commission,
    Stationed,
    Military,
    /// The organisation of this key.
    Named(String),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SchoolHabits {
    pub high_schools: Weighted<String>,
    pub tracks: Vec<String>,
    pub majors: Weighted<String>,
    pub no_high_school_on_record: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KinHabits {
    pub undeclared: u32,
    pub stale: u32,
    pub parents_on_record: u32,
    pub spouse_on_record: u32,
    pub married_from: i64,
    pub leading_relative: u32,
    pub relative_with_organisation: u32,
    pub couples: u32,
    pub siblings: u32,
    pub parent_child: u32,
    pub cousins: u32,
    pub in_laws: u32,
    pub friends: u32,
    pub party_relations: Weighted<Relation>,
    pub party_terms: Vec<String>,
    pub party_term: u32,
    pub party_ties: Vec<TieWeight>,
    pub tie_sources: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TieWeight {
    pub kind: TieKind,
    pub weight: u32,
}

/// The declared ties that are invented.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum TieKind {
    Friend,
    Grudge,
    Loan,
    DistantKin,
    Interest,
}

impl From<TieKind> for DeclaredTieKind {
    fn from(kind: TieKind) -> Self {
        match kind {
            TieKind::Friend => DeclaredTieKind::Friend,
            TieKind::Grudge => DeclaredTieKind::Grudge,
            TieKind::Loan => DeclaredTieKind::Loan,
            TieKind::DistantKin => DeclaredTieKind::DistantKin,
            TieKind::Interest => DeclaredTieKind::Interest,
        }
    }
}

/// A way to be kin, built from parent and spouse edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Relation {
    Spouse,
    /// The second is the first's child.
    Child,
    Sibling,
    Cousin,
    /// The first is a sibling of the second's parent.
    Uncle,
    /// The second is a sibling of the first's spouse.
    SpouseSibling,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordHabits {
    pub duties: Weighted<String>,
    pub duty: u32,
    pub asked_units: u32,
    pub day_away_fen: i64,
    pub kilometer_fen: i64,
    pub remote_day_away_fen: i64,
    pub assessors: Vec<String>,
    pub past_years_of_cases: i64,
    pub past_team: (i64, i64),
    pub past_case_per_people: usize,
    pub past_roles: Weighted<String>,
    pub lead_role: String,
    pub lent: u32,
    pub refused: u32,
    pub unanswered: u32,
    pub past_loads: Weighted<i64>,
    pub past_template: String,
    pub elsewhere_code: String,
    pub declaration_months: i64,
    pub author: String,
    pub approver: String,
    pub waiver_rule: String,
    pub waiver_reason: String,
    pub pin_reason: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SkillHabits {
    pub per_person: (i64, i64),
    pub evidence: Vec<String>,
    pub sector_share: u32,
    pub level_years: (i64, i64),
    pub level_noise: u32,
    pub dictionary: Vec<SkillRow>,
    pub scarce: ScarceSkill,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SkillRow {
    pub name: String,
    pub room: u32,
    pub stationed: u32,
    pub local: u32,
    pub township: u32,
    pub external: u32,
}

impl SkillRow {
    /// How often people of such a unit have the skill.
    pub fn weight(&self, class: UnitClass) -> u32 {
        match class {
            UnitClass::Leadership | UnitClass::Room => self.room,
            UnitClass::Stationed => self.stationed,
            UnitClass::Local | UnitClass::Any => self.local,
            UnitClass::Township => self.township,
            UnitClass::External => self.external,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScarceSkill {
    pub name: String,
    pub experts: usize,
    pub others: usize,
}

impl Society {
    /// The embedded society, with what a place has otherwise.
    pub fn with(changes: &toml::Table) -> Result<Society, toml::de::Error> {
        let mut table: toml::Table = toml::from_str(TEXT)?;
        lay_over(&mut table, changes);
        table.try_into()
    }
}

fn lay_over(table: &mut toml::Table, changes: &toml::Table) {
    for (key, change) in changes {
        match (table.get_mut(key), change) {
            (Some(toml::Value::Table(inner)), toml::Value::Table(change)) => lay_over(inner, change),
            _ => _ = table.insert(key.clone(), change.clone()),
        }
    }
}
