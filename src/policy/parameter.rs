//! The parameters of rules.

use serde::{Deserialize, Serialize};

use super::fault::Expected;
use crate::diag::Text;

/// One parameter of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleParameter {
    /// Its value; the type of the built-in value is the type it must keep.
    pub value: ParameterValue,
    /// What a word may be; empty for numbers and switches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Unit of a number; `None` for switches and words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<ParameterUnit>,
    /// The parameter of the same rule whose value this one may not be below, unless it is 0 and so no limit.
    #[serde(default, skip_serializing)]
    pub at_least: Option<String>,
    /// What it means.
    pub meaning: Text,
}

/// The value of a rule's parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, try_from = "toml::Value")]
pub enum ParameterValue {
    /// Switches.
    Switch(bool),
    /// Whole numbers in the parameter's unit.
    Number(i64),
    /// Words.
    Word(String),
}

impl std::fmt::Display for ParameterValue {
    /// As a policy file writes it, words without their quotes.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ParameterValue::Switch(switch) => write!(f, "{switch}"),
            ParameterValue::Number(number) => write!(f, "{number}"),
            ParameterValue::Word(word) => f.write_str(word),
        }
    }
}

impl TryFrom<toml::Value> for ParameterValue {
    type Error = String;

    fn try_from(value: toml::Value) -> Result<Self, String> {
        match value {
            toml::Value::Boolean(switch) => Ok(ParameterValue::Switch(switch)),
            toml::Value::Integer(number) => Ok(ParameterValue::Number(number)),
            toml::Value::String(word) => Ok(ParameterValue::Word(word)),
            _ => Err(Expected::Value.title().en),
        }
    }
}

/// The unit of a number among a rule's parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParameterUnit {
    /// Calendar days.
    Days,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
    /// People.
    People,
    /// Points of exposure.
    Points,
    /// Thousandths of full time.
    Thousandths,
}

impl ParameterUnit {
    /// What people read behind the number.
    pub fn title(self) -> Text {
        match self {
            ParameterUnit::Days => Text::new("天", "days"),
            ParameterUnit::Months => Text::new("个月", "months"),
            ParameterUnit::Years => Text::new("年", "years"),
            ParameterUnit::People => Text::new("人", "people"),
            ParameterUnit::Points => Text::new("分", "points"),
            ParameterUnit::Thousandths => Text::new("‰", "thousandths of full time"),
        }
    }
}
