//! What a case's parties are and where they work.

use std::collections::BTreeSet;

use super::{Days, Judge, Kin, is_work};
use crate::id::{ActorId, OrganisationId, PartyId, PersonId, RegionCode};
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Party, Person, Position, UnitKind};

/// The rule's verdict for a role class; nothing when the rule states none.
pub fn level(rule: &Rule, class: RoleClass) -> VerdictLevel {
    rule.verdict.map_or(VerdictLevel::None, |verdict| verdict.of(class))
}

/// Whether a party is that very person.
pub fn is_self(party: &Party, person: &Person) -> bool {
    party.person.as_ref() == Some(&person.id)
}

/// The organisations that somebody helps to lead.
pub struct Led<'a> {
    /// Those on record.
    pub known: BTreeSet<&'a OrganisationId>,
    /// Whether another one is not.
    pub in_doubt: bool,
}

impl<'a> Judge<'a> {
    /// How a person is kin to a party; the person's own party is no kin.
    pub fn kin_to(&self, person: &Person, party: &Party) -> Option<Kin> {
        self.kin.between(&ActorId::from(&person.id), &ActorId::from(&party.id))
    }

    /// What somebody helps to lead: a commission leader the commission, the head of an external unit its body, a relative or party so marked the organisation
    /// that is stated, or else every one of today's posts in the career.
    pub fn leads(&self, actor: &ActorId) -> Led<'a> {
        let relative = self.pool.relatives.get(actor).filter(|relative| relative.leading);
        let party = self.pool.parties.get(&PartyId::new(actor.as_str())).filter(|party| party.leadership);
        let person = self.pool.people.get(&PersonId::new(actor.as_str()));
        let unit = person.and_then(|person| self.pool.units.get(&person.unit));
        let external = unit.is_some_and(|unit| unit.kind == UnitKind::External);
        let leads = person.is_some_and(|person| {
            person.position == Position::CommissionLeader || external && person.position == Position::Head
        });
        let commission = unit.map(|unit| &unit.body).filter(|_| leads);
        let stated = [
            relative.and_then(|relative| relative.organisation.as_ref()),
            party.and_then(|party| self.row_or_unit(party)),
            commission,
        ];
        let known: BTreeSet<_> = stated.into_iter().flatten().collect();
        if !known.is_empty() || relative.is_none() && party.is_none() {
            return Led { known, in_doubt: false };
        }
        let posts = self.posts_today(actor);
        let known = posts.iter().filter_map(|post| post.organisation.as_ref()).collect();
        Led { known, in_doubt: posts.is_empty() || posts.iter().any(|post| post.organisation.is_none()) }
    }

    /// Points of a person's embeddedness in a county, with what they are for: upbringing, work, kin.
    pub fn embeddedness(&self, person: &Person, county: &RegionCode) -> (i64, [bool; 3]) {
        let grew_up = person.grew_up.as_ref().is_some_and(|home| self.county(home) == county);
        let worked = self.days_worked_in(person, county) >= self.policy.ties.embeddedness.worked_days;
        let kin = self.kin.kin_of(&ActorId::from(&person.id));
        let near = kin.iter().filter(|(_, kin)| kin.is_near()).map(|(actor, _)| actor);
        let kin = near.into_iter().any(|actor| self.works_in(actor) == Some(county));
        let setting = &self.policy.ties.embeddedness;
        let parts = [(grew_up, setting.grew_up), (worked, setting.worked), (kin, setting.kin)];
        (parts.into_iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum(), [grew_up, worked, kin])
    }

    /// Different days of work at organisations of a county, up to today; far below zero without any such work.
    fn days_worked_in(&self, person: &Person, county: &RegionCode) -> i64 {
        let there = self.facts.spells(&ActorId::from(&person.id)).into_iter().filter(|spell| {
            is_work(spell) && spell.organisation.as_ref().and_then(|it| self.county_of_organisation(it)) == Some(county)
        });
        let mut stretches: Vec<Days> =
            there.filter_map(|spell| self.days_so_far(Days::longest(&spell.period, self.as_of))).collect();
        stretches.sort();
        if stretches.is_empty() {
            return i64::MIN;
        }
        let (mut total, mut last) = (0, None);
        for days in stretches {
            let fresh = last.map_or(days, |last| days.common(Days::new(super::next_day(last), days.to)));
            total += fresh.count();
            last = last.max(Some(days.to));
        }
        total
    }

    /// The county in which a person's unit or a relative's organisation stands.
    fn works_in(&self, actor: &ActorId) -> Option<&'a RegionCode> {
        match self.pool.people.get(&PersonId::new(actor.as_str())) {
            Some(person) => self.county_of_work(person),
            None => self.county_of_organisation(self.pool.relatives.get(actor)?.organisation.as_ref()?),
        }
    }
}
