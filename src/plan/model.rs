//! The plan file.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::{Coverage, Termination, TierResult};
use crate::id::{CaseId, PersonId, UnitId};
use crate::policy::{RoleClass, RuleChange};
use crate::pool::PinKind;

/// The name and version of the format.
pub const SCHEMA: &str = "evenhand.plan/1";

/// What kind of plan it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// Special case teams.
    Team,
    /// Cross-region swaps; reserved: no plan of this kind is made yet.
    Swap,
    /// Mentor pairs; reserved: no plan of this kind is made yet.
    Pair,
    /// Secondment waves; reserved: no plan of this kind is made yet.
    Wave,
    /// Zones; reserved: no plan of this kind is made yet.
    Zone,
    /// Rotation; reserved: no plan of this kind is made yet.
    Rotation,
}

/// The facts a plan was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InputReference {
    /// Hex digest of the roster's canonical form.
    pub fingerprint: String,
    /// The day on which was judged.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The cases that were planned, by code.
    pub cases: Vec<CaseId>,
    /// Cases that had to be formed (`--require`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<CaseId>,
    /// Whether open slots were forbidden (`--no-open`).
    #[serde(default)]
    pub no_open: bool,
    /// Whether people whose only open point is a missing fact were usable (`--provisional`).
    #[serde(default)]
    pub provisional: bool,
}

/// The policy a plan was made under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyReference {
    /// Its name.
    pub name: String,
    /// Hex digest of its canonical form.
    pub fingerprint: String,
    /// Codes of rules in force that still await local confirmation.
    pub to_be_confirmed: Vec<String>,
    /// What it changes in the rules that come with the program: switched off or on, other verdicts or parameters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<RuleChange>,
}

/// The solver that made a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SolverReference {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Version of this program.
    pub evenhand: String,
}

/// Two people who work as a pair (R10, R11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The role in which they pair.
    pub role: String,
    /// A member of the handling commission's own staff.
    pub own: PersonId,
    /// The other member.
    pub other: PersonId,
    /// First day on which they work together.
    #[schemars(with = "String")]
    pub from: Date,
    /// Last day on which they work together.
    #[schemars(with = "String")]
    pub to: Date,
}

/// One case's team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// The case.
    pub case: CaseId,
    /// Its template.
    pub template: String,
    /// Its priority class.
    pub priority: i64,
    /// Whether the team is formed; a team not formed draws nobody.
    pub formed: bool,
    /// Named pairs.
    pub pairs: Vec<Pair>,
    /// Whether a document of designated jurisdiction is still needed (R26).
    pub jurisdiction_document_needed: bool,
}

/// One person in one role of one team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The case.
    pub case: CaseId,
    /// The role in the case's template.
    pub role: String,
    /// A second role that the person fills as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<String>,
    /// How strictly the person was screened.
    pub class: RoleClass,
    /// The person.
    pub person: PersonId,
    /// The person's unit.
    pub unit: UnitId,
    /// First day of service.
    #[schemars(with = "String")]
    pub from: Date,
    /// Last day of service.
    #[schemars(with = "String")]
    pub to: Date,
    /// Load in thousandths of full time.
    pub load: i64,
    /// Whether the person is drawn from another unit than the case's lead room.
    pub drawn: bool,
    /// Whether the person is of the handling commission's own staff.
    pub own: bool,
    /// Exposure between the person and the case, in points.
    pub exposure: i64,
    /// Days away from the unit's own county.
    pub days_away: i64,
    /// Great-circle distance from the unit to the case, in kilometers; absent when a seat is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<i64>,
    /// Cost of travel and allowances in fen.
    pub cost_fen: i64,
}

/// Slots of one role that stay open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenSlot {
    /// The case.
    pub case: CaseId,
    /// The role.
    pub role: String,
    /// How many.
    pub count: i64,
}

/// A person used although a declaration is still owed (待申报); a plan with any is not final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvisionalUse {
    /// The person.
    pub person: PersonId,
    /// The case.
    pub case: CaseId,
    /// Codes of the rules whose fact is missing.
    pub rules: Vec<String>,
}

/// A waiver on which an assignment rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiverUsed {
    /// Code of the waived rule.
    pub rule: String,
    /// The person.
    pub person: PersonId,
    /// The case.
    pub case: CaseId,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approver: String,
    /// Last day on which it holds.
    #[schemars(with = "String")]
    pub expires: Date,
}

/// A pin or ban that the plan obeys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PinUsed {
    /// Must or must not serve.
    pub kind: PinKind,
    /// The person.
    pub person: PersonId,
    /// The case.
    pub case: CaseId,
    /// The role; absent for any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub author: String,
    /// Who approved it.
    pub approver: String,
}

/// What may stand in a file and is read over, whatever it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PassedOver;

impl<'de> Deserialize<'de> for PassedOver {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| PassedOver)
    }
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// What kind of plan it is.
    pub kind: PlanKind,
    /// The facts it was made from.
    pub input: InputReference,
    /// The policy it was made under.
    pub policy: PolicyReference,
    /// The solver that made it.
    pub solver: SolverReference,
    /// Seed of the lottery among equal plans.
    pub seed: u64,
    /// Why the search ended.
    pub termination: Termination,
    /// Whether another run gives the same bytes; under a time limit only a proven plan does.
    pub deterministic: bool,
    /// Objective tiers in the order in which they were solved.
    pub tiers: Vec<TierResult>,
    /// Teams by case.
    pub teams: Vec<Team>,
    /// Who serves, by case, role and person.
    pub assignments: Vec<Assignment>,
    /// Slots that stay open.
    pub open_slots: Vec<OpenSlot>,
    /// People used although a declaration is still owed.
    pub provisional: Vec<ProvisionalUse>,
    /// Reviewers without whom a team's review group would be too small, although a declaration is still owed (R15).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provisional_reviewers: Vec<ProvisionalUse>,
    /// Waivers that the plan rests on.
    pub waivers_used: Vec<WaiverUsed>,
    /// Pins and bans of the planned cases.
    pub pins: Vec<PinUsed>,
    /// How complete the records are.
    pub coverage: Coverage,
    /// Days away, all assignments together.
    pub days_away: i64,
    /// Cost in fen, all assignments together.
    pub cost_fen: i64,
    /// Hex digest of everything above as the program wrote it. It shows an edit, it proves no origin: whoever edits
    /// on purpose can work it out anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// What the independent check warned of when `team --format json` printed the plan: entries as `verify --format
    /// json` has them, left out where there are none. They are no part of the plan: `--out` writes none, and reading
    /// passes over them.
    #[serde(default, skip_serializing)]
    #[schemars(with = "Vec<serde_json::Map<String, serde_json::Value>>")]
    pub warnings: PassedOver,
}

impl Plan {
    /// The same plan with the digest of its content.
    pub fn sealed(mut self) -> Self {
        self.digest = Some(self.content_digest());
        self
    }

    /// Whether the content is no longer what the digest was worked out from; `None` for a plan without a digest.
    pub fn is_edited(&self) -> Option<bool> {
        Some(*self.digest.as_ref()? != self.content_digest())
    }

    /// BLAKE3 in hex over the plan without its digest, whatever the file's spaces and order of fields.
    fn content_digest(&self) -> String {
        let content = Plan { digest: None, ..self.clone() };
        // Every key is a string, so that JSON cannot refuse.
        let bytes = serde_json::to_vec(&content).unwrap_or_else(|refusal| refusal.to_string().into_bytes());
        blake3::hash(&bytes).to_hex().to_string()
    }

    /// The assignments of one case, in the plan's order.
    pub fn assignments_of<'a>(&'a self, case: &'a CaseId) -> impl Iterator<Item = &'a Assignment> {
        self.assignments.iter().filter(move |assignment| assignment.case == *case)
    }

    /// The plan file's text: JSON with a final line break.
    pub fn to_json(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}
