//! The interface between the judge and the rules' own checks.

use jiff::civil::Date;

use super::{Docket, Entry, Judge};
use crate::diag::Text;
use crate::plan::Assignment;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Person};

/// A rule's own check of a plan.
pub trait RuleCheck: Sync {
    /// The rule's code, such as `R13`.
    fn code(&self) -> &'static str;

    /// Whether its entries about assignments tell ties between people, and are kept back like those of screening.
    fn tells_ties(&self) -> bool {
        false
    }

    /// What a screening rule says of a person for a case in a role of this class, waivers aside; `None` from rules
    /// that do not screen.
    fn opinion(
        &self,
        _judge: &Judge,
        _rule: &Rule,
        _person: &Person,
        _case: &Case,
        _class: RoleClass,
    ) -> Option<Opinion> {
        None
    }

    /// The same of service until a last day, which may be over; by default nothing hangs on that day.
    fn opinion_of_service(
        &self,
        judge: &Judge,
        rule: &Rule,
        (person, case): (&Person, &Case),
        class: RoleClass,
        _last: Date,
    ) -> Option<Opinion> {
        self.opinion(judge, rule, person, case, class)
    }

    /// Judges one assignment beyond screening; empty when the rule is not about single assignments.
    fn assignment(&self, _judge: &Judge, _rule: &Rule, _docket: &Docket, _assignment: &Assignment) -> Vec<Entry> {
        Vec::new()
    }

    /// Judges teams, people across teams, and units.
    fn plan(&self, _judge: &Judge, _rule: &Rule, _docket: &Docket) -> Vec<Entry> {
        Vec::new()
    }
}

/// What one screening rule says of one person for one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// What was looked at, for the certificate of a person against whom nothing speaks.
    pub looked_at: Text,
    /// What speaks against the person.
    pub concerns: Vec<Concern>,
}

impl Opinion {
    /// Begins an opinion in which nothing speaks against the person yet.
    pub fn of(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Opinion { looked_at: Text::new(zh, en), concerns: Vec::new() }
    }

    /// Adds a concern of this level.
    pub fn concern(&mut self, level: VerdictLevel, words: Text) {
        self.concerns.push(Concern { level, points: 0, missing_fact: false, words });
    }

    /// Adds a concern that points weigh when it is a warning.
    pub fn weighed(&mut self, level: VerdictLevel, points: i64, words: Text) {
        let points = if level == VerdictLevel::Warn { points } else { 0 };
        self.concerns.push(Concern { level, points, missing_fact: false, words });
    }

    /// Adds a concern that a declaration could settle.
    pub fn missing(&mut self, level: VerdictLevel, words: Text) {
        self.concerns.push(Concern { level, points: 0, missing_fact: true, words });
    }
}

/// One thing that speaks against a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// How much it weighs.
    pub level: VerdictLevel,
    /// Points of exposure when it is a warning.
    pub points: i64,
    /// Whether it rests on a fact that is not on record.
    pub missing_fact: bool,
    /// What was found.
    pub words: Text,
}
