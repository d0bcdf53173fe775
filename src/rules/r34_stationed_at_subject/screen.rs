//! R34 on a person and a case.

use super::{CODE, StationedAtSubject, phrase};
use crate::id::OrganisationId;
use crate::policy::{RoleClass, VerdictLevel};
use crate::pool::{Party, Position, SpellKind};
use crate::screen::{Finding, Question, ScreeningRule, organisations_above, years_before};
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
                let postings = workplaces.flat_map(|workplace| postings_over(question, workplace.organisation));
                let findings = postings.map(|posting| judged(question, party, posting));
                let strictest = findings.reduce(|best, next| if next.level > best.level { next } else { best });
                missing.into_iter().chain(strictest)
            })
            .collect()
    }
}

/// One time at the subject's organ, or at one above it.
struct Posting {
    head: bool,
    now: bool,
    /// The host's name, where the subject's organ stands under it.
    above: Option<String>,
    evidence: Vec<Evidence>,
}

/// The times at the subject's organ, then those at the organs above it, the nearest first.
fn postings_over(question: &Question, organ: &OrganisationId) -> Vec<Posting> {
    let pool = question.screener.pool;
    let line: Vec<&OrganisationId> = std::iter::once(organ).chain(organisations_above(pool, organ)).collect();
    let mut found = postings(question, organ);
    for (steps, host) in line.iter().enumerate().skip(1) {
        let name = pool.organisations.get(*host).map_or(host.as_str(), |host| host.name.as_str());
        for mut posting in postings(question, host) {
            posting.evidence.push(words::line_of_organisations(pool, line.get(..=steps).unwrap_or_default()));
            found.push(Posting { above: Some(name.to_owned()), ..posting });
        }
    }
    found
}

fn postings(question: &Question, organ: &OrganisationId) -> Vec<Posting> {
    let Question { screener, person, rule, .. } = *question;
    let (pool, as_of) = (screener.pool, screener.as_of);
    let unit = pool.units.get(&person.unit).filter(|unit| unit.host.as_ref() == Some(organ));
    let present = unit.map(|unit| Posting {
        head: person.position == Position::Head,
        now: true,
        above: None,
        evidence: vec![words::works_in_unit(pool, person, unit)],
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
        above: None,
        evidence: vec![words::spell(pool, spell)],
    });
    present.into_iter().chain(past).collect()
}

fn judged(question: &Question, party: &Party, posting: Posting) -> Finding {
    let rule = question.rule;
    // The leadership of an organ under the host is not the host's.
    let of_the_leadership = party.leadership && posting.above.is_none();
    let level = if rule.switch("host_exclusion") || posting.head && of_the_leadership {
        VerdictLevel::Block
    } else if posting.head {
        rule.verdict.map_or(VerdictLevel::None, |verdict| verdict.of(RoleClass::Lead))
    } else {
        question.level()
    };
    let years = rule.number("years");
    let words = match &posting.above {
        None => phrase::stationed(party, years, posting.head, posting.now),
        Some(host) => phrase::stationed_above(party, host, years, posting.head, posting.now),
    };
    question.finding(level, words, posting.evidence).weighing(rule.number("member_points"))
}
