//! Verdicts and the findings that lead to them.

use serde::{Deserialize, Serialize};

use crate::diag::Text;
use crate::policy::VerdictLevel;
use crate::ties::Evidence;

/// The rules whose block is about a qualification, not about whom the person knows.
const QUALIFICATIONS: [&str; 1] = ["R27"];

/// What screening says of a person for a case and role class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 可用, with or without warnings.
    Clear,
    /// 需审查.
    Review,
    /// 需回避.
    Block,
}

impl Verdict {
    /// What people read.
    pub fn title(self) -> Text {
        match self {
            Verdict::Clear => Text::new("可用", "clear"),
            Verdict::Review => Text::new("需审查", "review"),
            Verdict::Block => Text::new("需回避", "block"),
        }
    }
}

/// One thing that one rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code.
    pub rule: String,
    /// What it means for the role class.
    pub level: VerdictLevel,
    /// Soft points that a warning adds to exposure; 0 for the other levels.
    pub points: i64,
    /// Whether it rests on a fact that is not on record, so that a declaration could settle it.
    pub missing_fact: bool,
    /// What was found, in the words of the rule.
    pub words: Text,
    /// The records that show it.
    pub evidence: Vec<Evidence>,
    /// Approver of the waiver that sets it aside, if one does.
    pub waived_by: Option<String>,
}

impl Finding {
    /// Whether a declaration that would settle it is still owed.
    pub fn is_owed(&self) -> bool {
        self.missing_fact && self.waived_by.is_none()
    }

    /// The same finding with soft points, which only a warning carries.
    pub fn weighing(self, points: i64) -> Self {
        let points = if self.level == VerdictLevel::Warn { points } else { 0 };
        Finding { points, ..self }
    }
}

/// The outcome for one person, case and role class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// The verdict after waivers.
    pub verdict: Verdict,
    /// Whether the only open points are missing facts, so that a provisional team may use the person.
    pub provisional: bool,
    /// Soft points, to be kept small.
    pub exposure: i64,
    /// Everything that was found, strictest first.
    pub findings: Vec<Finding>,
}

impl Screening {
    /// Folds findings into a verdict: the strictest finding that no waiver sets aside decides.
    pub fn from_findings(mut findings: Vec<Finding>) -> Self {
        findings.sort_by(|a, b| {
            b.level.cmp(&a.level).then_with(|| a.rule.cmp(&b.rule)).then_with(|| a.words.cmp(&b.words))
        });
        let open = |finding: &&Finding| finding.waived_by.is_none();
        let strictest = findings.iter().filter(open).map(|finding| finding.level).max().unwrap_or(VerdictLevel::None);
        let verdict = match strictest {
            VerdictLevel::None | VerdictLevel::Warn => Verdict::Clear,
            VerdictLevel::Review => Verdict::Review,
            VerdictLevel::Block => Verdict::Block,
        };
        let provisional = verdict == Verdict::Review
            && findings.iter().filter(open).all(|finding| finding.level < VerdictLevel::Review || finding.missing_fact);
        let exposure = findings.iter().filter(open).map(|finding| finding.points).sum();
        Screening { verdict, provisional, exposure, findings }
    }

    /// Whether the person is blocked for want of a qualification alone, and not recused.
    pub fn is_unqualified(&self) -> bool {
        let mut blocks = self.findings.iter().filter(|finding| finding.level == VerdictLevel::Block);
        self.verdict == Verdict::Block && blocks.all(|finding| QUALIFICATIONS.contains(&finding.rule.as_str()))
    }
}
