//! What a tie is.

use jiff::civil::Date;
use serde::Serialize;

use super::kin::Kinship;
use crate::diag::Text;
use crate::id::{ActorId, PersonId, RegionCode};
use crate::pool::DeclaredTieKind;

/// Kinds of tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieKind {
    /// Near kin by law, or kin that calls for review (former spouse, birth kin of an adopted child).
    Kin(Kinship),
    /// Worked in one department at the same time.
    Colleague,
    /// The same, `a` being the superior.
    Superior,
    /// Attended one school and major at the same time.
    Classmate,
    /// Grew up in one township, or in one county that both have left.
    Townsman,
    /// Served in one case team at the same time.
    CoHandled,
    /// `a` is or was head of the group stationed at the host whose leadership `b` belongs to (T4).
    HostLeadership,
    /// Somebody declared it.
    Declared(DeclaredTieKind),
}

/// A record that shows a tie.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Evidence {
    /// The roster table, such as `careers`.
    pub table: &'static str,
    /// What the record says, with its dates.
    pub words: Text,
}

/// A tie between two people on record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tie {
    /// One side: the superior, the head, or the one with the smaller id where the kind has no sides.
    pub a: ActorId,
    /// The other side.
    pub b: ActorId,
    /// What binds them.
    pub kind: TieKind,
    /// Strength on the day of the inference, 1–100 points; 0 for kin, whose weight rules decide.
    pub points: i64,
    /// First day that the records show.
    pub since: Option<Date>,
    /// Last day of the fact itself, such as of the common service; `None` while it lasts.
    pub ended: Option<Date>,
    /// Day on which it has faded to nothing; `None` if it never fades.
    pub expires: Option<Date>,
    /// The records that show it.
    pub evidence: Vec<Evidence>,
}

/// Why a person is embedded in a county.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EmbeddednessReason {
    /// Grew up there.
    GrewUp,
    /// Worked there long.
    Worked,
    /// Near kin work there.
    Kin,
}

/// How a person is bound to a county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embeddedness {
    /// The person.
    pub person: PersonId,
    /// The county, or the prefecture for facts known no closer.
    pub county: RegionCode,
    /// Points, all reasons together.
    pub points: i64,
    /// The reasons, with the records that show them.
    pub reasons: Vec<(EmbeddednessReason, Evidence)>,
}
