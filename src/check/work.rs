//! Where people and parties work and worked, read from the raw rows.

use super::{Days, Judge, Opinion, is_self, is_work};
use crate::diag::Text;
use crate::id::{ActorId, CaseId, OrganisationId};
use crate::policy::VerdictLevel;
use crate::pool::{DeclarationContent, DeclarationScope, Party, Person, Spell};

/// Where a party works: the organisations with the departments there, a blank one being any.
pub struct Workplaces<'a> {
    /// Those on record.
    pub known: Vec<(&'a OrganisationId, Option<&'a str>)>,
    /// Whether none is on record, or one of several is not on file.
    pub in_doubt: bool,
}

impl<'a> Judge<'a> {
    /// Where a party works today. What its own row says goes first, then the unit of the person who it is; only where
    /// both are silent do the posts of the career that last today count.
    pub fn workplaces(&self, party: &'a Party) -> Workplaces<'a> {
        let department = party.department.as_deref();
        if let Some(organisation) = self.row_or_unit(party) {
            return Workplaces { known: vec![(organisation, department)], in_doubt: false };
        }
        let mut present = self.facts.spells(&ActorId::from(&party.id));
        present.retain(|spell| is_work(spell) && Days::longest(&spell.period, self.as_of).holds(self.as_of));
        let at = |spell: &&'a Spell| Some((spell.organisation.as_ref()?, department.or(spell.department.as_deref())));
        let known: Vec<_> = present.iter().filter_map(at).collect();
        let in_doubt = known.is_empty() || known.len() < present.len();
        Workplaces { known, in_doubt }
    }

    /// Whether nothing tells where a party works or worked: no organisation, no unit and no career.
    pub fn hides_work(&self, party: &'a Party) -> bool {
        self.row_or_unit(party).is_none() && self.facts.spells(&ActorId::from(&party.id)).is_empty()
    }

    fn row_or_unit(&self, party: &'a Party) -> Option<&'a OrganisationId> {
        let by_unit = || {
            let person = self.pool.people.get(party.person.as_ref()?)?;
            Some(&self.pool.units.get(&person.unit)?.body)
        };
        party.organisation.as_ref().or_else(by_unit)
    }

    /// Every row on a person's career, those under the id of a party who the person is included.
    pub fn career(&self, person: &Person) -> Vec<&'a Spell> {
        self.facts.rows_of_person(&person.id)
    }

    /// Whether a case has a subject besides the person.
    pub fn has_other_subject(&self, person: &Person, case: &CaseId) -> bool {
        self.facts.subjects(case).any(|party| !is_self(party, person))
    }

    /// Whether the last thing that a person declared about this one case, today or before, is to have nothing to
    /// name; of two declarations of one day, the one that lists counts.
    pub fn denies_ties(&self, person: &Person, case: &CaseId) -> bool {
        let about = DeclarationScope::Case(case.clone());
        let mut made: Vec<_> = self.facts.declarations(&person.id).iter().filter(|made| made.scope == about).collect();
        made.retain(|made| made.date <= self.as_of);
        made.sort_by_key(|made| (made.date, made.content == DeclarationContent::Listed));
        made.last().is_some_and(|made| made.content == DeclarationContent::None)
    }
}

impl Opinion {
    /// Adds a review because nobody knows where this subject works; a rule that at most warns says nothing of it.
    pub fn unknown_subject(&mut self, level: VerdictLevel, party: &Party) {
        self.unknown(
            level,
            Text::new(format!("不知道 {} 的工作单位", party.id), format!("where {} works is not known", party.id)),
        );
    }

    /// Adds a review because nobody knows where the person worked; a rule that at most warns says nothing of it.
    pub fn unknown_career(&mut self, level: VerdictLevel) {
        self.unknown(level, Text::new("本人履历未登记", "the person's career is not on record"));
    }

    /// Adds a review because nobody knows which organisation an employer in the person's career is.
    pub fn unknown_employer(&mut self, level: VerdictLevel, spell: &Spell) {
        let name = &spell.organisation_text;
        self.unknown(
            level,
            Text::new(format!("履历中的“{name}”不在机构表"), format!("“{name}” in the career is not on file")),
        );
    }

    fn unknown(&mut self, level: VerdictLevel, words: Text) {
        if level >= VerdictLevel::Review {
            self.missing(VerdictLevel::Review, words);
        }
    }
}
