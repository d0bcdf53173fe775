//! The ladders on which people stand: sex, position, rank and clearance.

use serde::{Deserialize, Serialize};

use super::read::Worded;
use crate::diag::Text;

/// Sex, used by R12 alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 女.
    Female,
    /// 男.
    Male,
}

/// What a person is in the unit: decides who may lead a team and what a donor unit must keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// 委班子成员: member of the commission's leadership.
    CommissionLeader,
    /// 室主任、组长、单位正职: head of the unit.
    Head,
    /// 副主任、副组长、单位副职: deputy head of the unit.
    Deputy,
    /// Everyone else.
    Staff,
}

/// 职级 of the general management class (公务员法 §19), from low to high so that a higher rank compares greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// 二级科员.
    Clerk2,
    /// 一级科员.
    Clerk1,
    /// 四级主任科员.
    SectionOfficer4,
    /// 三级主任科员.
    SectionOfficer3,
    /// 二级主任科员.
    SectionOfficer2,
    /// 一级主任科员.
    SectionOfficer1,
    /// 四级调研员.
    Researcher4,
    /// 三级调研员.
    Researcher3,
    /// 二级调研员.
    Researcher2,
    /// 一级调研员.
    Researcher1,
    /// 二级巡视员.
    Inspector2,
    /// 一级巡视员.
    Inspector1,
}

/// Clearance of a person, or secrecy level of a case (保密法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clearance {
    /// 非涉密.
    #[default]
    None,
    /// 秘密.
    Confidential,
    /// 机密.
    Secret,
    /// 绝密.
    TopSecret,
}

impl Clearance {
    /// What people call it.
    pub fn title(self) -> Text {
        self.word().title()
    }
}
