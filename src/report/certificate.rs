//! The checker's certificate: changed facts first, then the assignments, teams, people and units about which there is
//! something to say, each finding with the rule it comes from.

use jiff::civil::Date;
use serde::Serialize;

use super::style::{bold, green, red, yellow};
use crate::check::{Entry, EntryVerdict, Judge, OBJECTIVE, PERSONAL, PLAN, Report, Subject};
use crate::diag::{Language, Text};
use crate::plan::Plan;
use crate::policy::Policy;

/// What a certificate shows.
#[derive(Debug, Clone, Serialize)]
pub struct CertificateView<'a> {
    /// The day on which is judged.
    pub as_of: Date,
    /// The day for which the plan was made.
    pub planned_as_of: Date,
    /// Whether the plan file was edited after it was written; `None` where it does not say.
    pub edited: Option<bool>,
    /// Whether the roster is not as it was when the plan was made.
    pub roster_changed: bool,
    /// Whether hardly anything that the plan names is on the roster.
    pub other_roster: bool,
    /// Whether the policy has changed since the plan was made.
    pub policy_changed: bool,
    /// Whether nothing failed.
    pub certified: bool,
    /// Whether it is certified and no declaration is owed, so that the plan may be final.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// How many entries have each verdict.
    pub counts: Counts,
    /// Everything that was evaluated.
    pub entries: Vec<TitledEntry<'a>>,
}

/// An entry and what people call its rule.
#[derive(Debug, Clone, Serialize)]
pub struct TitledEntry<'a> {
    /// The entry.
    #[serde(flatten)]
    pub entry: &'a Entry,
    /// What people call its rule.
    pub title: Text,
}

/// Entries by verdict; notes on what the plan was made from are told apart from them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Obeyed.
    pub pass: usize,
    /// Obeyed, with soft points.
    pub warn: usize,
    /// Waived.
    pub waived: usize,
    /// A declaration is owed.
    pub provisional: usize,
    /// Broken.
    pub fail: usize,
    /// Notes on what the plan was made from, which are none of the entries above.
    pub notes: usize,
}

impl Counts {
    /// Counts a certificate's entries.
    pub fn of(report: &Report) -> Self {
        let mut counts = Counts::default();
        for entry in &report.entries {
            *match entry.verdict {
                _ if is_note(entry) => &mut counts.notes,
                EntryVerdict::Pass => &mut counts.pass,
                EntryVerdict::Warn => &mut counts.warn,
                EntryVerdict::Waived => &mut counts.waived,
                EntryVerdict::Provisional => &mut counts.provisional,
                EntryVerdict::Fail => &mut counts.fail,
            } += 1;
        }
        counts
    }

    /// All entries, without notes.
    pub fn all(&self) -> usize {
        self.pass + self.warn + self.waived + self.provisional + self.fail
    }
}

/// Collects what a certificate shows; `roster` is the fingerprint of the one that is judged by.
pub fn view<'a>(plan: &Plan, judge: &Judge, roster: &str, report: &'a Report) -> CertificateView<'a> {
    let roster_changed = plan.input.fingerprint != roster;
    let titled = |entry: &'a Entry| TitledEntry { entry, title: rule_title(entry, judge.policy) };
    CertificateView {
        as_of: judge.as_of,
        planned_as_of: plan.input.as_of,
        edited: plan.is_edited(),
        roster_changed,
        other_roster: roster_changed && judge.is_from_elsewhere(plan),
        policy_changed: plan.policy.fingerprint != judge.policy.fingerprint(),
        certified: report.certified(),
        is_final: report.is_final(),
        counts: Counts::of(report),
        entries: report.entries.iter().map(titled).collect(),
    }
}

/// What is warned of in teams, as `team` prints it; rules of recusal stay unnamed.
pub fn warnings<'a>(report: &'a Report, policy: &Policy) -> Vec<TitledEntry<'a>> {
    let is_told = |entry: &&Entry| {
        let of_a_team = matches!(entry.subject, Subject::Team { .. });
        of_a_team && entry.verdict == EntryVerdict::Warn && entry.personal.is_none()
    };
    let told = report.entries.iter().filter(is_told);
    told.map(|entry| TitledEntry { entry, title: rule_title(entry, policy) }).collect()
}

/// The certificate as text: what there is to say, and how much holds; everything when `verbose`.
pub fn text(view: &CertificateView, judge: &Judge, verbose: bool, language: Language) -> String {
    let mut page = String::new();
    let mut line = |words: String| page += &(words + "\n");
    // What the plan was made from comes first: everything below is judged by today's facts and policy.
    let (notes, entries): (Vec<&TitledEntry>, Vec<&TitledEntry>) =
        view.entries.iter().partition(|titled| is_note(titled.entry));
    for titled in notes {
        let note = Text::new("说明：", "note: ");
        line(yellow(&format!("{}{}", note.get(language), titled.entry.words.get(language))));
    }
    let is_shown = |entry: &Entry| verbose || entry.verdict != EntryVerdict::Pass;
    let mut subjects: Vec<&Subject> = entries
        .iter()
        .map(|titled| &titled.entry.subject)
        .filter(|subject| entries.iter().any(|titled| titled.entry.subject == **subject && is_shown(titled.entry)))
        .collect();
    subjects.sort();
    subjects.dedup();
    for subject in subjects {
        line(bold(&title(subject, judge, language)));
        for titled in entries.iter().filter(|titled| titled.entry.subject == *subject && is_shown(titled.entry)) {
            line(format!("  {}", finding(titled, language)));
        }
    }
    let shown = || entries.iter().filter(|titled| is_shown(titled.entry));
    if let Some(merged) = shown().find(|titled| titled.entry.rule == PERSONAL) {
        let rules = &merged.entry.rules;
        let words = Text::new(
            format!(
                "回避规则合并核验（{}）；是哪一条、有何依据，写明 --evidence --reason 事由 才列出，查询入档。",
                rules.join("、")
            ),
            format!(
                "The rules of recusal are judged together ({}); which of them and on what evidence is told with --evidence --reason TEXT, and recorded.",
                rules.join(", ")
            ),
        );
        line(words.get(language).to_string());
    }
    let (passed, hidden) = (view.counts.pass, !verbose && shown().next().is_some());
    if hidden {
        let words = Text::new(
            format!("其余 {passed} 项符合，加 -v 逐项列出。"),
            format!("The other {passed} entries hold; -v lists them."),
        );
        line(words.get(language).to_string());
    }
    line(verdict(view.counts, language));
    if view.certified && !view.is_final {
        let words = Text::new(
            "方案不是最终方案：待申报的人员补作申报或者补登所缺记录后，须再次核验。",
            "The plan is not final: verify it again when the declarations or records owed are in.",
        );
        line(yellow(words.get(language)));
    }
    page
}

/// Whether it tells what the plan was made from, and that this has changed.
fn is_note(entry: &Entry) -> bool {
    entry.subject == Subject::Plan && entry.rule == PLAN && entry.verdict == EntryVerdict::Warn
}

/// The entries that failed, each with its subject.
pub fn failures(report: &Report, judge: &Judge, language: Language) -> String {
    let line = |entry: &Entry| {
        let titled = TitledEntry { entry, title: rule_title(entry, judge.policy) };
        format!("{}\n  {}\n", title(&entry.subject, judge, language), finding(&titled, language))
    };
    report.failures().map(line).collect()
}

/// `不符 R13 安全员：2026-11-30 至 2026-12-05 在岗的安全员只有 0 人`.
fn finding(titled: &TitledEntry, language: Language) -> String {
    let TitledEntry { entry, title } = titled;
    let separator = if language == Language::Zh { "：" } else { ": " };
    let rule = match entry.rule.as_str() {
        PLAN | OBJECTIVE | PERSONAL => title.get(language).to_string(),
        code => format!("{code} {}", title.get(language)),
    };
    format!("{} {rule}{separator}{}", mark(entry.verdict, language), entry.words.get(language))
}

fn rule_title(entry: &Entry, policy: &Policy) -> Text {
    match entry.rule.as_str() {
        PLAN => Text::new("方案记载", "what the plan states"),
        OBJECTIVE => Text::new("数值复算", "figures"),
        PERSONAL => Text::new("回避规则", "rules of recusal"),
        code => policy.rules.find(code).map(|rule| rule.title.clone()).unwrap_or_default(),
    }
}

/// The one line that says whether a plan may stand.
pub fn verdict(counts: Counts, language: Language) -> String {
    let all = counts.all();
    if counts.fail > 0 {
        let words = Text::new(
            format!("独立核验未通过：{all} 项中 {} 项不符。", counts.fail),
            format!("Independent check failed: {} of {all} entries.", counts.fail),
        );
        return red(words.get(language));
    }
    let words =
        Text::new(format!("独立核验：{all} 项全部通过"), format!("Independent check: all {all} entries passed"));
    let mut more = Vec::new();
    let mut add = |count: usize, zh: &str, en: &str| {
        if count > 0 {
            more.push(Text::new(format!("{count} 项{zh}"), format!("{count} {en}")));
        }
    };
    add(counts.warn, "提示", "with a warning");
    add(counts.waived, "经批准豁免", "waived");
    add(counts.provisional, "待申报", "with a declaration owed");
    let (join, open, close, stop) = match language {
        Language::Zh => ("，", "（其中 ", "）", "。"),
        Language::En => (", ", " (", ")", "."),
    };
    let more: Vec<&str> = more.iter().map(|words| words.get(language)).collect();
    let more = if more.is_empty() { String::new() } else { format!("{open}{}{close}", more.join(join)) };
    green(&format!("{}{more}{stop}", words.get(language)))
}

fn mark(verdict: EntryVerdict, language: Language) -> String {
    let words = match verdict {
        EntryVerdict::Pass => Text::new("通过", "pass"),
        EntryVerdict::Warn => Text::new("提示", "warn"),
        EntryVerdict::Waived => Text::new("豁免", "waived"),
        EntryVerdict::Provisional => Text::new("待申报", "owed"),
        EntryVerdict::Fail => Text::new("不符", "FAIL"),
    };
    match verdict {
        EntryVerdict::Pass => green(words.get(language)),
        EntryVerdict::Fail => red(words.get(language)),
        _ => yellow(words.get(language)),
    }
}

fn title(subject: &Subject, judge: &Judge, language: Language) -> String {
    match subject {
        Subject::Assignment { case, person } => Text::same(format!("{case} · {}", judge.person_named(person))),
        Subject::Team { case } => Text::new(format!("{case} · 专案组"), format!("{case} · team")),
        Subject::Person { person } => {
            let named = judge.person_named(person);
            Text::new(format!("{named} · 跨案"), format!("{named} · across cases"))
        }
        Subject::Unit { unit } => {
            let named = judge.unit_named(unit);
            Text::new(format!("{named} · 派出单位"), format!("{named} · sending unit"))
        }
        Subject::Plan => Text::new("方案整体", "the plan as a whole"),
    }
    .get(language)
    .to_string()
}
