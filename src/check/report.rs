//! What the checker says.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diag::Text;
use crate::id::{CaseId, PersonId, UnitId};
use crate::policy::VerdictLevel;

/// Stands for the rule in an entry about what the plan file states and refers to.
pub const PLAN: &str = "plan";
/// Stands for the rule in an entry about figures that are worked out anew.
pub const OBJECTIVE: &str = "objective";
/// Stands for the rule in an entry that merges what all rules of recusal say of a person in a case.
pub const PERSONAL: &str = "personal";

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
    /// The rule's code; [`PLAN`] and [`OBJECTIVE`] for what no rule states, [`PERSONAL`] for several at once.
    pub rule: String,
    /// Codes of the rules that a [`PERSONAL`] entry merges.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// What the rule says.
    pub verdict: EntryVerdict,
    /// Soft points of a warning.
    pub points: i64,
    /// What was looked at and found.
    pub words: Text,
    /// Set where a rule of recusal speaks of a person in a case, to what weighs most; which rule it is and what it
    /// found are shown only for a recorded reason.
    #[serde(skip)]
    pub personal: Option<VerdictLevel>,
    /// What is told instead of the words without a recorded reason.
    #[serde(skip)]
    pub discreet: Option<Text>,
}

impl Entry {
    /// An entry without points.
    pub fn new(subject: Subject, rule: &str, verdict: EntryVerdict, words: Text) -> Self {
        Entry {
            subject,
            rule: rule.to_string(),
            rules: Vec::new(),
            verdict,
            points: 0,
            words,
            personal: None,
            discreet: None,
        }
    }

    /// One entry for all that was evaluated about a subject: a pass in the words of `found`, or a failure that names
    /// every fault.
    pub fn of_faults(subject: Subject, rule: &str, faults: Vec<Text>, found: Text) -> Self {
        match joined(faults) {
            Some(words) => Entry::new(subject, rule, EntryVerdict::Fail, words),
            None => Entry::new(subject, rule, EntryVerdict::Pass, found),
        }
    }

    /// The same with points that make no plan unlawful by themselves: without faults, a warning that names them.
    pub fn of_faults_or_warnings(
        subject: Subject,
        rule: &str,
        faults: Vec<Text>,
        warnings: Vec<Text>,
        found: Text,
    ) -> Self {
        match joined(warnings.clone()) {
            Some(words) if faults.is_empty() => Entry::new(subject, rule, EntryVerdict::Warn, words),
            _ => Entry::of_faults(subject, rule, [faults, warnings].concat(), found),
        }
    }

    /// The same entry as that of a rule of recusal, which a fault blocks.
    pub(super) fn made_personal(self) -> Self {
        let level = if self.verdict == EntryVerdict::Fail { VerdictLevel::Block } else { VerdictLevel::None };
        Entry { personal: Some(level), ..self }
    }

    /// What the rules of recusal together say of a person in a case: the worst verdict, not whose it is nor why.
    fn merged(subject: Subject, entries: &[Entry]) -> Self {
        let unnamed = |verdict| if verdict == EntryVerdict::Warn { EntryVerdict::Pass } else { verdict };
        let verdict = entries.iter().map(|entry| unnamed(entry.verdict)).max().unwrap_or(EntryVerdict::Pass);
        let level = entries.iter().filter_map(|entry| entry.personal).max();
        let words = match verdict {
            EntryVerdict::Pass | EntryVerdict::Warn => Text::new("可用", "clear"),
            EntryVerdict::Waived => Text::new("需审查，已经批准豁免", "review, waived with approval"),
            EntryVerdict::Provisional => {
                Text::new("需审查，尚待本人申报", "review, until the person's declaration is in")
            }
            EntryVerdict::Fail if level == Some(VerdictLevel::Block) => Text::new("需回避", "block"),
            EntryVerdict::Fail => Text::new("需审查，没有获得豁免", "review, and no approved waiver covers it"),
        };
        let rules: BTreeSet<String> = entries.iter().map(|entry| entry.rule.clone()).collect();
        Entry { rules: rules.into_iter().collect(), ..Entry::new(subject, PERSONAL, verdict, words) }
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

    /// The same certificate as it may be shown without a recorded reason: what the rules of recusal say of somebody in
    /// a case is one entry, so that none can be told from the others, and exposure that the plan does not state itself is
    /// left out.
    pub fn redacted(self) -> Self {
        let (personal, mut entries): (Vec<Entry>, Vec<Entry>) =
            self.entries.into_iter().partition(|entry| entry.personal.is_some());
        for entry in &mut entries {
            if let Some(words) = entry.discreet.take() {
                entry.words = words;
            }
        }
        let mut about: BTreeMap<Subject, Vec<Entry>> = BTreeMap::new();
        for entry in personal {
            about.entry(entry.subject.clone()).or_default().push(entry);
        }
        entries.extend(about.into_iter().map(|(subject, said)| Entry::merged(subject, &said)));
        Report { entries }
    }

    /// The entries that failed.
    pub fn failures(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.verdict == EntryVerdict::Fail)
    }
}
