//! The rule pack: what each rule states, on what source, how strictly, and who may waive it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::optional_date;
use super::{Adoption, ParameterValue, RoleClass, RuleParameter};
use crate::diag::Text;

/// How sure the rule's source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Certainty {
    /// A public report of practice says it.
    S,
    /// Read in a public copy of the law or of a local rule.
    V,
    /// From memory, likely right: to be confirmed locally.
    H,
    /// Our inference, a default that users may change: to be confirmed locally.
    I,
}

/// What a finding of the rule means for one role class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictLevel {
    /// Nothing.
    None,
    /// 提示: a penalty in the objective, always explained.
    Warn,
    /// 需审查: not usable until a named human waives it.
    Review,
    /// 需回避: never usable.
    Block,
}

/// The verdict for each role class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdicts {
    /// For leads and co-leads.
    pub lead: VerdictLevel,
    /// For deputies.
    pub deputy: VerdictLevel,
    /// For members, liaisons and trainees.
    pub member: VerdictLevel,
}

impl Verdicts {
    /// The verdict for a role class.
    pub fn of(&self, class: RoleClass) -> VerdictLevel {
        match class {
            RoleClass::Lead => self.lead,
            RoleClass::Deputy => self.deputy,
            RoleClass::Member | RoleClass::Liaison | RoleClass::Trainee => self.member,
        }
    }
}

/// Who may set the rule's consequence aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Waivable {
    /// Nobody.
    Never,
    /// A named person of this office, case by case, with reason and expiry.
    ReviewBy {
        /// The office.
        office: Text,
    },
    /// It is a setting: whoever owns the policy file may change it.
    Setting,
}

/// Which plans a rule binds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Plans that staff cases.
    #[default]
    Team,
    /// Plans that move people from post to post; team plans do not read the rule.
    Rotation,
}

/// What is missing of a case rather than of anybody in it, and told once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwedByCase {
    /// A subject; always so where the rule misses a fact.
    Subject,
    /// Where its subjects work; else the rule misses the member's own career.
    Workplace,
}

/// One rule of the pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable code such as `R32`.
    pub code: String,
    /// Readable id such as `recent-colleague-of-subject`; commands take either.
    pub id: String,
    /// What people call it, in a few words.
    pub title: Text,
    /// What it requires, parameters by name in braces; people read [`Rule::stated`].
    pub statement: Text,
    /// Where it comes from.
    pub source: Text,
    /// How sure that source is.
    pub certainty: Certainty,
    /// The part of the statement that the source does not say and that is inferred; `None` where the certainty is that
    /// of the whole.
    #[serde(default)]
    pub inferred: Option<Text>,
    /// Whether it is in force.
    pub enabled: bool,
    /// Whether the team model stands on it, so that it cannot be switched off.
    #[serde(default)]
    pub structural: bool,
    /// Which plans it binds.
    #[serde(default)]
    pub scope: Scope,
    /// First day on which it holds; `None` always.
    #[serde(default, deserialize_with = "optional_date")]
    pub valid_from: Option<Date>,
    /// Last day on which it holds; `None` without end.
    #[serde(default, deserialize_with = "optional_date")]
    pub valid_to: Option<Date>,
    /// Who may waive it.
    pub waivable: Waivable,
    /// Verdicts of screening rules; `None` for rules about teams and units.
    #[serde(default)]
    pub verdict: Option<Verdicts>,
    /// Whose the fact is that the rule may miss, where no member can enter it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owed_by_case: Option<OwedByCase>,
    /// Parameters by name.
    #[serde(default)]
    pub parameters: BTreeMap<String, RuleParameter>,
    /// The adoption that confirmed an `H` or `I` rule, or the inferred part of another, locally, from the folder's `policy.toml`.
    #[serde(skip_deserializing)]
    pub adopted: Option<Adoption>,
}

impl Rule {
    /// Whether the rule is switched on and valid on `day`.
    pub fn in_force(&self, day: Date) -> bool {
        self.enabled && self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Whether reports must mark it, or its inferred part, 待确认: its source is `H` or `I`, or part of it is inferred,
    /// and nobody adopted it by `day`.
    pub fn to_be_confirmed(&self, day: Date) -> bool {
        (self.is_unsure() || self.inferred.is_some()) && !self.is_adopted(day)
    }

    /// The part to be confirmed on `day` where the rest of the rule has a firm source; `None` where all or nothing is
    /// open.
    pub fn part_to_be_confirmed(&self, day: Date) -> Option<&Text> {
        self.inferred.as_ref().filter(|_| !self.is_unsure() && !self.is_adopted(day))
    }

    fn is_adopted(&self, day: Date) -> bool {
        self.adopted.as_ref().is_some_and(|adopted| adopted.date <= day)
    }

    fn is_unsure(&self) -> bool {
        matches!(self.certainty, Certainty::H | Certainty::I)
    }

    /// What it requires, with the parameters as they are set.
    pub fn stated(&self) -> Text {
        let filled = |text: &str| {
            let named =
                self.parameters.iter().map(|(name, parameter)| (format!("{{{name}}}"), parameter.value.to_string()));
            named.fold(text.to_owned(), |text, (name, value)| text.replace(&name, &value))
        };
        Text::new(filled(&self.statement.zh), filled(&self.statement.en))
    }

    /// A numeric parameter; 0 when the rule has none of that name, which a test of every rule rules out.
    pub fn number(&self, name: &str) -> i64 {
        match self.parameters.get(name).map(|parameter| &parameter.value) {
            Some(ParameterValue::Number(number)) => *number,
            _ => 0,
        }
    }

    /// A switch; off when the rule has none of that name, which a test of every rule rules out.
    pub fn switch(&self, name: &str) -> bool {
        matches!(self.parameters.get(name).map(|parameter| &parameter.value), Some(ParameterValue::Switch(true)))
    }

    /// A word; empty when the rule has none of that name, which a test of every rule rules out.
    pub fn word(&self, name: &str) -> &str {
        match self.parameters.get(name).map(|parameter| &parameter.value) {
            Some(ParameterValue::Word(word)) => word,
            _ => "",
        }
    }
}
