//! The raw tables, found by whom they are about.

use std::collections::{BTreeMap, BTreeSet};

use super::meeting::Crowds;
use crate::id::{ActorId, CaseId, PersonId, SkillName, UnitId};
use crate::pool::{
    Assignment, Declaration, DeclaredTie, Leave, Party, PartyRole, Person, Pool, School, Spell, SpellKind, Waiver,
};

/// The pool's tables by key, each built once.
pub struct Facts<'a> {
    aliases: BTreeMap<ActorId, Vec<ActorId>>,
    with_kin: BTreeSet<&'a ActorId>,
    spells: BTreeMap<&'a ActorId, Vec<&'a Spell>>,
    at_work: Crowds<'a>,
    schools: BTreeMap<&'a ActorId, Vec<&'a School>>,
    at_school: Crowds<'a>,
    declared: BTreeMap<&'a ActorId, Vec<&'a DeclaredTie>>,
    declarations: BTreeMap<&'a PersonId, Vec<&'a Declaration>>,
    parties: BTreeMap<&'a CaseId, Vec<&'a Party>>,
    twins: BTreeMap<&'a PersonId, Vec<&'a Party>>,
    served: BTreeMap<&'a PersonId, Vec<&'a Assignment>>,
    leave: BTreeMap<&'a PersonId, Vec<&'a Leave>>,
    skills: BTreeMap<(&'a PersonId, &'a SkillName), i64>,
    staff: BTreeMap<&'a UnitId, Vec<&'a Person>>,
    waivers: BTreeMap<(PersonId, CaseId), Vec<&'a Waiver>>,
}

impl<'a> Facts<'a> {
    /// Indexes the tables.
    pub fn new(pool: &'a Pool) -> Self {
        let mut skills = BTreeMap::new();
        for skill in &pool.skills {
            let level: &mut i64 = skills.entry((&skill.person, &skill.skill)).or_default();
            *level = skill.level.max(*level);
        }
        let mut declared: BTreeMap<&ActorId, Vec<&DeclaredTie>> = BTreeMap::new();
        for tie in &pool.declared_ties {
            declared.entry(&tie.actor).or_default().push(tie);
            declared.entry(&tie.other).or_default().push(tie);
        }
        let worked = pool.careers.iter().filter(|spell| is_work(spell)).filter_map(|spell| {
            Some((spell.organisation.as_ref()?.as_str(), spell.department.as_deref(), &spell.actor))
        });
        let attended =
            pool.schools.iter().map(|school| (school.school.as_str(), school.major.as_deref(), &school.actor));
        Facts {
            aliases: aliases(pool),
            with_kin: pool.kin.iter().flat_map(|edge| [&edge.a, &edge.b]).collect(),
            spells: by(pool.careers.iter(), |spell| Some(&spell.actor)),
            at_work: Crowds::of(worked),
            schools: by(pool.schools.iter(), |school| Some(&school.actor)),
            at_school: Crowds::of(attended),
            declared,
            declarations: by(pool.declarations.iter(), |declaration| Some(&declaration.person)),
            parties: by(pool.parties.values(), |party| Some(&party.case)),
            twins: by(pool.parties.values(), |party| party.person.as_ref()),
            served: by(pool.assignments.iter(), |served| Some(&served.person)),
            leave: by(pool.leave.iter(), |leave| Some(&leave.person)),
            skills,
            staff: by(pool.people.values(), |person| Some(&person.unit)),
            waivers: by(pool.waivers.iter(), |waiver| Some((waiver.person.clone(), waiver.case.clone()))),
        }
    }

    /// Every id whose records speak of somebody: a person and the parties who are that person are one human being.
    pub fn ids<'f>(&'f self, actor: &'f ActorId) -> &'f [ActorId] {
        self.aliases.get(actor).map_or(std::slice::from_ref(actor), Vec::as_slice)
    }

    /// Whether a kin row names somebody.
    pub fn has_kin(&self, actor: &ActorId) -> bool {
        self.ids(actor).iter().any(|id| self.with_kin.contains(id))
    }

    /// The career of a person, party or relative.
    pub fn spells(&self, actor: &ActorId) -> Vec<&'a Spell> {
        self.ids(actor).iter().flat_map(|id| all(&self.spells, id)).copied().collect()
    }

    /// Actors on record with a working spell in a department of an organisation.
    pub fn people_at_work(&self, organisation: &str, department: Option<&str>) -> i64 {
        self.at_work.size(organisation, department)
    }

    /// Actors on record with a major at a school.
    pub fn people_at_school(&self, school: &str, major: Option<&str>) -> i64 {
        self.at_school.size(school, major)
    }

    /// The schools of a person or party.
    pub fn schools(&self, actor: &ActorId) -> Vec<&'a School> {
        self.ids(actor).iter().flat_map(|id| all(&self.schools, id)).copied().collect()
    }

    /// The declared ties on either side of which somebody stands.
    pub fn declared(&self, actor: &ActorId) -> Vec<&'a DeclaredTie> {
        self.ids(actor).iter().flat_map(|id| all(&self.declared, id)).copied().collect()
    }

    /// What a person declared.
    pub fn declarations(&self, person: &PersonId) -> &[&'a Declaration] {
        all(&self.declarations, person)
    }

    /// The parties of a case.
    pub fn parties(&self, case: &CaseId) -> &[&'a Party] {
        all(&self.parties, case)
    }

    /// The parties, of any case, who are that person.
    pub fn parties_who_are(&self, person: &PersonId) -> &[&'a Party] {
        all(&self.twins, person)
    }

    /// The subjects of a case.
    pub fn subjects(&self, case: &CaseId) -> impl Iterator<Item = &'a Party> {
        self.parties(case).iter().copied().filter(|party| party.role == PartyRole::Subject)
    }

    /// Past and current service on record.
    pub fn served(&self, person: &PersonId) -> &[&'a Assignment] {
        all(&self.served, person)
    }

    /// A person's leave.
    pub fn leave(&self, person: &PersonId) -> &[&'a Leave] {
        all(&self.leave, person)
    }

    /// A person's level in a skill; 0 when none is on record.
    pub fn level(&self, person: &PersonId, skill: &SkillName) -> i64 {
        self.skills.get(&(person, skill)).copied().unwrap_or(0)
    }

    /// The people whom the roster lists in a unit.
    pub fn staff(&self, unit: &UnitId) -> &[&'a Person] {
        all(&self.staff, unit)
    }

    /// The waivers for a person and a case.
    pub fn waivers(&self, person: &PersonId, case: &CaseId) -> &[&'a Waiver] {
        self.waivers.get(&(person.clone(), case.clone())).map_or(&[], Vec::as_slice)
    }
}

/// Whether a spell is work at its organisation: a post, a temporary posting, a secondment or a concurrent post.
pub fn is_work(spell: &Spell) -> bool {
    use SpellKind::{Concurrent, Military, Post, Secondment, Stationed, Study, TemporaryPosting};
    match spell.kind {
        Post | TemporaryPosting | Secondment | Concurrent => true,
        Study | Military | Stationed => false,
    }
}

/// All ids of everybody who has several, by each of them.
fn aliases(pool: &Pool) -> BTreeMap<ActorId, Vec<ActorId>> {
    let mut of_person: BTreeMap<&PersonId, Vec<ActorId>> = BTreeMap::new();
    for (party, person) in pool.parties.values().filter_map(|party| Some((party, party.person.as_ref()?))) {
        of_person.entry(person).or_insert_with(|| vec![person.into()]).push(ActorId::from(&party.id));
    }
    let each = |ids: Vec<ActorId>| ids.clone().into_iter().map(move |id| (id, ids.clone()));
    of_person.into_values().flat_map(each).collect()
}

fn by<'a, T: ?Sized, K: Ord>(
    rows: impl Iterator<Item = &'a T>,
    key: impl Fn(&'a T) -> Option<K>,
) -> BTreeMap<K, Vec<&'a T>> {
    let mut index: BTreeMap<K, Vec<&'a T>> = BTreeMap::new();
    for row in rows {
        if let Some(key) = key(row) {
            index.entry(key).or_default().push(row);
        }
    }
    index
}

fn all<'f, K: Ord, T>(index: &'f BTreeMap<&K, Vec<T>>, key: &K) -> &'f [T] {
    index.get(key).map_or(&[], Vec::as_slice)
}
