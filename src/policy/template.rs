//! Team templates: which roles a team has, how many people each wants, and how the team must be mixed.

use serde::{Deserialize, Serialize};

use crate::diag::Text;
use crate::id::SkillName;
use crate::pool::{Case, CaseStage, Position, UnitFunction, UnitKind};

/// How strictly screening looks at a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoleClass {
    /// Leads and co-leads.
    Lead,
    /// Deputies.
    Deputy,
    /// Everyone who does the work.
    Member,
    /// A local liaison without interview or evidence work.
    Liaison,
    /// A newcomer beside the counted slots.
    Trainee,
}

impl RoleClass {
    /// What people call it.
    pub fn title(self) -> Text {
        match self {
            RoleClass::Lead => Text::new("组长", "lead"),
            RoleClass::Deputy => Text::new("副组长", "deputy"),
            RoleClass::Member => Text::new("组员", "member"),
            RoleClass::Liaison => Text::new("联络员", "liaison"),
            RoleClass::Trainee => Text::new("跟班", "trainee"),
        }
    }
}

/// From which units, and in which positions, a role or a composition row takes its people. Empty lists ask nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UnitFilter {
    /// Unit kinds.
    pub kinds: Vec<UnitKind>,
    /// Unit functions.
    pub functions: Vec<UnitFunction>,
    /// Unit functions that are left out.
    pub except_functions: Vec<UnitFunction>,
    /// Positions in the unit.
    pub positions: Vec<Position>,
    /// Only units that share a sector with the case.
    pub same_sector: bool,
    /// Only the case's lead room.
    pub lead_unit: bool,
    /// Only own staff: of the handling commission, its stationed groups included.
    pub own: bool,
    /// Only units of regions to which the case's lead room is linked.
    pub linked_region: bool,
    /// Of local units, only those of regions to which the case's lead room is linked; other units pass.
    pub local_linked: bool,
    /// Only rooms under the leader in charge of the case's lead room, that room included.
    pub same_leader: bool,
    /// Only the leader in charge of the case's lead room.
    pub in_charge: bool,
    /// Only units of commissions at most so many administrative levels (province, prefecture, county, township) below
    /// the handling one; asks nothing where the handling commission's region is not on record.
    pub levels_below: Option<i64>,
}

/// One role of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Id within the template, such as `interview`.
    pub id: String,
    /// What people call it.
    pub name: Text,
    /// How strictly screening looks at it.
    pub class: RoleClass,
    /// Fewest people with which the team may be formed.
    pub min: i64,
    /// People wanted; slots above `min` may stay open.
    pub desired: i64,
    /// Load in thousandths of full time.
    pub load: i64,
    /// Whether its people work in pairs (R10, R11).
    #[serde(default)]
    pub pairs: bool,
    /// Whether it is interview or evidence work, which the safety officer never doubles.
    #[serde(default)]
    pub evidence_work: bool,
    /// Whether it is the safety officer (R13).
    #[serde(default)]
    pub safety_officer: bool,
    /// Whether it is held by office, which R20 exempts.
    #[serde(default)]
    pub by_office: bool,
    /// The sub-team it belongs to; empty for the team itself.
    #[serde(default)]
    pub sub_team: String,
    /// Who may hold it.
    #[serde(default)]
    pub from: UnitFilter,
    /// From whom it is best filled, the first choice first; whoever comes from none of them may still hold it.
    #[serde(default)]
    pub prefer: Vec<UnitFilter>,
}

/// A skill that a team's people must have between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkillDemand {
    /// Which skill.
    pub skill: SkillName,
    /// In which roles it counts; empty means in any.
    #[serde(default)]
    pub roles: Vec<String>,
    /// People needed at `level` in a formed team (hard).
    pub min: i64,
    /// The level they need, 1–3.
    pub level: i64,
    /// People wanted at `desired_level`; those missing are the skill shortfall.
    pub desired: i64,
    /// The level wanted, 1–3.
    pub desired_level: i64,
}

/// What a composition row counts as one origin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Every unit is an origin of its own.
    #[default]
    Units,
    /// All local units (地) of one county or district are one origin, by the region of their commission, or their own
    /// where that one is not on record; every other unit is an origin of its own.
    Counties,
}

/// One row about where a formed team's people come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composition {
    /// What people call the row.
    pub name: Text,
    /// Whose people it counts.
    pub from: UnitFilter,
    /// What it counts as one origin.
    #[serde(default)]
    pub count: Origin,
    /// Fewest distinct origins.
    #[serde(default)]
    pub min_origins: i64,
    /// Fewest people from all of them together.
    #[serde(default)]
    pub min_people: i64,
    /// Most people from all of them together.
    #[serde(default)]
    pub max_people: Option<i64>,
    /// Most people from any one origin.
    #[serde(default)]
    pub max_per_origin: Option<i64>,
}

/// A second role that the holder of a first may fill as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubling {
    /// The first role; it sets the load.
    pub role: String,
    /// The second role.
    pub also: String,
}

/// A team template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: Text,
    /// Where it comes from.
    pub source: Text,
    /// Whether the supervision pool (`true`) or the investigation pool is its pool of borrowed people (R17).
    pub supervision: bool,
    /// Usual size in people, smallest and largest, with the allowed doublings used as far as they go.
    pub size: [i64; 2],
    /// Usual length in days, shortest and longest.
    pub days: [i64; 2],
    /// Stages of cases it is meant for; empty means any.
    #[serde(default)]
    pub stages: Vec<CaseStage>,
    /// Interviews or searches that go on at one time at least, where the case does not say how many (R10).
    #[serde(default)]
    pub sessions: i64,
    /// Its roles; the order is that of the plan's tables.
    #[serde(rename = "role")]
    pub roles: Vec<Role>,
    /// Skills.
    #[serde(default, rename = "skill")]
    pub skills: Vec<SkillDemand>,
    /// Composition rows.
    #[serde(default, rename = "composition")]
    pub compositions: Vec<Composition>,
    /// Allowed doublings.
    #[serde(default, rename = "doubling")]
    pub doublings: Vec<Doubling>,
}

impl Template {
    /// Parallel interviews or searches of a case with this template: those the case states, 0 included, or the
    /// template's where it states none.
    pub fn sessions_of(&self, case: &Case) -> i64 {
        case.sessions.unwrap_or(self.sessions)
    }

    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }
}
