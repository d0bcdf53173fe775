//! What a rule of the team model can say.

use jiff::civil::Date;

use super::{CaseFrame, TeamFrame, TeamOption};
use crate::diag::Text;
use crate::policy::{Policy, Role, Rule, Template};
use crate::pool::{Case, Person, Pool, Unit};

/// A person who might serve, before an option exists.
pub struct Candidate<'a> {
    /// The facts.
    pub pool: &'a Pool,
    /// The policy in force.
    pub policy: &'a Policy,
    /// The day on which is judged.
    pub as_of: Date,
    /// Who.
    pub person: &'a Person,
    /// The person's unit.
    pub unit: &'a Unit,
    /// In which case.
    pub case: &'a Case,
    /// The case's template.
    pub template: &'a Template,
    /// As what.
    pub role: &'a Role,
    /// First day of service.
    pub from: Date,
    /// Last day of service.
    pub to: Date,
    /// Load in thousandths.
    pub load: i64,
    /// Whether the person would be drawn from another unit.
    pub drawn: bool,
    /// Whether the person is of the handling commission's own staff.
    pub own: bool,
}

/// A rule of the team model.
pub trait TeamRule: Sync {
    /// The rule's code, such as `R13`.
    fn code(&self) -> &'static str;

    /// Whether the rule admits the candidate.
    ///
    /// # Errors
    /// Why it does not, in words for the user.
    fn admits(&self, _rule: &Rule, _candidate: &Candidate) -> Result<(), Text> {
        Ok(())
    }

    /// Posts the rule's rows, but for those about the people at hand.
    fn post(&self, _rule: &Rule, _frame: &mut TeamFrame) {}

    /// What the rule asks of the people at hand in a case on every day; `None` of a rule for which it is all the same
    /// whether somebody is on leave. The frame posts the rows.
    fn on_hand(&self) -> Option<AsksOnHand> {
        None
    }
}

/// What a rule, as it is set, asks of the people at hand in a case.
pub type AsksOnHand = fn(&Rule, &CaseFrame) -> Vec<OnHand>;

/// One thing that a rule asks of the people at hand in a case on every day, if the team is formed.
pub struct OnHand {
    /// Tells the rule's rows in a case apart.
    pub label: String,
    /// The least sum.
    pub least: i64,
    /// What an option adds to the sum on days on which its person is at hand; one below zero, of somebody who needs
    /// another beside, counts on leave as well.
    pub counts: Box<dyn Fn(&TeamOption) -> i64>,
}
