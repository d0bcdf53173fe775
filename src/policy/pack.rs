//! All rules together.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::Rule;

/// All rules by code.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RulePack {
    /// Rules by code.
    pub rules: BTreeMap<String, Rule>,
}

impl RulePack {
    /// The rule with this code or id, in any letter case.
    pub fn find(&self, code_or_id: &str) -> Option<&Rule> {
        self.rules
            .values()
            .find(|rule| rule.code.eq_ignore_ascii_case(code_or_id) || rule.id.eq_ignore_ascii_case(code_or_id))
    }

    /// The rule with this code, if it is in force on `day`.
    pub fn active(&self, code: &str, day: Date) -> Option<&Rule> {
        self.rules.get(code).filter(|rule| rule.in_force(day))
    }

    /// For how many days a general declaration holds, and how long before a case begins one about it may be made (M09).
    pub fn declaration_days(&self) -> i64 {
        self.rules.get("M09").map_or(0, |rule| rule.number("declaration_days"))
    }
}
