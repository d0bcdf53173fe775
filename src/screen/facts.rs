//! The facts that rules ask for again and again, indexed once.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{ActorId, CaseId, OrganisationId, PersonId};
use crate::pool::{
    Assignment, Declaration, DeclarationContent, DeclaredTie, DeclaredTieKind, Party, Pool, Spell, Waiver,
};
use crate::ties::{Tie, Ties};

/// A tie between a person and a party.
#[derive(Debug, Clone, Copy)]
pub struct PartyTie<'a> {
    /// The party.
    pub party: &'a Party,
    /// The tie.
    pub tie: &'a Tie,
}

/// Everything about people and cases, by person and by case.
#[derive(Debug, Default)]
pub struct Facts<'a> {
    parties: BTreeMap<&'a CaseId, Vec<&'a Party>>,
    twins: BTreeMap<&'a PersonId, Vec<&'a Party>>,
    party_ties: BTreeMap<&'a PersonId, BTreeMap<&'a CaseId, Vec<PartyTie<'a>>>>,
    kin_ties: BTreeMap<&'a PersonId, Vec<&'a Tie>>,
    assignments: BTreeMap<&'a PersonId, Vec<&'a Assignment>>,
    declarations: BTreeMap<&'a PersonId, Vec<&'a Declaration>>,
    spells: BTreeMap<&'a ActorId, Vec<&'a Spell>>,
    declared_ties: BTreeMap<&'a ActorId, Vec<&'a DeclaredTie>>,
    waivers: BTreeMap<(&'a PersonId, &'a CaseId), Vec<&'a Waiver>>,
    with_kin: BTreeSet<&'a PersonId>,
    in_kin_rows: BTreeSet<&'a PersonId>,
    bodies: BTreeMap<&'a PersonId, &'a OrganisationId>,
}

impl<'a> Facts<'a> {
    /// Indexes a pool and its ties.
    pub fn new(pool: &'a Pool, ties: &'a Ties) -> Self {
        let mut facts = Facts::default();
        for party in pool.parties.values() {
            facts.parties.entry(&party.case).or_default().push(party);
            if let Some(person) = &party.person {
                facts.twins.entry(person).or_default().push(party);
            }
        }
        for assignment in &pool.assignments {
            facts.assignments.entry(&assignment.person).or_default().push(assignment);
        }
        for declaration in &pool.declarations {
            facts.declarations.entry(&declaration.person).or_default().push(declaration);
        }
        for spell in &pool.careers {
            facts.spells.entry(&spell.actor).or_default().push(spell);
        }
        for waiver in &pool.waivers {
            facts.waivers.entry((&waiver.person, &waiver.case)).or_default().push(waiver);
        }
        for tie in &pool.declared_ties {
            facts.declared_ties.entry(&tie.actor).or_default().push(tie);
            facts.declared_ties.entry(&tie.other).or_default().push(tie);
        }
        for person in pool.people.values() {
            if let Some(unit) = pool.units.get(&person.unit) {
                facts.bodies.insert(&person.id, &unit.body);
            }
        }
        facts.index_ties(pool, ties);
        facts.index_kin_on_record(pool);
        facts
    }

    fn index_ties(&mut self, pool: &'a Pool, ties: &'a Ties) {
        let people: BTreeMap<ActorId, &PersonId> = pool.people.keys().map(|id| (ActorId::from(id), id)).collect();
        let parties: BTreeMap<ActorId, &Party> =
            pool.parties.values().map(|party| (ActorId::from(&party.id), party)).collect();
        for tie in ties.all() {
            for (side, other) in [(&tie.a, &tie.b), (&tie.b, &tie.a)] {
                let Some(person) = people.get(side) else { continue };
                if matches!(tie.kind, crate::ties::TieKind::Kin(_)) {
                    self.kin_ties.entry(person).or_default().push(tie);
                }
                if let Some(party) = parties.get(other) {
                    let cases = self.party_ties.entry(person).or_default();
                    cases.entry(&party.case).or_default().push(PartyTie { party, tie });
                }
            }
        }
    }

    fn index_kin_on_record(&mut self, pool: &'a Pool) {
        let named: BTreeSet<&str> = pool.kin.iter().flat_map(|edge| [edge.a.as_str(), edge.b.as_str()]).collect();
        self.in_kin_rows = pool.people.keys().filter(|id| named.contains(id.as_str())).collect();
        let answered: BTreeSet<&PersonId> = pool
            .declarations
            .iter()
            .filter(|declaration| declaration.content == DeclarationContent::None)
            .map(|declaration| &declaration.person)
            .collect();
        self.with_kin = pool.people.keys().filter(|id| named.contains(id.as_str()) || answered.contains(*id)).collect();
    }

    /// The parties of a case, by id.
    pub fn parties(&self, case: &CaseId) -> &[&'a Party] {
        self.parties.get(case).map_or(&[], Vec::as_slice)
    }

    /// The parties, of any case, who are that person.
    pub fn parties_who_are(&self, person: &PersonId) -> &[&'a Party] {
        self.twins.get(person).map_or(&[], Vec::as_slice)
    }

    /// Where a party works by its own record, else, for a person on the roster, the body of the person's unit.
    pub(super) fn stated_organisation(&self, party: &'a Party) -> Option<&'a OrganisationId> {
        party.organisation.as_ref().or_else(|| self.bodies.get(party.person.as_ref()?).copied())
    }

    /// The ties between a person and the parties of a case, kin included.
    pub fn ties_to_case(&self, person: &PersonId, case: &CaseId) -> &[PartyTie<'a>] {
        self.party_ties.get(person).and_then(|cases| cases.get(case)).map_or(&[], Vec::as_slice)
    }

    /// The kin of a person: other people, parties and relatives.
    pub fn kin_of(&self, person: &PersonId) -> &[&'a Tie] {
        self.kin_ties.get(person).map_or(&[], Vec::as_slice)
    }

    /// Current and past service of a person.
    pub fn assignments_of(&self, person: &PersonId) -> &[&'a Assignment] {
        self.assignments.get(person).map_or(&[], Vec::as_slice)
    }

    /// The declarations of a person.
    pub fn declarations_of(&self, person: &PersonId) -> &[&'a Declaration] {
        self.declarations.get(person).map_or(&[], Vec::as_slice)
    }

    /// The career of a person, party or relative.
    pub fn career_of(&self, actor: &ActorId) -> &[&'a Spell] {
        self.spells.get(actor).map_or(&[], Vec::as_slice)
    }

    /// Rows of `declared_ties` of kind interest that name this actor on either side.
    pub fn interests_of(&self, actor: &ActorId) -> impl Iterator<Item = &'a DeclaredTie> {
        self.declared_ties_of(actor).iter().copied().filter(|tie| tie.kind == DeclaredTieKind::Interest)
    }

    /// Rows of `declared_ties` of any kind that name this actor on either side.
    pub fn declared_ties_of(&self, actor: &ActorId) -> &[&'a DeclaredTie] {
        self.declared_ties.get(actor).map_or(&[], Vec::as_slice)
    }

    /// Whether a row of kin or of declared ties names the person.
    pub fn has_ties_on_record(&self, person: &PersonId) -> bool {
        self.in_kin_rows.contains(person) || !self.declared_ties_of(&ActorId::from(person)).is_empty()
    }

    /// The waivers for a person in a case.
    pub fn waivers_of(&self, person: &'a PersonId, case: &'a CaseId) -> &[&'a Waiver] {
        self.waivers.get(&(person, case)).map_or(&[], Vec::as_slice)
    }

    /// Whether a kin row names the person, or the person declared to have nobody to name.
    pub fn has_kin_on_record(&self, person: &PersonId) -> bool {
        self.with_kin.contains(person)
    }
}
