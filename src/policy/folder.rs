//! A folder's own `policy.toml`: adoptions, rule overrides, templates and skills of its own and tier order.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::{date, optional_date};
use super::document::Document;
use super::overlay::FILE;
use super::parse::read_settled;
use super::sections::settle;
use super::{ParameterValue, TeamSettings, Template, TieSettings, Verdicts};
use crate::diag::{Diagnostic, Text};
use crate::pool::skill::Dictionary;

/// A local decision that an `H` or `I` rule, or the inferred part of another, holds here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// Code or id of the rule.
    pub rule: String,
    /// Who adopted it.
    pub by: String,
    /// When.
    #[serde(deserialize_with = "date")]
    pub date: Date,
    /// By which document.
    pub document: String,
}

/// What a folder changes about one rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RuleOverride {
    /// Switches the rule on or off.
    pub enabled: Option<bool>,
    /// Replaces its verdicts.
    pub verdict: Option<Verdicts>,
    /// First day on which the rule holds here.
    #[serde(deserialize_with = "optional_date")]
    pub valid_from: Option<Date>,
    /// Last day on which the rule holds here.
    #[serde(deserialize_with = "optional_date")]
    pub valid_to: Option<Date>,
    /// Replaces parameter values; the names must exist and the types must match.
    pub parameters: BTreeMap<String, ParameterValue>,
}

/// A folder's `policy.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FolderPolicy {
    /// Adoptions.
    #[serde(rename = "adopt")]
    pub adoptions: Vec<Adoption>,
    /// Overrides by rule code or id.
    #[serde(rename = "rule")]
    pub rules: BTreeMap<String, RuleOverride>,
    /// Templates of the folder's own; one with a built-in id replaces it.
    #[serde(rename = "template")]
    pub templates: Vec<Template>,
    /// Skills of the folder's own, besides those of the program.
    #[serde(rename = "skill")]
    pub skills: Vec<Text>,
    /// Replaces the team planner's settings.
    pub team: Option<TeamSettings>,
    /// Replaces the tie settings.
    pub ties: Option<TieSettings>,
    /// The file itself, by which faults found later are located.
    #[serde(skip)]
    pub(super) document: Document,
    /// Whether the file is no TOML, so that nothing of it is known.
    #[serde(skip)]
    pub(super) unreadable: bool,
}

impl FolderPolicy {
    /// What skills may be called in the folder: the program's own and the folder's, as far as these can be read.
    pub fn dictionary(&self) -> Dictionary {
        let mut skills = Dictionary::default();
        for (index, skill) in self.skills.iter().enumerate() {
            self.add_skill(index, skill, &mut skills);
        }
        if self.unreadable || !self.document.sound(&["skill"]) {
            skills.leave_open();
        }
        skills
    }

    /// Adds the skill at `index`; of a faulty one the name that is sound, so that who uses it is not told of it too.
    pub(super) fn add_skill(&self, index: usize, skill: &Text, skills: &mut Dictionary) {
        if skills.add(skill) {
            return;
        }
        for (key, name) in [("zh", &skill.zh), ("en", &skill.en)] {
            if self.document.sound(&["skill", &index.to_string(), key]) {
                skills.add(&Text::same(name.as_str()));
            }
        }
    }

    /// Reads the text of a folder's `policy.toml`; every fault is reported, and the faulty parts are left out.
    ///
    /// What the entries mean is judged when [`super::load`] lays them over the built-in policy.
    pub fn read(text: &str) -> (Self, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        // Some editors on Windows begin every file with a byte order mark.
        let text = text.trim_start_matches('\u{feff}');
        let (folder, document) = read_settled::<FolderPolicy>(FILE, text, settle, &mut faults);
        let unreadable = folder.is_none();
        (FolderPolicy { document, unreadable, ..folder.unwrap_or_default() }, faults)
    }
}
