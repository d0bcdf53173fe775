//! R32 on a person and a case, by career spells.

use super::{CODE, WorkedWithSubject};
use crate::check::{Days, Judge, Opinion, RuleCheck, is_self, is_work, level, years_ago};
use crate::diag::{Text, plural};
use crate::id::ActorId;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Party, Person};

impl RuleCheck for WorkedWithSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let (review, warn) = (rule.number("review_years"), rule.number("warn_years"));
        let mut opinion = Opinion::of(
            format!("近 {warn} 年没有在被审查调查人所在单位工作过"),
            format!("no work in the subject's unit in the last {}", plural(warn, "year")),
        );
        for party in judge.facts.subjects(&case.id).filter(|party| !is_self(party, person)) {
            if judge.hides_work(party) {
                opinion.unknown_subject(level(rule, class), party);
            }
            let Some(last) = last_day_with(judge, rule, person, case, party) else { continue };
            let words = Text::new(
                format!("在 {} 所在单位工作，至 {last}", party.id),
                format!("worked in the unit of {} until {last}", party.id),
            );
            if last > years_ago(judge.as_of, review) {
                opinion.weighed(level(rule, class), rule.number("warn_points"), words);
            } else if last > years_ago(judge.as_of, warn) {
                let mild = level(rule, class).min(VerdictLevel::Warn);
                opinion.weighed(mild, rule.number("warn_points"), words);
            }
        }
        Some(opinion)
    }
}

/// The last day, today at most, on which the person worked where the party works.
fn last_day_with<'a>(
    judge: &Judge<'a>,
    rule: &Rule,
    person: &Person,
    case: &Case,
    party: &'a Party,
) -> Option<jiff::civil::Date> {
    let organisation = judge.organisation_of(party)?;
    // The whole handling commission is not one unit, or none of its own people could handle a colleague's case.
    let by_department = rule.word("unit_scope") == "department" || organisation == &case.body;
    let spells = judge.facts.spells(&ActorId::from(&person.id)).into_iter().filter(|spell| {
        let same_unit = match (&spell.department, &party.department) {
            (Some(mine), Some(theirs)) if by_department => mine == theirs,
            _ => true,
        };
        is_work(spell) && spell.organisation.as_ref() == Some(organisation) && same_unit
    });
    let days = spells.map(|spell| Days::longest(&spell.period, judge.as_of));
    days.filter(|days| days.from <= judge.as_of).map(|days| days.to.min(judge.as_of)).max()
}
