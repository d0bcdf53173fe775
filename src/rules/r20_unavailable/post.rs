//! R20 as a condition on who may serve.

use jiff::ToSpan;

use super::{CODE, Unavailable};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::Exemption;
use crate::rules::frame::{Candidate, TeamRule};

impl TeamRule for Unavailable {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let Candidate { person, role, drawn, .. } = candidate;
        if !drawn || role.class == RoleClass::Trainee || role.by_office {
            return Ok(());
        }
        let within = |years: i64| {
            let entered = person.entered.map(|entered| entered.latest());
            entered.is_some_and(|entered| candidate.from < entered.saturating_add(years.years()))
        };
        let has = |exemption| person.exemptions.contains(&exemption);
        let reasons = [
            (
                rule.switch("probation") && has(Exemption::Probation),
                Text::new("新提任领导职务，在试用期内", "newly promoted head on probation"),
            ),
            (
                rule.switch("county_leadership") && has(Exemption::CountyLeadership),
                Text::new("县乡领导班子成员", "member of a county or township leadership"),
            ),
            (
                has(Exemption::SelectedGraduate) && within(rule.number("selected_graduate_years")),
                Text::new("选调生未满基层年限", "selected graduate within the first years"),
            ),
            (
                rule.switch("special_task") && has(Exemption::SpecialTask),
                Text::new("专项任务未完成", "unfinished special task"),
            ),
            (within(rule.number("new_hire_years")), Text::new("新录用未满年限", "newly hired")),
        ];
        match reasons.into_iter().find(|(applies, _)| *applies) {
            Some((_, words)) => Err(words),
            None => Ok(()),
        }
    }
}
