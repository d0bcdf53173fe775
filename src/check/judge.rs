//! What a rule's check may look at.

use jiff::civil::Date;

use super::{Entry, Report};
use crate::plan::{Assignment, Plan};
use crate::policy::{Policy, Rule};
use crate::pool::Pool;

/// A rule's own check of a plan.
pub trait RuleCheck: Sync {
    /// The rule's code, such as `R13`.
    fn code(&self) -> &'static str;

    /// Judges one assignment: one entry that says what was evaluated, pass included; empty when the rule is not
    /// about single assignments.
    fn assignment(&self, _judge: &Judge, _rule: &Rule, _plan: &Plan, _assignment: &Assignment) -> Vec<Entry> {
        Vec::new()
    }

    /// Judges teams, people across teams, and units.
    fn plan(&self, _judge: &Judge, _rule: &Rule, _plan: &Plan) -> Vec<Entry> {
        Vec::new()
    }
}

/// The raw facts and the policy, with the checker's own small tools.
pub struct Judge<'a> {
    /// The facts.
    pub pool: &'a Pool,
    /// The policy.
    pub policy: &'a Policy,
    /// The day on which is judged.
    pub as_of: Date,
}

impl<'a> Judge<'a> {
    /// Prepares to judge plans by these facts.
    pub fn new(pool: &'a Pool, policy: &'a Policy, as_of: Date) -> Self {
        Judge { pool, policy, as_of }
    }

    /// Judges every assignment and every team by every rule in force.
    pub fn certify(&self, plan: &Plan, checks: &[&dyn RuleCheck]) -> Report {
        let mut report = Report::default();
        for check in checks {
            let Some(rule) = self.policy.rules.active(check.code(), self.as_of) else { continue };
            for assignment in &plan.assignments {
                report.entries.extend(check.assignment(self, rule, plan, assignment));
            }
            report.entries.extend(check.plan(self, rule, plan));
        }
        report
    }
}
