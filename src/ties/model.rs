//! What a tie is.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::kin::Relation;
use crate::diag::Text;
use crate::id::{ActorId, PersonId, RegionCode};
use crate::pool::DeclaredTieKind;

/// Kinds of tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieKind {
    /// Kin, near or calling for review (former spouse, birth kin of an adopted child, kin beyond the list); the
    /// relation is seen from `a`.
    Kin(Relation),
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
    /// `a` is or was head of the group stationed at the host whose leadership `b` belongs to.
    HostLeadership,
    /// Somebody declared it.
    Declared(DeclaredTieKind),
}

impl TieKind {
    /// What people call it.
    pub fn title(&self) -> Text {
        match self {
            TieKind::Kin(relation) => relation.title(),
            TieKind::Colleague => Text::new("同事", "colleagues"),
            TieKind::Superior => Text::new("上下级", "superior and subordinate"),
            TieKind::Classmate => Text::new("同学", "classmates"),
            TieKind::Townsman => Text::new("同乡", "grew up in one place"),
            TieKind::CoHandled => Text::new("共同办案", "served in one case team"),
            TieKind::HostLeadership => {
                Text::new("派驻组长与驻在单位领导班子", "head of the stationed group and host leadership")
            }
            TieKind::Declared(kind) => declared_title(*kind),
        }
    }
}

fn declared_title(kind: DeclaredTieKind) -> Text {
    let (zh, en) = match kind {
        DeclaredTieKind::Friend => ("申报的朋友", "declared friend"),
        DeclaredTieKind::Classmate => ("申报的同学", "declared classmate"),
        DeclaredTieKind::Townsman => ("申报的同乡", "declared fellow townsman"),
        DeclaredTieKind::Colleague => ("申报的同事", "declared colleague"),
        DeclaredTieKind::DistantKin => ("申报的远亲", "declared distant kin"),
        DeclaredTieKind::Grudge => ("申报的矛盾过节", "declared grudge"),
        DeclaredTieKind::Loan => ("申报的借贷", "declared loan"),
        DeclaredTieKind::Interest => ("申报的利害关系", "declared interest"),
        DeclaredTieKind::SwornKin => ("申报的干亲", "declared sworn kin"),
        DeclaredTieKind::Other => ("申报的其他关系", "other declared tie"),
    };
    Text::new(zh, en)
}

/// A record that shows a tie.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Evidence {
    /// The roster table, such as `careers`.
    pub table: &'static str,
    /// What the record says, with its dates; shared by all ties that rest on the record.
    pub words: Arc<Text>,
}

impl Evidence {
    /// A record of `table` and what it says.
    pub fn new(table: &'static str, words: Text) -> Self {
        Evidence { table, words: Arc::new(words) }
    }
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

impl Tie {
    /// The side that is not `actor`.
    pub fn other(&self, actor: &ActorId) -> &ActorId {
        if self.a == *actor { &self.b } else { &self.a }
    }

    /// The kinship as seen from `actor`; `None` for other kinds of tie.
    pub fn kinship_from(&self, actor: &ActorId) -> Option<Relation> {
        match self.kind {
            TieKind::Kin(relation) if self.a == *actor => Some(relation),
            TieKind::Kin(relation) => Some(relation.reversed()),
            _ => None,
        }
    }
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
