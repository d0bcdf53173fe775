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
            format!("现在和近 {years} 年均没有驻在被审查调查人所在单位及其上级单位"),
            format!(
                "not stationed at the subject's organisation, or one above it, now or in the last {}",
                plural(years, "year")
            ),
        );
        for party in judge.facts.subjects(&case.id).filter(|party| !is_self(party, person)) {
            let workplaces = judge.workplaces(party);
            if workplaces.in_doubt {
                opinion.unknown_subject(level(rule, class), party);
            }
            let postings = workplaces.known.into_iter().flat_map(|(organ, _)| postings(judge, rule, person, organ));
            let strictest = postings
                .map(|posting| match (posting.head, party.leadership && posting.own_organ) {
                    _ if rule.switch("host_exclusion") => VerdictLevel::Block,
                    (true, true) => VerdictLevel::Block,
                    (true, false) => level(rule, RoleClass::Lead),
                    (false, _) => level(rule, class),
                })
                .max();
            if let Some(level) = strictest {
                let words = Text::new(
                    format!("现驻或者曾驻 {} 所在单位或者其上级单位", party.id),
                    format!("is or was stationed at the organisation of {} or at one above it", party.id),
                );
                opinion.weighed(level, rule.number("member_points"), words);
            }
        }
        Some(opinion)
    }
}

/// A time at a host that still counts.
struct Posting {
    head: bool,
    /// Whether the host is the subject's own organisation, not one above it.
    own_organ: bool,
}

/// The person's times at the organisation, or at one under which it stands.
fn postings(judge: &Judge, rule: &Rule, person: &Person, organ: &OrganisationId) -> Vec<Posting> {
    let mut postings = Vec::new();
    let mut note = |host: Option<&OrganisationId>, head: bool| {
        let own_organ = host == Some(organ);
        if own_organ || host.is_some_and(|host| judge.stands_under(organ, host)) {
            postings.push(Posting { head, own_organ });
        }
    };
    let host = judge.pool.units.get(&person.unit).and_then(|unit| unit.host.as_ref());
    note(host, person.position == Position::Head);
    let since = years_ago(judge.as_of, rule.number("years"));
    for spell in judge.career(person).into_iter().filter(|spell| spell.kind == SpellKind::Stationed) {
        let days = Days::longest(&spell.period, judge.as_of);
        if days.from <= judge.as_of && days.to > since {
            note(spell.organisation.as_ref(), spell.position == Some(Position::Head));
        }
    }
    postings
}
