//! R34 on a person and a case.

use std::collections::BTreeSet;

use super::{CODE, StationedAtSubject, phrase};
use crate::id::OrganisationId;
use crate::policy::{RoleClass, VerdictLevel};
use crate::pool::{Party, Position, Spell, SpellKind, UnitKind};
use crate::screen::{Finding, Question, ScreeningRule, organisations_above, years_before};
use crate::ties::{Evidence, words};

impl ScreeningRule for StationedAtSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let (facts, as_of) = (&question.screener.facts, question.screener.as_of);
        let subjects: Vec<&Party> = question.other_subjects().collect();
        if subjects.is_empty() {
            return Vec::new();
        }
        let about = |party: &&Party| {
            let unknown = facts.is_workplace_unknown(party, as_of);
            let missing = unknown.then(|| question.missing(phrase::unknown(party))).flatten();
            let workplaces = facts.workplaces_of(party, as_of).into_iter();
            let postings = workplaces.flat_map(|workplace| postings_over(question, workplace.organisation));
            let (sure, untold): (Vec<Posting>, Vec<Posting>) = postings.partition(|posting| !posting.untold);
            let findings = sure.into_iter().chain(as_others(&untold)).map(|posting| judged(question, party, posting));
            let strictest = findings.reduce(|best, next| if next.level > best.level { next } else { best });
            let as_heads = untold.into_iter().filter_map(|posting| {
                let level = level(question, party, &Posting { head: true, ..posting.clone() });
                let least = strictest.as_ref().map_or(VerdictLevel::None, |finding| finding.level);
                let finding = question.missing_for(level, phrase::untold(party)).filter(|_| least < level)?;
                Some(Finding { evidence: posting.evidence, ..finding })
            });
            let as_heads = as_heads.take(1).collect::<Vec<Finding>>();
            missing.into_iter().chain(as_heads).chain(strictest).collect::<Vec<Finding>>()
        };
        let found = subjects.iter().flat_map(about);
        found.chain(hostless(question)).chain(unmatched(question)).collect()
    }
}

/// One time at the subject's organ, or at one above it.
#[derive(Clone)]
struct Posting {
    head: bool,
    /// Whether it is not on record what the person was in the group.
    untold: bool,
    now: bool,
    /// The host's name, where the subject's organ stands under it.
    above: Option<String>,
    evidence: Vec<Evidence>,
}

/// Postings in a position that is not on record, taken for those of others than the head.
fn as_others(untold: &[Posting]) -> impl Iterator<Item = Posting> {
    untold.iter().map(|posting| Posting { head: false, ..posting.clone() })
}

/// A group of which nobody knows where it is stationed: it may be at the subject's organ.
fn hostless(question: &Question) -> Option<Finding> {
    let Question { screener, person, .. } = *question;
    let unit = screener.pool.units.get(&person.unit)?;
    if unit.kind != UnitKind::Stationed || unit.host.is_some() {
        return None;
    }
    let finding = question.missing_for(at_most(question, person.position == Position::Head), phrase::hostless())?;
    Some(Finding { evidence: vec![words::works_in_unit(screener.pool, person, unit)], ..finding })
}

/// Postings of these years at a host that is not on file: it may be the subject's organ.
fn unmatched(question: &Question) -> Option<Finding> {
    let Question { screener, person, case, .. } = *question;
    let days = screener.policy.rules.declaration_days();
    if screener.facts.declared_none_for(&person.id, case, screener.as_of, days) {
        return None;
    }
    let spells: Vec<&Spell> = stationed(question).filter(|spell| spell.organisation.is_none()).collect();
    let head = spells.iter().any(|spell| spell.position.is_none_or(|position| position == Position::Head));
    let hosts: BTreeSet<&str> = spells.iter().map(|spell| spell.organisation_text.trim()).collect();
    if spells.is_empty() {
        return None;
    }
    let finding = question.missing_for(at_most(question, head), phrase::unmatched(&hosts))?;
    let evidence = spells.iter().map(|spell| words::spell(screener.pool, spell)).collect();
    Some(Finding { evidence, ..finding })
}

/// The verdict of a posting at an organ of which nothing but that is known.
fn at_most(question: &Question, head: bool) -> VerdictLevel {
    let heads = question.rule.verdict.map_or(VerdictLevel::None, |verdict| verdict.of(RoleClass::Lead));
    match (question.rule.switch("host_exclusion"), head) {
        (true, _) => VerdictLevel::Block,
        (false, true) => heads.max(question.level()),
        (false, false) => question.level(),
    }
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
    let Question { screener, person, .. } = *question;
    let (pool, as_of) = (screener.pool, screener.as_of);
    let unit = pool.units.get(&person.unit).filter(|unit| unit.host.as_ref() == Some(organ));
    let present = unit.map(|unit| Posting {
        head: person.position == Position::Head,
        untold: false,
        now: true,
        above: None,
        evidence: vec![words::works_in_unit(pool, person, unit)],
    });
    let spells = stationed(question).filter(|spell| spell.organisation.as_ref() == Some(organ));
    let past = spells.map(|spell| Posting {
        head: spell.position == Some(Position::Head),
        untold: spell.position.is_none(),
        now: spell.period.may_contain(as_of),
        above: None,
        evidence: vec![words::spell(pool, spell)],
    });
    present.into_iter().chain(past).collect()
}

/// The person's spells of being stationed somewhere that still count.
fn stationed<'a>(question: &Question<'_, 'a>) -> impl Iterator<Item = &'a Spell> {
    let Question { screener, person, rule, .. } = *question;
    let as_of = screener.as_of;
    let since = years_before(as_of, rule.number("years"));
    let spells: Vec<&Spell> = screener.facts.career_of_person(&person.id).collect();
    spells.into_iter().filter(move |spell| {
        spell.kind == SpellKind::Stationed
            && spell.period.from.earliest() <= as_of
            && spell.period.widest(as_of).1 > since
    })
}

/// What the rule says of a posting.
fn level(question: &Question, party: &Party, posting: &Posting) -> VerdictLevel {
    // The leadership of an organ under the host is not the host's.
    let of_the_leadership = party.leadership && posting.above.is_none();
    if question.rule.switch("host_exclusion") || posting.head && of_the_leadership {
        VerdictLevel::Block
    } else if posting.head {
        question.rule.verdict.map_or(VerdictLevel::None, |verdict| verdict.of(RoleClass::Lead))
    } else {
        question.level()
    }
}

fn judged(question: &Question, party: &Party, posting: Posting) -> Finding {
    let rule = question.rule;
    let level = level(question, party, &posting);
    let years = rule.number("years");
    let words = match &posting.above {
        None => phrase::stationed(party, years, posting.head, posting.now),
        Some(host) => phrase::stationed_above(party, host, years, posting.head, posting.now),
    };
    question.finding(level, words, posting.evidence).weighing(rule.number("member_points"))
}
