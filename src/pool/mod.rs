//! The talent pool and everything on record around it: people, units, organisations, regions, careers, schools,
//! kin, skills, cases, parties and decisions. Plain data, sorted by id; it knows no rule and never reads the clock.

mod calendar;
mod case;
mod ladder;
mod people;
mod place;
pub mod read;
mod record;
pub mod skill;
pub mod validate;
pub mod write;

pub use crate::id::{ActorId, CaseId, OrganisationId, PartyId, PersonId, RegionCode, SkillName, UnitId};
pub use calendar::{PartialDate, Period, days_between};
pub use case::{Assignment, Case, CaseStage, Demand, Party, PartyRole, Pin, PinKind, Request, RequestOutcome, Waiver};
pub use ladder::{Clearance, Position, Rank, Sex};
pub use people::{Exemption, Person, PoolMembership, TITLES};
pub use place::{Organisation, OrganisationAlias, Unit, UnitFunction, UnitKind};
pub use record::{
    Declaration, DeclarationContent, DeclarationScope, DeclaredTie, DeclaredTieKind, Duty, KinEdge, KinKind, Leave,
    ParentKind, Rate, RateKind, Relative, School, Skill, Spell, SpellKind,
};

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::geo::Gazetteer;

/// Everything a roster folder says, each table sorted by id or by its natural key, never in file order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pool {
    /// People of the talent pool and the other staff of its units.
    pub people: BTreeMap<PersonId, Person>,
    /// Rooms, stationed groups, local commissions and external bodies.
    pub units: BTreeMap<UnitId, Unit>,
    /// Organisations that people worked in and that units belong to or are stationed at.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    /// Other and former names of organisations.
    pub organisation_aliases: Vec<OrganisationAlias>,
    /// Regions, coordinates and adjacency.
    pub gazetteer: Gazetteer,
    /// Career spells of people, parties and relatives.
    pub careers: Vec<Spell>,
    /// Schools attended by people and parties.
    pub schools: Vec<School>,
    /// Relatives who are neither in the pool nor parties.
    pub relatives: BTreeMap<ActorId, Relative>,
    /// Primitive kin edges and declared kin terms.
    pub kin: Vec<KinEdge>,
    /// Ties that somebody declared: friend, grudge, loan and the like.
    pub declared_ties: Vec<DeclaredTie>,
    /// Who declared what and when, "none" included.
    pub declarations: Vec<Declaration>,
    /// Verified skills with level and evidence.
    pub skills: Vec<Skill>,
    /// Cases, open and closed.
    pub cases: BTreeMap<CaseId, Case>,
    /// Subjects, informants, witnesses and interested parties.
    pub parties: BTreeMap<PartyId, Party>,
    /// Demands that override a template.
    pub demands: Vec<Demand>,
    /// Current and past service in cases.
    pub assignments: Vec<Assignment>,
    /// Loans asked for, granted and refused.
    pub requests: Vec<Request>,
    /// Routine work of units.
    pub duties: Vec<Duty>,
    /// Allowances and travel rates.
    pub rates: Vec<Rate>,
    /// Leave, dates only, no reason.
    pub leave: Vec<Leave>,
    /// Waivers of a review verdict.
    pub waivers: Vec<Waiver>,
    /// Persons pinned to or banned from a case.
    pub pins: Vec<Pin>,
}

impl Pool {
    /// The people on the roster of `unit`, by id.
    pub fn staff_of<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a Person> {
        self.people.values().filter(move |person| person.unit == *unit)
    }

    /// Whether somebody's service in a case is on record that lasts until `as_of` or longer.
    pub fn serves_in(&self, person: &PersonId, case: &CaseId, as_of: Date) -> bool {
        self.service_of(person).any(|service| service.case == *case && as_of <= service.to)
    }

    /// Current and past service of `person`.
    pub fn service_of<'a>(&'a self, person: &'a PersonId) -> impl Iterator<Item = &'a Assignment> {
        let from = self.assignments.partition_point(|service| service.person < *person);
        self.assignments[from..].iter().take_while(move |service| service.person == *person)
    }

    /// Leave of `person`.
    pub fn leave_of<'a>(&'a self, person: &'a PersonId) -> impl Iterator<Item = &'a Leave> {
        let from = self.leave.partition_point(|leave| leave.person < *person);
        self.leave[from..].iter().take_while(move |leave| leave.person == *person)
    }

    /// First and last days of the leave of `person` that falls between two days, these included; rows that meet or
    /// overlap are one leave.
    pub fn leave_within(&self, person: &PersonId, from: Date, to: Date) -> Vec<(Date, Date)> {
        let within = self.leave_of(person).map(|leave| (leave.from.max(from), leave.to.min(to)));
        let mut within: Vec<(Date, Date)> = within.filter(|(first, last)| first <= last).collect();
        within.sort();
        let mut united: Vec<(Date, Date)> = Vec::new();
        for (first, last) in within {
            match united.last_mut() {
                Some((_, end)) if days_between(*end, first) <= 2 => *end = last.max(*end),
                _ => united.push((first, last)),
            }
        }
        united
    }

    /// The parties of `case`, by id.
    pub fn parties_of<'a>(&'a self, case: &'a CaseId) -> impl Iterator<Item = &'a Party> {
        self.parties.values().filter(move |party| party.case == *case)
    }
}
