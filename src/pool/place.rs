//! Organisations and the units that lend people.

use serde::{Deserialize, Serialize};

use super::{PartialDate, PersonId};
use crate::id::{OrganisationId, RegionCode, UnitId};

/// An organisation: a commission, a bureau, an enterprise, a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its present name.
    pub name: String,
    /// The organisation above it.
    pub parent: Option<OrganisationId>,
    /// The region it belongs to.
    pub region: Option<RegionCode>,
}

/// Another or former name of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrganisationAlias {
    /// The name.
    pub name: String,
    /// The organisation it names.
    pub organisation: OrganisationId,
    /// First day on which the name was used; `None` when not known.
    pub from: Option<PartialDate>,
    /// Last day on which the name was used; `None` while it is.
    pub to: Option<PartialDate>,
}

/// What a unit is to the handling commission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 室: a room of the commission itself.
    Room,
    /// 组: a stationed group.
    Stationed,
    /// 地: a commission of a lower level, or a township's.
    Local,
    /// An external body: audit, an industry department.
    External,
}

/// What a room of any commission, or an external body, does; stationed groups and townships' commissions have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitFunction {
    /// 委领导班子.
    Leadership,
    /// 纪检监察室, which supervises and investigates.
    Discipline,
    /// 监督检查室.
    Supervision,
    /// 审查调查室.
    Investigation,
    /// 党风政风监督室.
    Conduct,
    /// 案件审理室.
    Review,
    /// 案件监督管理室.
    CaseManagement,
    /// 信访室.
    Petitions,
    /// 巡察办 or inspection teams.
    Inspection,
    /// 审计机关.
    Audit,
    /// 办公室, 组织部, 宣传部 and the like.
    General,
}

/// A unit on whose establishment people are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// What it is to the handling commission.
    pub kind: UnitKind,
    /// What it does; `None` for units without one function, and where not on record.
    pub function: Option<UnitFunction>,
    /// The commission (or external organisation) it belongs to; own staff are those of the handling commission.
    pub body: OrganisationId,
    /// Where it is stationed: of a stationed group of the handling commission ([`UnitKind::Stationed`]), and of a lower
    /// commission's stationed group, which to the handling commission is [`UnitKind::Local`]. `None` for other units.
    pub host: Option<OrganisationId>,
    /// Where it sits.
    pub region: RegionCode,
    /// Sectors it deals with, such as 教育 or 公安政法.
    pub sectors: Vec<String>,
    /// Regions that the room is linked to (联系地区).
    pub linked_regions: Vec<RegionCode>,
    /// The zone (协作区) that it belongs to, by its name; `None` outside any zone, and where not on record.
    pub zone: Option<String>,
    /// The leader in charge (分管领导).
    pub leader: Option<PersonId>,
    /// People on its strength; `None` means as many as the roster lists.
    pub strength: Option<i64>,
}
