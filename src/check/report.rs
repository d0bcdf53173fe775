//! What the checker says.

use serde::Serialize;

use crate::diag::Text;
use crate::id::{CaseId, PersonId, UnitId};

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// One person in one case.
    Assignment {
        /// The case.
        case: CaseId,
        /// The person.
        person: PersonId,
    },
    /// One team.
    Team {
        /// The case.
        case: CaseId,
    },
    /// One person across cases.
    Person {
        /// The person.
        person: PersonId,
    },
    /// One unit.
    Unit {
        /// The unit.
        unit: UnitId,
    },
    /// The plan as a whole: its tiers, references and sums.
    Plan,
}

/// What one rule says of one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryVerdict {
    /// Obeyed.
    Pass,
    /// Obeyed, with soft points.
    Warn,
    /// Obeyed because a named human waived it.
    Waived,
    /// Open: a declaration is owed, and the plan is provisional.
    Provisional,
    /// Broken.
    Fail,
}

/// One line of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Entry {
    /// What it is about.
    pub subject: Subject,
    /// The rule's code; `objective` and `plan` for what no rule states.
    pub rule: String,
    /// What the rule says.
    pub verdict: EntryVerdict,
    /// Soft points of a warning.
    pub points: i64,
    /// What was looked at and found.
    pub words: Text,
}

/// Everything the checker evaluated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Entries in the order of evaluation.
    pub entries: Vec<Entry>,
}

impl Report {
    /// Whether nothing failed.
    pub fn certified(&self) -> bool {
        self.failures().next().is_none()
    }

    /// The entries that failed.
    pub fn failures(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.verdict == EntryVerdict::Fail)
    }
}
