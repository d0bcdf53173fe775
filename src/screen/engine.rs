//! The loop over rules.

use jiff::civil::Date;

use super::{Finding, Screening};
use crate::policy::{Policy, RoleClass, Waivable};
use crate::pool::{Case, Person, Pool};
use crate::ties::Ties;

/// A rule that judges a person for a case.
pub trait ScreeningRule: Sync {
    /// The rule's code, such as `R01`.
    fn code(&self) -> &'static str;

    /// What the rule finds; an empty list when nothing speaks against the person.
    ///
    /// Called only while the rule is in force. Waivers are applied by the caller.
    fn screen(&self, screener: &Screener, person: &Person, case: &Case, class: RoleClass) -> Vec<Finding>;
}

/// All that rules may look at while they screen.
pub struct Screener<'a> {
    /// The facts.
    pub pool: &'a Pool,
    /// Ties inferred from them.
    pub ties: &'a Ties,
    /// The policy in force.
    pub policy: &'a Policy,
    /// The day on which is judged.
    pub as_of: Date,
    /// The screening rules.
    pub rules: &'a [&'a dyn ScreeningRule],
}

impl Screener<'_> {
    /// The verdict of `person` for `case` in a role of `class`, after waivers.
    pub fn screen(&self, person: &Person, case: &Case, class: RoleClass) -> Screening {
        let mut findings = Vec::new();
        for rule in self.rules {
            if let Some(setting) = self.policy.rules.active(rule.code(), self.as_of) {
                for mut finding in rule.screen(self, person, case, class) {
                    if matches!(setting.waivable, Waivable::ReviewBy { .. }) {
                        finding.waived_by = self.waiver(&setting.code, &setting.id, person, case);
                    }
                    findings.push(finding);
                }
            }
        }
        Screening::from_findings(findings)
    }

    /// The approver of an unexpired waiver of this rule for this person and case.
    fn waiver(&self, code: &str, id: &str, person: &Person, case: &Case) -> Option<String> {
        self.pool
            .waivers
            .iter()
            .find(|waiver| {
                waiver.person == person.id
                    && waiver.case == case.id
                    && (waiver.rule.eq_ignore_ascii_case(code) || waiver.rule.eq_ignore_ascii_case(id))
                    && self.as_of <= waiver.expires
            })
            .map(|waiver| waiver.approver.clone())
    }
}
