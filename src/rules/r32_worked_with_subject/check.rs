//! R32 on a person and a case, by career spells.

use super::{CODE, WorkedWithSubject};
use crate::check::{Days, Judge, Opinion, RuleCheck, Workplaces, is_self, is_work, level, years_ago};
use crate::diag::{Text, plural};
use crate::id::OrganisationId;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Person, Unit, UnitKind};

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
        let limit = judge.policy.rules.declaration_days();
        if judge.has_other_subject(person, &case.id) && !judge.denies_ties(person, case, limit) {
            if judge.hides_career(person, review, rule.number("gap_days")) {
                opinion.unknown_career(level(rule, class), review);
            }
            for spell in judge.career(person).into_iter().filter(|spell| is_work(spell) && spell.organisation.is_none())
            {
                let days = Days::longest(&spell.period, judge.as_of);
                if days.from <= judge.as_of && days.to.min(judge.as_of) > years_ago(judge.as_of, review) {
                    opinion.unknown_employer(level(rule, class), spell);
                }
            }
        }
        for party in judge.facts.subjects(&case.id).filter(|party| !is_self(party, person)) {
            let workplaces = judge.workplaces(party);
            if workplaces.in_doubt {
                opinion.unknown_subject(level(rule, class), party);
            }
            let Some(last) = last_day_with(judge, rule, person, case, &workplaces) else { continue };
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

/// The last day, today at most, on which the person worked where somebody works.
fn last_day_with(
    judge: &Judge,
    rule: &Rule,
    person: &Person,
    case: &Case,
    workplaces: &Workplaces,
) -> Option<jiff::civil::Date> {
    let mut last = None;
    let unit = judge.pool.units.get(&person.unit);
    let is_part = |unit: &Unit| matches!(unit.kind, UnitKind::Room | UnitKind::Stationed);
    let of_unit = unit.map(|unit| (&unit.body, Some(unit.name.as_str()).filter(|_| is_part(unit))));
    let rows = judge.facts.parties_who_are(&person.id).iter();
    let rows = rows.filter_map(|row| Some((row.organisation.as_ref()?, row.department.as_deref())));
    let stated: Vec<(&OrganisationId, Option<&str>)> = of_unit.into_iter().chain(rows).collect();
    for (organisation, department) in &workplaces.known {
        // The whole handling commission is not one unit, or none of its own people could handle a colleague's case.
        let by_department = rule.word("unit_scope") == "department" || *organisation == &case.body;
        let is_same_unit = |mine: Option<&str>| match (mine, *department) {
            (Some(mine), Some(theirs)) if by_department => mine == theirs,
            _ => true,
        };
        if stated.iter().any(|(mine, section)| mine == organisation && is_same_unit(*section)) {
            return Some(judge.as_of);
        }
        for spell in judge.career(person) {
            let same_unit = is_same_unit(spell.department.as_deref());
            let days = Days::longest(&spell.period, judge.as_of);
            let there = is_work(spell) && spell.organisation.as_ref() == Some(*organisation) && same_unit;
            if there && days.from <= judge.as_of {
                last = last.max(Some(days.to.min(judge.as_of)));
            }
        }
    }
    last
}
