//! What somebody helps to lead.

use super::Screener;
use crate::id::{ActorId, OrganisationId, PartyId, PersonId};
use crate::pool::{Position, Spell, UnitKind};
use crate::ties::{Evidence, is_work, words};

/// The organisations that somebody helps to lead.
#[derive(Debug, Default)]
pub struct LeadingPosts<'a> {
    /// Those on record, each with the rows that show it.
    pub known: Vec<(&'a OrganisationId, Vec<Evidence>)>,
    /// Whether there is a leading post at an organisation that nobody knows.
    pub in_doubt: bool,
}

impl<'a> Screener<'a> {
    /// What a person, a party or a relative helps to lead on the day of judgment: a commission leader, or the head of an
    /// external unit, the body of the unit, a relative or party on record as leading the organisation stated there. Where none is stated, it may be
    /// wherever a working spell lasts.
    pub fn leading_posts(&self, actor: &ActorId) -> LeadingPosts<'a> {
        let pool = self.pool;
        let at = |organ, shown| LeadingPosts { known: vec![(organ, vec![shown])], in_doubt: false };
        if let Some(relative) = pool.relatives.get(actor).filter(|relative| relative.leading) {
            let shown = words::relative_works_at(pool, relative);
            return match &relative.organisation {
                Some(organ) => at(organ, shown),
                None => self.posts_that_last(self.facts.career_of(actor).iter().copied(), &shown),
            };
        }
        if let Some(party) = pool.parties.get(&PartyId::new(actor.as_str())).filter(|party| party.leadership) {
            let shown = words::seat(pool, party);
            return match self.facts.stated_organisation(party) {
                Some(organ) => at(organ, shown),
                None => self.posts_that_last(self.facts.career_of_party(party), &shown),
            };
        }
        let leader = pool.people.get(&PersonId::new(actor.as_str()));
        let post = leader.and_then(|leader| Some((leader, pool.units.get(&leader.unit)?)));
        let post = post.filter(|(leader, unit)| match leader.position {
            Position::CommissionLeader => true,
            // Of a unit that is an organ of its own.
            Position::Head => unit.kind == UnitKind::External,
            Position::Deputy | Position::Staff => false,
        });
        post.map_or_else(LeadingPosts::default, |(leader, unit)| {
            at(&unit.body, words::works_in_unit(pool, leader, unit))
        })
    }

    fn posts_that_last(&self, career: impl Iterator<Item = &'a Spell>, shown: &Evidence) -> LeadingPosts<'a> {
        let posts: Vec<_> = career.filter(|spell| is_work(spell) && spell.period.may_contain(self.as_of)).collect();
        let known = posts.iter().filter_map(|spell| {
            Some((spell.organisation.as_ref()?, vec![shown.clone(), words::spell(self.pool, spell)]))
        });
        let known: Vec<_> = known.collect();
        LeadingPosts { in_doubt: posts.is_empty() || known.len() < posts.len(), known }
    }
}
