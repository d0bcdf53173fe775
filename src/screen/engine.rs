//! The loop over rules.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Facts, Finding, Screening};
use crate::diag::Text;
use crate::policy::{Policy, RoleClass, Rule, VerdictLevel, Waivable};
use crate::pool::{Case, Party, PartyRole, Person, Pool, Waiver};
use crate::ties::{Evidence, Ties};

/// A rule that judges a person for a case.
pub trait ScreeningRule: Sync {
    /// The rule's code, such as `R01`.
    fn code(&self) -> &'static str;

    /// What the rule finds; an empty list when nothing speaks against the person.
    ///
    /// Called only while the rule is in force. Findings without a consequence are dropped and waivers are applied by
    /// the caller.
    fn screen(&self, question: &Question) -> Vec<Finding>;
}

/// What a rule is asked: may this person serve in that case in a role of this class?
#[derive(Clone, Copy)]
pub struct Question<'q, 'a> {
    /// The facts and the policy.
    pub screener: &'q Screener<'a>,
    /// The rule's statement, verdicts and parameters.
    pub rule: &'q Rule,
    /// Who is asked about.
    pub person: &'q Person,
    /// For which case.
    pub case: &'q Case,
    /// For roles of which class.
    pub class: RoleClass,
}

impl<'a> Question<'_, 'a> {
    /// The subjects of the case, the person apart.
    pub fn other_subjects(&self) -> impl Iterator<Item = &'a Party> {
        let subjects = self.screener.facts.parties(&self.case.id).iter().copied();
        let is_other = |party: &Party| party.person.as_ref() != Some(&self.person.id);
        subjects.filter(move |party| party.role == PartyRole::Subject && is_other(party))
    }

    /// The rule's verdict for the role class.
    pub fn level(&self) -> VerdictLevel {
        self.rule.verdict.map_or(VerdictLevel::None, |verdict| verdict.of(self.class))
    }

    /// A review that rests on a fact which is not on record; nothing where the rule's verdict is milder.
    pub fn missing(&self, words: Text) -> Option<Finding> {
        self.missing_for(self.level(), words)
    }

    /// The same where the fact, if it were so, would have this verdict.
    pub fn missing_for(&self, verdict: VerdictLevel, words: Text) -> Option<Finding> {
        let level = verdict.min(VerdictLevel::Review);
        let finding = Finding { missing_fact: true, ..self.finding(level, words, Vec::new()) };
        (level == VerdictLevel::Review).then_some(finding)
    }

    /// A finding of this rule.
    pub fn finding(&self, level: VerdictLevel, words: Text, evidence: Vec<Evidence>) -> Finding {
        Finding {
            rule: self.rule.code.clone(),
            level,
            points: 0,
            missing_fact: false,
            words,
            evidence,
            waived_by: None,
        }
    }
}

/// The day `years` calendar years before `day`: a spell that ended later ended less than `years` years ago.
pub fn years_before(day: Date, years: i64) -> Date {
    let years = i16::try_from(years.clamp(0, 1000)).unwrap_or_default();
    day.saturating_sub(years.years())
}

/// All that rules may look at while they screen, indexed once for all people and cases.
pub struct Screener<'a> {
    /// The facts.
    pub pool: &'a Pool,
    /// Ties inferred from them.
    pub ties: &'a Ties,
    /// The policy in force.
    pub policy: &'a Policy,
    /// The day on which is judged.
    pub as_of: Date,
    /// The facts by person and by case.
    pub facts: Facts<'a>,
    rules: Vec<(&'a dyn ScreeningRule, &'a Rule)>,
}

impl<'a> Screener<'a> {
    /// Prepares to screen by those of `rules` that are in force on `as_of`.
    pub fn new(
        pool: &'a Pool,
        ties: &'a Ties,
        policy: &'a Policy,
        as_of: Date,
        rules: &'a [&'a dyn ScreeningRule],
    ) -> Self {
        let in_force = |rule: &&'a dyn ScreeningRule| Some((*rule, policy.rules.active(rule.code(), as_of)?));
        let rules = rules.iter().filter_map(in_force).collect();
        Screener { pool, ties, policy, as_of, facts: Facts::new(pool, ties), rules }
    }

    /// The verdict of `person` for `case` in a role of `class`, after waivers.
    pub fn screen(&self, person: &Person, case: &Case, class: RoleClass) -> Screening {
        let mut findings = Vec::new();
        for (judge, rule) in &self.rules {
            let question = Question { screener: self, rule, person, case, class };
            for mut finding in judge.screen(&question) {
                if finding.level == VerdictLevel::None {
                    continue;
                }
                let waivable = matches!(rule.waivable, Waivable::ReviewBy { .. });
                if waivable && finding.level == VerdictLevel::Review {
                    finding.waived_by = self.waivers(rule, person, case).next().map(|waiver| waiver.approver.clone());
                    if finding.waived_by.is_none() {
                        finding.words = self.unheeded(finding.words, &question);
                    }
                }
                findings.push(finding);
            }
        }
        Screening::from_findings(findings)
    }

    /// The waivers of a rule that hold for a person and a case: with a reason, an approver who is somebody else and a
    /// last day that is not before the case's own; in a case that is over such a one goes on to hold.
    pub fn waivers<'s>(
        &'s self,
        rule: &'s Rule,
        person: &'s Person,
        case: &'s Case,
    ) -> impl Iterator<Item = &'s Waiver> {
        let by_another = |waiver: &&Waiver| !person.is_meant_by(&waiver.approver);
        self.signed(rule, person, case).filter(by_another).filter(|waiver| case.to <= waiver.expires)
    }

    /// What was found, and why a waiver of it on file does not count, if there is one.
    fn unheeded(&self, found: Text, question: &Question) -> Text {
        let Question { rule, person, case, .. } = *question;
        let (own, short): (Vec<&Waiver>, Vec<&Waiver>) =
            self.signed(rule, person, case).partition(|waiver| person.is_meant_by(&waiver.approver));
        match short.iter().map(|waiver| waiver.expires).max() {
            Some(expires) => too_short(found, expires, case.to),
            None if own.is_empty() => found,
            None => self_approved(found),
        }
    }

    /// The waivers with a reason and an approver, whatever their last day.
    fn signed<'s>(&'s self, rule: &'s Rule, person: &'s Person, case: &'s Case) -> impl Iterator<Item = &'s Waiver> {
        let names = |name: &str| name.eq_ignore_ascii_case(&rule.code) || name.eq_ignore_ascii_case(&rule.id);
        self.facts.waivers_of(&person.id, &case.id).iter().copied().filter(move |waiver| {
            let signed = !waiver.approver.trim().is_empty() && !waiver.reason.trim().is_empty();
            signed && names(&waiver.rule)
        })
    }
}

/// What was found, and that a waiver of it ends too early to count.
fn too_short(found: Text, expires: Date, last: Date) -> Text {
    Text::new(
        format!("{}（豁免有效期至 {expires}，须覆盖到案件结束日期 {last}）", found.zh),
        format!("{} (its waiver ends on {expires} and must last until the case ends on {last})", found.en),
    )
}

/// What was found, and that the waiver of it is the person's own.
fn self_approved(found: Text) -> Text {
    Text::new(
        format!("{}（豁免由本人批准，不起作用）", found.zh),
        format!("{} (the waiver of it is approved by the very person and does not count)", found.en),
    )
}
