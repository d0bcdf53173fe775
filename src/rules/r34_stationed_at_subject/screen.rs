//! R34 on a person and a case.

use super::{CODE, StationedAtSubject, phrase};
use crate::id::{ActorId, OrganisationId};
use crate::policy::{RoleClass, VerdictLevel};
use crate::pool::{Party, PartyRole, Position, SpellKind};
use crate::screen::{Finding, Question, ScreeningRule, years_before};
use crate::ties::{Evidence, words};

impl ScreeningRule for StationedAtSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let facts = &question.screener.facts;
        let subjects = facts.parties(&question.case.id).iter().filter(|party| party.role == PartyRole::Subject);
        subjects
            .filter(|party| party.person.as_ref() != Some(&question.person.id))
            .filter_map(|party| {
                if facts.is_work_unknown(party) {
                    return question.missing(phrase::unknown(party));
                }
                let postings = postings(question, facts.organisation_of(party)?);
                let findings = postings.into_iter().map(|posting| judged(question, party, posting));
                findings.reduce(|best, next| if next.level > best.level { next } else { best })
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
    let actor = ActorId::from(&person.id);
    let spells = screener.facts.career_of(&actor).iter().filter(|spell| {
        spell.kind == SpellKind::Stationed
            && spell.organisation.as_ref() == Some(organ)
            && spell.period.from.earliest() <= as_of
            && spell.period.widest(as_of).1 > since
    });
    let past = spells.map(|spell| Posting {
        head: spell.position == Some(Position::Head),
        now: spell.period.to.is_none(),
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
