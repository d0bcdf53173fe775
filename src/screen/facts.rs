//! The facts that rules ask for again and again, indexed once.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{ActorId, CaseId, OrganisationId, PersonId};
use crate::pool::{Assignment, Declaration, DeclarationContent, DeclaredTie, Party, Pool, Spell, Unit, Waiver};
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
    /// The ids of each human being who has several: the person's, then those of the parties.
    ids: BTreeMap<ActorId, Vec<ActorId>>,
    party_ties: BTreeMap<&'a PersonId, BTreeMap<&'a CaseId, Vec<PartyTie<'a>>>>,
    kin_ties: BTreeMap<&'a PersonId, Vec<&'a Tie>>,
    assignments: BTreeMap<&'a PersonId, Vec<&'a Assignment>>,
    declarations: BTreeMap<&'a PersonId, Vec<&'a Declaration>>,
    spells: BTreeMap<&'a ActorId, Vec<&'a Spell>>,
    declared_ties: BTreeMap<&'a ActorId, Vec<&'a DeclaredTie>>,
    waivers: BTreeMap<(&'a PersonId, &'a CaseId), Vec<&'a Waiver>>,
    with_kin: BTreeSet<&'a PersonId>,
    in_kin_rows: BTreeSet<&'a PersonId>,
    units: BTreeMap<&'a PersonId, &'a Unit>,
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
                facts.units.insert(&person.id, unit);
            }
        }
        for (person, parties) in &facts.twins {
            let ids =
                std::iter::once(ActorId::from(*person)).chain(parties.iter().map(|party| ActorId::from(&party.id)));
            let ids: Vec<ActorId> = ids.collect();
            facts.ids.extend(ids.iter().map(|id| (id.clone(), ids.clone())));
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
        let ids = |id: &PersonId| self.ids_of(&ActorId::from(id)).to_vec();
        let in_rows = |id: &&PersonId| ids(id).iter().any(|id| named.contains(id.as_str()));
        let in_kin_rows: BTreeSet<&PersonId> = pool.people.keys().filter(in_rows).collect();
        let answered: BTreeSet<&PersonId> = pool
            .declarations
            .iter()
            .filter(|declaration| declaration.content == DeclarationContent::None)
            .map(|declaration| &declaration.person)
            .collect();
        self.with_kin = in_kin_rows.union(&answered).copied().filter(|id| pool.people.contains_key(*id)).collect();
        self.in_kin_rows = in_kin_rows;
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
        party.organisation.as_ref().or_else(|| Some(&self.units.get(party.person.as_ref()?)?.body))
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

    /// All ids of the human being who bears this one: a person on the roster bears those of the parties who the person
    /// is, and what is entered under one of them is told of the person.
    pub fn ids_of<'f>(&'f self, actor: &'f ActorId) -> &'f [ActorId] {
        self.ids.get(actor).map_or(std::slice::from_ref(actor), Vec::as_slice)
    }

    /// The unit on whose establishment a person is.
    pub(super) fn unit_of(&self, person: &PersonId) -> Option<&'a Unit> {
        self.units.get(person).copied()
    }

    /// The career of a person, party or relative.
    pub fn career_of(&self, actor: &ActorId) -> Vec<&'a Spell> {
        self.ids_of(actor).iter().flat_map(|id| self.spells.get(id)).flatten().copied().collect()
    }

    /// Rows of `declared_ties` of any kind that name this actor on either side.
    pub fn declared_ties_of(&self, actor: &ActorId) -> Vec<&'a DeclaredTie> {
        self.ids_of(actor).iter().flat_map(|id| self.declared_ties.get(id)).flatten().copied().collect()
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
