//! The checker's certificate: changed facts first, then every assignment and team with what was evaluated.

use jiff::civil::Date;
use serde::Serialize;

use super::style::{bold, green, red, yellow};
use crate::check::{Entry, EntryVerdict, Report, Subject};
use crate::diag::{Language, Text};
use crate::plan::Plan;
use crate::pool::Pool;

/// What a certificate shows.
#[derive(Debug, Clone, Serialize)]
pub struct CertificateView<'a> {
    /// The day on which is judged.
    pub as_of: Date,
    /// The day for which the plan was made.
    pub planned_as_of: Date,
    /// Whether the roster has changed since the plan was made.
    pub roster_changed: bool,
    /// Whether the policy has changed since the plan was made.
    pub policy_changed: bool,
    /// Whether nothing failed.
    pub certified: bool,
    /// How many entries have each verdict.
    pub counts: Counts,
    /// Everything that was evaluated.
    pub entries: &'a [Entry],
}

/// Entries by verdict.
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
}

impl Counts {
    /// Counts a certificate's entries.
    pub fn of(report: &Report) -> Self {
        let mut counts = Counts::default();
        for entry in &report.entries {
            *match entry.verdict {
                EntryVerdict::Pass => &mut counts.pass,
                EntryVerdict::Warn => &mut counts.warn,
                EntryVerdict::Waived => &mut counts.waived,
                EntryVerdict::Provisional => &mut counts.provisional,
                EntryVerdict::Fail => &mut counts.fail,
            } += 1;
        }
        counts
    }

    /// All entries.
    pub fn all(&self) -> usize {
        self.pass + self.warn + self.waived + self.provisional + self.fail
    }
}

/// Collects what a certificate shows.
pub fn view<'a>(plan: &Plan, roster: &str, policy: &str, as_of: Date, report: &'a Report) -> CertificateView<'a> {
    CertificateView {
        as_of,
        planned_as_of: plan.input.as_of,
        roster_changed: plan.input.fingerprint != roster,
        policy_changed: plan.policy.fingerprint != policy,
        certified: report.certified(),
        counts: Counts::of(report),
        entries: &report.entries,
    }
}

/// The certificate as text; checks that passed are counted, and listed when `verbose`.
pub fn text(view: &CertificateView, pool: &Pool, verbose: bool, language: Language) -> String {
    let mut page = String::new();
    let mut line = |words: String| page += &(words + "\n");
    // What the plan was made from comes first: everything below is judged by today's facts and policy.
    let is_source =
        |entry: &&Entry| entry.subject == Subject::Plan && entry.rule == "plan" && entry.verdict == EntryVerdict::Warn;
    for entry in view.entries.iter().filter(is_source) {
        line(yellow(entry.words.get(language)));
    }
    let mut subjects: Vec<&Subject> = view.entries.iter().map(|entry| &entry.subject).collect();
    subjects.sort();
    subjects.dedup();
    for subject in subjects {
        let entries: Vec<&Entry> = view.entries.iter().filter(|entry| entry.subject == *subject).collect();
        let passed = entries.iter().filter(|entry| entry.verdict == EntryVerdict::Pass).count();
        let count = Text::new(format!("{passed} 项通过"), format!("{passed} passed"));
        line(format!("{}  {}", bold(&title(subject, pool, language)), count.get(language)));
        for entry in entries.into_iter().filter(|entry| !is_source(entry)) {
            if verbose || entry.verdict != EntryVerdict::Pass {
                let separator = if language == Language::Zh { "：" } else { ": " };
                let words = entry.words.get(language);
                line(format!("  {} {}{separator}{words}", mark(entry.verdict, language), entry.rule));
            }
        }
    }
    line(verdict(view.counts, language));
    page
}

/// The entries that failed, each with its subject.
pub fn failures(report: &Report, pool: &Pool, language: Language) -> String {
    let separator = if language == Language::Zh { "：" } else { ": " };
    let line = |entry: &Entry| {
        let (subject, words) = (title(&entry.subject, pool, language), entry.words.get(language));
        format!("{} {subject} {}{separator}{words}\n", mark(entry.verdict, language), entry.rule)
    };
    report.failures().map(line).collect()
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
    add(counts.provisional, "待声明", "with a declaration owed");
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
        EntryVerdict::Provisional => Text::new("待声明", "owed"),
        EntryVerdict::Fail => Text::new("不符", "FAIL"),
    };
    match verdict {
        EntryVerdict::Pass => green(words.get(language)),
        EntryVerdict::Fail => red(words.get(language)),
        _ => yellow(words.get(language)),
    }
}

fn title(subject: &Subject, pool: &Pool, language: Language) -> String {
    let name = |id: &crate::id::PersonId| match pool.people.get(id) {
        Some(person) => format!("{id} {}", person.name),
        None => id.to_string(),
    };
    match subject {
        Subject::Assignment { case, person } => {
            Text::new(format!("{case} · {}", name(person)), format!("{case} · {}", name(person)))
        }
        Subject::Team { case } => Text::new(format!("{case} · 专案组"), format!("{case} · team")),
        Subject::Person { person } => {
            Text::new(format!("{} · 跨案", name(person)), format!("{} · across cases", name(person)))
        }
        Subject::Unit { unit } => {
            let named = pool.units.get(unit).map_or(unit.to_string(), |known| format!("{unit} {}", known.name));
            Text::new(format!("{named} · 派出单位"), format!("{named} · sending unit"))
        }
        Subject::Plan => Text::new("方案整体", "the plan as a whole"),
    }
    .get(language)
    .to_string()
}
