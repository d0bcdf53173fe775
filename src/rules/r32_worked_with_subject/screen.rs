//! R32 on a person and a case.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{CODE, WorkedWithSubject, phrase};
use crate::policy::VerdictLevel;
use crate::pool::{Party, Spell};
use crate::screen::{CareerWindow, Finding, Question, ScreeningRule, Workplace, years_before};
use crate::ties::{is_work, words};

impl ScreeningRule for WorkedWithSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let subjects: Vec<&Party> = question.other_subjects().collect();
        if subjects.is_empty() {
            return Vec::new();
        }
        let facts = &question.screener.facts;
        let unknown = subjects.iter().filter(|party| facts.is_workplace_unknown(party, question.screener.as_of));
        let unknown = unknown.filter_map(|party| question.missing(phrase::unknown(party)));
        let known = subjects.iter().filter_map(|party| judged(question, party));
        known.chain(unknown).chain(unrecorded(question)).collect()
    }
}

/// What is not on record of where the person worked, as far as it may still count.
fn unrecorded(question: &Question) -> Vec<Finding> {
    let Question { screener, person, case, rule, .. } = *question;
    let facts = &screener.facts;
    if facts.declared_none_for(&person.id, case, screener.as_of, screener.policy.rules.declaration_days()) {
        return Vec::new();
    }
    let years = rule.number("review_years");
    let window = CareerWindow::of_years(screener.as_of, years, rule.number("gap_days"));
    let untold = facts.untold_of(person, &window);
    let untold = untold.and_then(|untold| question.missing(phrase::untold(years, untold)));
    untold.into_iter().chain(unmatched(question, &window)).collect()
}

/// The employers of these days that are not on file.
fn unmatched(question: &Question, window: &CareerWindow) -> Option<Finding> {
    let Question { screener, person, .. } = *question;
    let open = |spell: &&Spell| {
        let begun = spell.period.from.earliest() <= window.to;
        is_work(spell) && spell.organisation.is_none() && begun && last_day(spell, window.to) >= window.from
    };
    let unmatched: Vec<&Spell> = screener.facts.career_of_person(&person.id).filter(open).collect();
    if unmatched.is_empty() {
        return None;
    }
    let employers: BTreeSet<&str> = unmatched.iter().map(|spell| spell.organisation_text.trim()).collect();
    let evidence = unmatched.iter().map(|spell| words::spell(screener.pool, spell)).collect();
    Some(Finding { evidence, ..question.missing(phrase::unmatched(&employers))? })
}

fn judged(question: &Question, party: &Party) -> Option<Finding> {
    let Question { screener, person, rule, .. } = *question;
    let as_of = screener.as_of;
    let workplaces = screener.facts.workplaces_of(party, as_of);
    let there = |mine: Workplace| workplaces.iter().any(|theirs| is_one_unit(question, mine, *theirs));
    let here = |spell: &&Spell| {
        let mine = |organisation| Workplace { organisation, department: spell.department.as_deref() };
        is_work(spell)
            && spell.organisation.as_ref().map(mine).is_some_and(there)
            && spell.period.from.earliest() <= as_of
    };
    let career = screener.facts.career_of_person(&person.id);
    let spell = career.filter(here).max_by_key(|spell| last_day(spell, as_of));
    let last = spell.map(|spell| last_day(spell, as_of));
    let stated = screener.facts.stated_workplaces_of(person).into_iter().find(|mine| there(*mine));
    let (last, shown) = match (last, stated) {
        (last, Some(stated)) if last != Some(as_of) => {
            (as_of, words::stated_workplace(screener.pool, person, stated.organisation))
        }
        (last, _) => (last?, words::spell(screener.pool, spell?)),
    };
    let (review, warn) = (rule.number("review_years"), rule.number("warn_years"));
    let (level, years) = if last > years_before(as_of, review) {
        (question.level(), review)
    } else if last > years_before(as_of, warn) {
        (question.level().min(VerdictLevel::Warn), warn)
    } else {
        return None;
    };
    let words = phrase::worked(party, years, last == as_of);
    let finding = question.finding(level, words, vec![shown]);
    Some(finding.weighing(rule.number("warn_points")))
}

/// Whether two places of work are one unit, by the organisation or by the department there.
fn is_one_unit(question: &Question, mine: Workplace, theirs: Workplace) -> bool {
    let whole = question.rule.word("unit_scope") == "organisation" && *theirs.organisation != question.case.body;
    let may_be_one = mine.department.is_none() || theirs.department.is_none() || mine.department == theirs.department;
    mine.organisation == theirs.organisation && (whole || may_be_one)
}

/// The last day, `as_of` at most, that a spell may have lasted.
fn last_day(spell: &Spell, as_of: Date) -> Date {
    spell.period.widest(as_of).1.min(as_of)
}
