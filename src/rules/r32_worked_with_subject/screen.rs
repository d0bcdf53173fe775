//! R32 on a person and a case.

use jiff::civil::Date;

use super::{CODE, WorkedWithSubject, phrase};
use crate::id::ActorId;
use crate::policy::VerdictLevel;
use crate::pool::{Party, PartyRole, Spell};
use crate::screen::{Finding, Question, ScreeningRule, years_before};
use crate::ties::{is_work, words};

impl ScreeningRule for WorkedWithSubject {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let facts = &question.screener.facts;
        let subjects = facts.parties(&question.case.id).iter().filter(|party| party.role == PartyRole::Subject);
        subjects
            .filter(|party| party.person.as_ref() != Some(&question.person.id))
            .filter_map(|party| judged(question, party))
            .collect()
    }
}

fn judged(question: &Question, party: &Party) -> Option<Finding> {
    let Question { screener, person, rule, .. } = *question;
    let as_of = screener.as_of;
    if screener.facts.is_work_unknown(party) {
        return question.missing(phrase::unknown(party));
    }
    let organisation = screener.facts.organisation_of(party)?;
    let whole = rule.word("unit_scope") == "organisation" && *organisation != question.case.body;
    let here = |spell: &&&Spell| {
        is_work(spell)
            && spell.organisation.as_ref() == Some(organisation)
            && (whole
                || spell.department.is_none()
                || party.department.is_none()
                || spell.department == party.department)
            && spell.period.from.earliest() <= as_of
    };
    let last = |spell: &Spell| -> Date { spell.period.widest(as_of).1.min(as_of) };
    let actor = ActorId::from(&person.id);
    let spell = screener.facts.career_of(&actor).iter().filter(here).max_by_key(|spell| last(spell))?;
    let (review, warn) = (rule.number("review_years"), rule.number("warn_years"));
    let (level, years) = if last(spell) > years_before(as_of, review) {
        (question.level(), review)
    } else if last(spell) > years_before(as_of, warn) {
        (question.level().min(VerdictLevel::Warn), warn)
    } else {
        return None;
    };
    let lasting = spell.period.to.is_none();
    let words = phrase::worked(party, years, lasting);
    let finding = question.finding(level, words, vec![words::spell(screener.pool, spell)]);
    Some(finding.weighing(rule.number("warn_points")))
}
