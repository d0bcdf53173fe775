//! What people call what a finding names, as the rest of the program shows it; what is not on file keeps its id.

use super::Judge;
use crate::diag::{Language, Text};
use crate::id::{CaseId, PersonId, SkillName, UnitId};
use crate::pool::skill;

impl Judge<'_> {
    /// A person's id and name.
    pub fn person_named(&self, id: &PersonId) -> String {
        self.pool.people.get(id).map_or(id.to_string(), |person| format!("{id} {}", person.name))
    }

    /// A unit's name.
    pub fn unit_named(&self, id: &UnitId) -> String {
        self.pool.units.get(id).map_or(id.to_string(), |unit| unit.name.clone())
    }

    /// What the case's template calls a role.
    pub fn role_named(&self, case: &CaseId, role: &str) -> Text {
        let template = self.pool.cases.get(case).and_then(|case| self.policy.templates.get(&case.template));
        template.and_then(|template| template.role(role)).map_or_else(|| Text::same(role), |role| role.name.clone())
    }

    /// What people call a template.
    pub fn template_named(&self, id: &str) -> Text {
        self.policy.templates.get(id).map_or_else(|| Text::same(id), |template| template.name.clone())
    }

    /// A rule's code and title.
    pub fn rule_named(&self, code: &str) -> Text {
        match self.policy.rules.find(code) {
            Some(rule) => {
                Text::new(format!("{} {}", rule.code, rule.title.zh), format!("{} {}", rule.code, rule.title.en))
            }
            None => Text::same(code),
        }
    }
}

/// A skill's name in both languages.
pub fn skill_named(name: &SkillName) -> Text {
    Text::new(skill::show(name, Language::Zh), skill::show(name, Language::En))
}

/// A load in thousandths as a share of full time, such as `0.75`.
pub fn share(load: i64) -> String {
    let (sign, load) = (if load < 0 { "-" } else { "" }, load.unsigned_abs());
    let digits = format!("{:03}", load % 1000);
    let digits = digits.trim_end_matches('0');
    format!("{sign}{}.{}", load / 1000, if digits.is_empty() { "0" } else { digits })
}

/// All of several names.
pub(super) fn all_of(names: &[Text]) -> Text {
    let join = |pick: fn(&Text) -> &str, mark| names.iter().map(pick).collect::<Vec<_>>().join(mark);
    Text::new(join(|name| &name.zh, "、"), join(|name| &name.en, ", "))
}

/// The first few of many, and how many more there are.
pub(super) fn some_of(names: &[String]) -> Text {
    const SHOWN: usize = 5;
    let shown = &names[..names.len().min(SHOWN)];
    match names.len().saturating_sub(SHOWN) {
        0 => Text::new(shown.join("、"), shown.join(", ")),
        more => Text::new(
            format!("{} 等共 {} 项", shown.join("、"), names.len()),
            format!("{} and {more} more", shown.join(", ")),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads_read_as_shares_and_long_lists_are_cut() {
        assert_eq!(
            [200, 1000, 0, 750, 5, 1205, -1200].map(share),
            ["0.2", "1.0", "0.0", "0.75", "0.005", "1.205", "-1.2"]
        );
        let names: Vec<String> = (1..=7).map(|number| number.to_string()).collect();
        assert_eq!(some_of(&names[..2]), Text::new("1、2", "1, 2"));
        assert_eq!(some_of(&names), Text::new("1、2、3、4、5 等共 7 项", "1, 2, 3, 4, 5 and 2 more"));
    }
}
