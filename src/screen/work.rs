//! Where people and parties work and worked, as far as it is on record, and what people answered for a case.

use jiff::civil::Date;

use super::Facts;
use crate::id::{ActorId, CaseId, OrganisationId, PersonId};
use crate::pool::{DeclarationContent, DeclarationScope, Party, Spell};
use crate::ties::is_work;

/// Where somebody works: an organisation, and the department there; `None` may be any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workplace<'a> {
    /// The organisation.
    pub organisation: &'a OrganisationId,
    /// The department.
    pub department: Option<&'a str>,
}

impl<'a> Facts<'a> {
    /// Where a party works on `as_of`: by its own record; else, for a person on the roster, at the body of the
    /// person's unit; else wherever a working spell lasts, which may be several places or none on record.
    pub fn workplaces_of(&self, party: &'a Party, as_of: Date) -> Vec<Workplace<'a>> {
        let department = party.department.as_deref();
        if let Some(organisation) = self.stated_organisation(party) {
            return vec![Workplace { organisation, department }];
        }
        let present = self.present_work(party, as_of).into_iter();
        let matched = present.filter_map(|spell| {
            let organisation = spell.organisation.as_ref()?;
            Some(Workplace { organisation, department: department.or(spell.department.as_deref()) })
        });
        matched.collect()
    }

    /// Whether the party works, or may work, on `as_of` at an organisation that nobody knows: none is stated, and no
    /// working spell lasts or one of them is at an employer not on file.
    pub fn is_workplace_unknown(&self, party: &'a Party, as_of: Date) -> bool {
        let present = self.present_work(party, as_of);
        self.stated_organisation(party).is_none()
            && (present.is_empty() || present.iter().any(|spell| spell.organisation.is_none()))
    }

    /// Whether neither an organisation nor a career of the party is on record, so that work beside it shows nowhere.
    pub fn is_work_unknown(&self, party: &'a Party) -> bool {
        self.stated_organisation(party).is_none() && self.career_of_party(party).next().is_none()
    }

    /// The career of a person: what is on record of the person's own id, and of the ids of parties who the person is.
    pub fn career_of_person(&self, person: &PersonId) -> impl Iterator<Item = &'a Spell> + use<'_, 'a> {
        let own = self.career_of(&ActorId::from(person)).iter();
        let twins = self.parties_who_are(person).iter();
        own.chain(twins.flat_map(|party| self.career_of(&ActorId::from(&party.id)))).copied()
    }

    /// The career of a party: what is on record of its own id, and of the person on the roster who it is.
    pub fn career_of_party(&self, party: &Party) -> impl Iterator<Item = &'a Spell> + use<'_, 'a> {
        let own = self.career_of(&ActorId::from(&party.id)).iter();
        let person = party.person.as_ref().map(|person| self.career_of(&ActorId::from(person)));
        own.chain(person.unwrap_or_default()).copied()
    }

    /// Whether the person declared, on `as_of` or earlier and for this very case, to have nothing to name, and did not
    /// on the same day or later declare to have something.
    pub fn declared_none_for(&self, person: &PersonId, case: &CaseId, as_of: Date) -> bool {
        let made = self.declarations_of(person).iter();
        let made = made
            .filter(|made| made.date <= as_of && matches!(&made.scope, DeclarationScope::Case(about) if about == case));
        let last = |content| made.clone().filter(|made| made.content == content).map(|made| made.date).max();
        last(DeclarationContent::None) > last(DeclarationContent::Listed)
    }

    fn present_work(&self, party: &'a Party, as_of: Date) -> Vec<&'a Spell> {
        self.career_of_party(party).filter(|spell| is_work(spell) && spell.period.may_contain(as_of)).collect()
    }
}
