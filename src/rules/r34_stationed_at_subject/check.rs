//! R34 on a person and a case, by the unit's host and stationed spells.

use super::{CODE, StationedAtSubject};
use crate::check::{Days, Judge, Opinion, RuleCheck, is_self, level, years_ago};
use crate::diag::{Text, plural};
use crate::id::OrganisationId;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Person, Position, Spell, SpellKind, UnitKind};

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
        if judge.has_other_subject(person, &case.id) {
            strangers(judge, rule, person, case, class, &mut opinion);
        }
        for party in judge.facts.subjects(&case.id).filter(|party| !is_self(party, person)) {
            let workplaces = judge.workplaces(party);
            if workplaces.in_doubt {
                opinion.unknown_subject(level(rule, class), party);
            }
            let weight = |head: bool, posting: &Posting| match (head, party.leadership && posting.own_organ) {
                _ if rule.switch("host_exclusion") => VerdictLevel::Block,
                (true, true) => VerdictLevel::Block,
                (true, false) => level(rule, RoleClass::Lead),
                (false, _) => level(rule, class),
            };
            let organs = workplaces.known.into_iter();
            let postings: Vec<Posting> = organs.flat_map(|(organ, _)| postings(judge, rule, person, organ)).collect();
            let strictest = postings.iter().map(|posting| weight(posting.head == Some(true), posting)).max();
            // Who may have been the head counts as much less than the head as a missing fact does.
            let perhaps = postings.iter().filter(|posting| posting.head.is_none()).map(|posting| weight(true, posting));
            if let Some(worst) = perhaps.max().filter(|worst| Some(*worst) > strictest) {
                let words = Text::new(
                    format!("曾驻 {} 所在单位或者其上级单位，职务层次未登记", party.id),
                    format!("stationed at the organisation of {} or above it, nobody knows as what", party.id),
                );
                opinion.unknown_fact(worst, words);
            }
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
    /// `None` where the position is not on record.
    head: Option<bool>,
    /// Whether the host is the subject's own organisation, not one above it.
    own_organ: bool,
}

/// The person's times at the organisation, or at one under which it stands.
fn postings(judge: &Judge, rule: &Rule, person: &Person, organ: &OrganisationId) -> Vec<Posting> {
    let mut postings = Vec::new();
    let mut note = |host: Option<&OrganisationId>, head: Option<bool>| {
        let own_organ = host == Some(organ);
        if own_organ || host.is_some_and(|host| judge.stands_under(organ, host)) {
            postings.push(Posting { head, own_organ });
        }
    };
    let host = judge.pool.units.get(&person.unit).and_then(|unit| unit.host.as_ref());
    note(host, Some(person.position == Position::Head));
    for spell in postings_of_late(judge, rule, person) {
        note(spell.organisation.as_ref(), spell.position.map(|position| position == Position::Head));
    }
    postings
}

/// The times stationed somewhere that a career tells and that still count.
fn postings_of_late<'a>(judge: &Judge<'a>, rule: &Rule, person: &Person) -> Vec<&'a Spell> {
    let since = years_ago(judge.as_of, rule.number("years"));
    let mut spells = judge.career(person);
    spells.retain(|spell| {
        let days = Days::longest(&spell.period, judge.as_of);
        spell.kind == SpellKind::Stationed && days.from <= judge.as_of && days.to > since
    });
    spells
}

/// Where the person is or was stationed without anybody knowing at what organ.
fn strangers(judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass, opinion: &mut Opinion) {
    let weight = |may_head: bool| match rule.switch("host_exclusion") {
        true => VerdictLevel::Block,
        false if may_head => level(rule, RoleClass::Lead).max(level(rule, class)),
        false => level(rule, class),
    };
    let group = judge.pool.units.get(&person.unit).filter(|unit| unit.kind == UnitKind::Stationed);
    if group.is_some_and(|group| group.host.is_none()) {
        let words =
            Text::new("所在派驻组的驻在单位未登记", "the host of the person's stationed group is not on record");
        opinion.unknown_fact(weight(person.position == Position::Head), words);
    }
    if judge.denies_ties(person, case, judge.policy.rules.declaration_days()) {
        return;
    }
    for spell in postings_of_late(judge, rule, person).into_iter().filter(|spell| spell.organisation.is_none()) {
        let name = &spell.organisation_text;
        let words = Text::new(
            format!("履历中驻在的“{name}”不在机构表"),
            format!("the host “{name}” in the career is not on file"),
        );
        opinion.unknown_fact(weight(matches!(spell.position, None | Some(Position::Head))), words);
    }
}
