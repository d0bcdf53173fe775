//! R34 on a person and a case, by the unit's host and stationed spells.

use super::{CODE, StationedAtSubject};
use crate::check::{Days, Judge, Opinion, RuleCheck, is_self, level, years_ago};
use crate::diag::{Text, plural};
use crate::id::OrganisationId;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Person, Position, SpellKind};

impl RuleCheck for StationedAtSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let years = rule.number("years");
        let mut opinion = Opinion::of(
            format!("现在和近 {years} 年均没有驻在被审查调查人所在单位"),
            format!("not stationed at the subject's organisation now or in the last {}", plural(years, "year")),
        );
        for party in judge.facts.subjects(&case.id).filter(|party| !is_self(party, person)) {
            let workplaces = judge.workplaces(party);
            if workplaces.in_doubt {
                opinion.unknown_subject(level(rule, class), party);
            }
            let postings = workplaces.known.into_iter().flat_map(|(organ, _)| postings(judge, rule, person, organ));
            let strictest = postings
                .map(|head| match (head, party.leadership) {
                    _ if rule.switch("host_exclusion") => VerdictLevel::Block,
                    (true, true) => VerdictLevel::Block,
                    (true, false) => level(rule, RoleClass::Lead),
                    (false, _) => level(rule, class),
                })
                .max();
            if let Some(level) = strictest {
                let words = Text::new(
                    format!("现驻或者曾驻 {} 所在单位", party.id),
                    format!("is or was stationed at the organisation of {}", party.id),
                );
                opinion.weighed(level, rule.number("member_points"), words);
            }
        }
        Some(opinion)
    }
}

/// The person's times at the organisation that still count: for each whether as head.
fn postings(judge: &Judge, rule: &Rule, person: &Person, organ: &OrganisationId) -> Vec<bool> {
    let mut postings = Vec::new();
    if judge.pool.units.get(&person.unit).is_some_and(|unit| unit.host.as_ref() == Some(organ)) {
        postings.push(person.position == Position::Head);
    }
    let since = years_ago(judge.as_of, rule.number("years"));
    for spell in judge.career(person) {
        let days = Days::longest(&spell.period, judge.as_of);
        let there = spell.kind == SpellKind::Stationed && spell.organisation.as_ref() == Some(organ);
        if there && days.from <= judge.as_of && days.to > since {
            postings.push(spell.position == Some(Position::Head));
        }
    }
    postings
}
