//! Cases, their parties, and the decisions taken about them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Clearance;
use super::read::Worded;
use crate::diag::Text;
use crate::id::{CaseId, OrganisationId, PartyId, PersonId, RegionCode, SkillName, UnitId};

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseStage {
    /// 谈话函询.
    Inquiry,
    /// 初核.
    Preliminary,
    /// 立案.
    Filed,
    /// 留置.
    Detention,
    /// 初审: the first review, by the zone or the level below.
    FirstReview,
    /// 审理.
    Review,
    /// 监督检查, 专项, 巡察: no suspect.
    Supervision,
}

impl CaseStage {
    /// Whether the case is about somebody: all but supervision have a subject to screen against.
    pub fn has_subject(self) -> bool {
        self != CaseStage::Supervision
    }
}

/// A case that wants a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its code; never a name.
    pub id: CaseId,
    /// The template that says what team it wants.
    pub template: String,
    /// 1 is the most urgent class; classes are tiers, not weights.
    pub priority: i64,
    /// How far it has come.
    pub stage: CaseStage,
    /// Where it is worked.
    pub region: RegionCode,
    /// The commission that handles it; its staff are own staff.
    pub body: OrganisationId,
    /// The room that leads; `None` when none leads yet.
    pub lead_unit: Option<UnitId>,
    /// First day of the team's work.
    pub from: Date,
    /// Last day of the team's work.
    pub to: Date,
    /// Secrecy level.
    pub clearance: Clearance,
    /// Sectors it touches.
    pub sectors: Vec<String>,
    /// Parallel interview or search sessions planned (R10), each of which takes a pair; `None` means the template's
    /// number, 0 that none are planned.
    pub sessions: Option<i64>,
    /// Whether a search of a woman's body is planned (R12).
    pub female_search: bool,
    /// Whether it is open and wants a team.
    pub open: bool,
    /// Document number of the designated jurisdiction (R26); `None` while still needed.
    pub jurisdiction_document: Option<String>,
}

impl Case {
    /// Whether it is open and not over as of a day.
    pub fn wants_a_team(&self, as_of: Date) -> bool {
        self.open && self.days_ahead(as_of).is_some()
    }

    /// The days for which a team is still to be planned as of a day: of a case that has begun, from that day on; `None`
    /// when the case is over.
    pub fn days_ahead(&self, as_of: Date) -> Option<(Date, Date)> {
        let from = self.from.max(as_of);
        (from <= self.to).then_some((from, self.to))
    }
}

/// What a party is to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// 被审查调查人.
    Subject,
    /// 检举人, by code only.
    Informant,
    /// 证人.
    Witness,
    /// 利害关系人.
    Interested,
}

impl PartyRole {
    /// What people call the party.
    pub fn title(self) -> Text {
        self.word().title()
    }
}

/// A person on the other side of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Id, unique among people, parties and relatives.
    pub id: PartyId,
    /// The case.
    pub case: CaseId,
    /// What the party is to it.
    pub role: PartyRole,
    /// Name; always `None` for informants.
    pub name: Option<String>,
    /// The person on the roster, if the party is one (a staff member as witness, say).
    pub person: Option<PersonId>,
    /// Where the party works; `None` fails closed.
    pub organisation: Option<OrganisationId>,
    /// Department there.
    pub department: Option<String>,
    /// Post there.
    pub post: Option<String>,
    /// Whether the party is of that organisation's leadership (R34).
    pub leadership: bool,
    /// Where the party grew up; `None` when not on record.
    pub grew_up: Option<RegionCode>,
}

/// A demand that overrides one role of a case's template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Demand {
    /// The case.
    pub case: CaseId,
    /// The role in its template.
    pub role: String,
    /// Fewest people with which the team may be formed; `None` keeps the template's.
    pub min: Option<i64>,
    /// People wanted; `None` keeps the template's.
    pub desired: Option<i64>,
    /// A skill this role's people must have between them; `None` asks nothing more.
    pub skill: Option<SkillName>,
    /// Level of that skill, 1–3.
    pub level: Option<i64>,
}

/// Current or past service in a case, whether or not this program planned it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Assignment {
    /// Who.
    pub person: PersonId,
    /// In which case; past cases need not be on file otherwise.
    pub case: CaseId,
    /// As what.
    pub role: String,
    /// At what stage (R14).
    pub stage: Option<CaseStage>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Load in thousandths of full time.
    pub load: i64,
    /// Whether the person was drawn from another unit (R17, R18, burden).
    pub drawn: bool,
    /// Whether it is the approved extension of an earlier secondment (R18).
    pub extension: bool,
}

/// What became of a request for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestOutcome {
    /// Asked, not yet answered.
    Asked,
    /// Lent.
    Lent,
    /// Refused.
    Refused,
}

/// A request to a unit for people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Request {
    /// The unit asked.
    pub unit: UnitId,
    /// When.
    pub date: Date,
    /// How many people.
    pub people: i64,
    /// What became of it.
    pub outcome: RequestOutcome,
}

/// A named human's decision that a review verdict does not stand in the way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiver {
    /// Code or id of the waived rule.
    pub rule: String,
    /// For whom.
    pub person: PersonId,
    /// In which case.
    pub case: CaseId,
    /// Why.
    pub reason: String,
    /// Who proposed it.
    pub author: String,
    /// Who approved it.
    pub approver: String,
    /// Last day on which it holds.
    pub expires: Date,
}

/// Whether a person must or must not serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PinKind {
    /// Must serve.
    Pin,
    /// Must not serve.
    Ban,
}

impl PinKind {
    /// What reports say of the person.
    pub fn title(self) -> Text {
        self.word().title()
    }
}

/// A person pinned to or banned from a case by a named human (R19).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pin {
    /// Who.
    pub person: PersonId,
    /// In which case.
    pub case: CaseId,
    /// As what; `None` in any role.
    pub role: Option<String>,
    /// Must or must not.
    pub kind: PinKind,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub author: String,
    /// Who approved it.
    pub approver: String,
}
