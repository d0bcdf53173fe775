//! The judge: the raw facts and the policy, and the loop over every rule, assignment and team.

use jiff::civil::Date;

use super::facts::Facts;
use super::kin::KinGraph;
use super::{Docket, Entry, Report, RuleCheck, objective, plan_shape, screening, sources, tiers};
use crate::plan::Plan;
use crate::policy::{Policy, RoleClass};
use crate::pool::{Case, Person, Pool};

/// The raw facts and the policy, with the checker's own small tools.
pub struct Judge<'a> {
    /// The facts.
    pub pool: &'a Pool,
    /// The policy.
    pub policy: &'a Policy,
    /// The day on which is judged.
    pub as_of: Date,
    /// The facts by whom they are about.
    pub facts: Facts<'a>,
    /// Who is kin to whom.
    pub kin: KinGraph,
    roster: Option<String>,
}

impl<'a> Judge<'a> {
    /// Prepares to judge plans by these facts.
    pub fn new(pool: &'a Pool, policy: &'a Policy, as_of: Date) -> Self {
        Judge { pool, policy, as_of, facts: Facts::new(pool), kin: KinGraph::new(pool, as_of), roster: None }
    }

    /// Names the fingerprint of the roster that is judged by, so that a plan made from another one is told so.
    pub fn with_roster(mut self, fingerprint: impl Into<String>) -> Self {
        self.roster = Some(fingerprint.into());
        self
    }

    /// Whether a plan was made from the roster that is judged by, as of the same day; figures that rest on other facts
    /// may differ without anything being wrong with the plan.
    pub(super) fn has_facts_of(&self, plan: &Plan) -> bool {
        let same_roster = self.roster.as_ref().is_none_or(|roster| *roster == plan.input.fingerprint);
        same_roster && self.as_of == plan.input.as_of
    }

    /// Judges every assignment and every team by every rule in force, then the plan's own statements and sums.
    pub fn certify(&self, plan: &Plan, checks: &[&dyn RuleCheck]) -> Report {
        let docket = Docket::new(plan, checks);
        let mut entries = sources::sources(self, plan, self.roster.as_deref());
        entries.extend(plan_shape::references(self, &docket));
        let screened = screening::assignments(self, &docket);
        for check in checks {
            let Some(rule) = self.policy.rules.active(check.code(), self.as_of) else { continue };
            for assignment in &plan.assignments {
                let found = check.assignment(self, rule, &docket, assignment).into_iter();
                entries.extend(found.map(|entry| if check.tells_ties() { entry.made_personal() } else { entry }));
            }
            entries.extend(check.plan(self, rule, &docket));
        }
        entries.extend(plan_shape::statements(self, &docket, &screened));
        entries.extend(objective::assignments(self, &docket, &screened));
        entries.extend(tiers::check(self, &docket, &screened));
        entries.extend(screened.into_iter().flat_map(|one| one.entries));
        Report { entries }
    }

    /// What every screening rule in force says of a person for a case in a role of this class: one entry each, whose
    /// points add up to the exposure. A missing fact is provisional where `provisional` allows it.
    pub fn screen(
        &self,
        checks: &[&dyn RuleCheck],
        person: &Person,
        case: &Case,
        class: RoleClass,
        provisional: bool,
    ) -> Vec<Entry> {
        screening::screen(self, checks, person, case, class, provisional).entries
    }

    /// The same of service that ends with the case, which may be over.
    pub fn screen_until_the_end(
        &self,
        checks: &[&dyn RuleCheck],
        person: &Person,
        case: &Case,
        class: RoleClass,
        provisional: bool,
    ) -> Vec<Entry> {
        screening::screen_until(self, checks, (person, case), class, provisional, case.to).entries
    }

    /// Whether no rule in force speaks against a person in a role of this class until the case is over, waived reviews
    /// aside.
    pub fn is_clear(&self, checks: &[&dyn RuleCheck], person: &Person, case: &Case, class: RoleClass) -> bool {
        self.screen_until_the_end(checks, person, case, class, false).iter().all(Entry::is_obeyed)
    }
}
