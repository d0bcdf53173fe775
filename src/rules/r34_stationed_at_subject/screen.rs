//! R34 on a person and a case.

use super::{CODE, StationedAtSubject, phrase};
use crate::id::OrganisationId;
use crate::policy::{RoleClass, VerdictLevel};
use crate::pool::{Party, Position, SpellKind};
use crate::screen::{Finding, Question, ScreeningRule, years_before};
use crate::ties::{Evidence, words};

impl ScreeningRule for StationedAtSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let facts = &question.screener.facts;
        question
            .other_subjects()
            .flat_map(|party| {
                let as_of = question.screener.as_of;
                let unknown = facts.is_workplace_unknown(party, as_of);
                let missing = unknown.then(|| question.missing(phrase::unknown(party))).flatten();
                let workplaces = facts.workplaces_of(party, as_of).into_iter();
                let postings = workplaces.flat_map(|workplace| postings(question, workplace.organisation));
                let findings = postings.map(|posting| judged(question, party, posting));
                let strictest = findings.reduce(|best, next| if next.level > best.level { next } else { best });
                missing.into_iter().chain(strictest)
            })
            .collect()
    }
}

/// One time at the subject's organ.
struct Posting {
    head: bool,
    now: bool,
    evidence: Evidence,
}

fn postings(question: &Question, organ: &OrganisationId) -> Vec<Posting> {
    let Question { screener, person, rule, .. } = *question;
    let (pool, as_of) = (screener.pool, screener.as_of);
    let unit = pool.units.get(&person.unit).filter(|unit| unit.host.as_ref() == Some(organ));
    let present = unit.map(|unit| Posting {
        head: person.position == Position::Head,
        now: true,
        evidence: words::works_in_unit(pool, person, unit),
    });
    let since = years_before(as_of, rule.number("years"));
    let spells = screener.facts.career_of_person(&person.id).filter(|spell| {
        spell.kind == SpellKind::Stationed
            && spell.organisation.as_ref() == Some(organ)
            && spell.period.from.earliest() <= as_of
            && spell.period.widest(as_of).1 > since
    });
    let past = spells.map(|spell| Posting {
        head: spell.position == Some(Position::Head),
        now: spell.period.may_contain(as_of),
        evidence: words::spell(pool, spell),
    });
    present.into_iter().chain(past).collect()
}

fn judged(question: &Question, party: &Party, posting: Posting) -> Finding {
    let rule = question.rule;
    let level = if rule.switch("host_exclusion") || posting.head && party.leadership {
        VerdictLevel::Block
    } else if posting.head {
        rule.verdict.map_or(VerdictLevel::None, |verdict| verdict.of(RoleClass::Lead))
    } else {
        question.level()
    };
    let words = phrase::stationed(party, rule.number("years"), posting.head, posting.now);
    question.finding(level, words, vec![posting.evidence]).weighing(rule.number("member_points"))
}
