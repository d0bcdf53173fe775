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
    /// Whether the words tell ties or other evidence of a recusal, which are shown only for a recorded reason.
    #[serde(skip)]
    pub confidential: bool,
}

impl Entry {
    /// An entry without points.
    pub fn new(subject: Subject, rule: &str, verdict: EntryVerdict, words: Text) -> Self {
        Entry { subject, rule: rule.to_string(), verdict, points: 0, words, confidential: false }
    }

    /// One entry for all that was evaluated about a subject: a pass in the words of `found`, or a failure that names
    /// every fault.
    pub fn of_faults(subject: Subject, rule: &str, faults: Vec<Text>, found: Text) -> Self {
        match joined(faults) {
            Some(words) => Entry::new(subject, rule, EntryVerdict::Fail, words),
            None => Entry::new(subject, rule, EntryVerdict::Pass, found),
        }
    }

    /// The same entry without words that are shown only for a recorded reason.
    pub fn redacted(mut self) -> Self {
        if self.confidential && self.verdict != EntryVerdict::Pass {
            self.words = Text::new("依据未列出", "evidence left out");
        }
        self
    }

    /// Whether the rule is obeyed for good, with or without a warning or a waiver.
    pub fn is_obeyed(&self) -> bool {
        matches!(self.verdict, EntryVerdict::Pass | EntryVerdict::Warn | EntryVerdict::Waived)
    }
}

/// Several messages as one; `None` for none. Each is named once.
pub fn joined(mut words: Vec<Text>) -> Option<Text> {
    let mut seen = std::collections::BTreeSet::new();
    words.retain(|words| seen.insert(words.clone()));
    let join = |pick: fn(&Text) -> &str, mark| words.iter().map(pick).collect::<Vec<_>>().join(mark);
    (!words.is_empty()).then(|| Text::new(join(|words| &words.zh, "；"), join(|words| &words.en, "; ")))
}

/// Everything the checker evaluated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Entries in the order of evaluation.
    pub entries: Vec<Entry>,
}

impl Subject {
    /// One person in one case.
    pub fn assignment(case: &CaseId, person: &PersonId) -> Self {
        Subject::Assignment { case: case.clone(), person: person.clone() }
    }

    /// One team.
    pub fn team(case: &CaseId) -> Self {
        Subject::Team { case: case.clone() }
    }

    /// One person across cases.
    pub fn person(person: &PersonId) -> Self {
        Subject::Person { person: person.clone() }
    }

    /// One unit.
    pub fn unit(unit: &UnitId) -> Self {
        Subject::Unit { unit: unit.clone() }
    }
}

impl Report {
    /// Whether nothing failed.
    pub fn certified(&self) -> bool {
        self.failures().next().is_none()
    }

    /// Whether nothing failed and no declaration is owed, so that the plan may be final.
    pub fn is_final(&self) -> bool {
        self.entries.iter().all(Entry::is_obeyed)
    }

    /// The same certificate without evidence of recusals.
    pub fn redacted(self) -> Self {
        Report { entries: self.entries.into_iter().map(Entry::redacted).collect() }
    }

    /// The entries that failed.
    pub fn failures(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.verdict == EntryVerdict::Fail)
    }
}
