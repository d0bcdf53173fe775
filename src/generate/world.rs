//! The pool in the making, with what the stages need to know beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::{Month, month_of};
use super::dice::{Dice, Stage};
use super::geography::{self, Counties};
use super::kinship::Kinship;
use super::organisations::Directory;
use super::place::{Level, Place, PlaceError};
use super::society::{Society, UnitClass};
use super::{Request, place::CaseSpec};
use crate::id::{OrganisationId, PersonId, RegionCode, UnitId};
use crate::pool::Pool;

/// What a stage knows about a unit beyond the pool's record.
#[derive(Debug, Clone)]
pub(super) struct UnitFacts {
    pub id: UnitId,
    pub class: UnitClass,
    pub level: Level,
    /// The region of its commission: a county, or the city itself.
    pub home: RegionCode,
    /// The employer that a career names.
    pub employer: OrganisationId,
    pub size: usize,
}

/// The pool in the making.
#[derive(Debug)]
pub(super) struct World<'a> {
    pub request: &'a Request,
    pub society: Society,
    pub pool: Pool,
    pub counties: Counties,
    pub units: Vec<UnitFacts>,
    pub directory: Directory,
    pub kinship: Kinship,
    /// Staff who are kin of a party, or have a declared tie with one, or are one.
    pub involved: BTreeSet<PersonId>,
}

impl<'a> World<'a> {
    /// A world with geography and nobody in it.
    pub fn new(request: &'a Request) -> Result<Self, PlaceError> {
        let society =
            Society::with(&request.place.society).map_err(|error| PlaceError::Malformed(error.to_string()))?;
        let mut dice = Dice::new(request.seed, Stage::Geography);
        let (gazetteer, counties) = geography::survey(&request.place, &mut dice)?;
        let pool = Pool { gazetteer, ..Pool::default() };
        Ok(World {
            request,
            society,
            pool,
            counties,
            units: Vec::new(),
            directory: Directory::default(),
            kinship: Kinship::default(),
            involved: BTreeSet::new(),
        })
    }

    pub fn place(&self) -> &'a Place {
        &self.request.place
    }

    /// The month in which the roster is written.
    pub fn now(&self) -> Month {
        month_of(self.request.as_of)
    }

    pub fn dice(&self, stage: Stage) -> Dice {
        Dice::new(self.request.seed, stage)
    }

    /// The open cases that the place lists, those of each county one by one.
    pub fn listed_cases(&self) -> Vec<CaseSpec> {
        let listed = self.place().case_specs.iter();
        let cases = listed.flat_map(|spec| match spec.each_county {
            true => {
                let next = self.counties.keys().cycle().skip(1);
                self.counties.keys().zip(next).map(|(county, next)| spec.of_county(county, next)).collect()
            }
            false => vec![spec.clone()],
        });
        cases.collect()
    }

    /// The open cases to invent, the place's list going round, each with the number of the round.
    pub fn case_specs(&self) -> Vec<(usize, CaseSpec)> {
        let listed = self.listed_cases();
        let rounds = (0..self.request.cases).map(|index| index / listed.len().max(1));
        rounds.zip(listed.iter().cycle().cloned()).collect()
    }

    /// Facts of units by id.
    pub fn facts(&self) -> BTreeMap<UnitId, UnitFacts> {
        self.units.iter().map(|unit| (unit.id.clone(), unit.clone())).collect()
    }

    /// The finished pool, every table in its natural order.
    pub fn finish(mut self) -> Pool {
        self.kinship.hand_over(&mut self.pool);
        // Who became kin of a party later may have taken the family's name.
        for party in self.pool.parties.values_mut() {
            if let Some(person) = party.person.as_ref().and_then(|person| self.pool.people.get(person)) {
                party.name = Some(person.name.clone());
            }
        }
        self.pool.careers.sort();
        self.pool.schools.sort();
        self.pool.kin.sort();
        self.pool.declared_ties.sort();
        self.pool.declarations.sort();
        self.pool.skills.sort();
        self.pool.assignments.sort();
        self.pool.requests.sort();
        // Two lines may ask for the same in a crowd; the table holds it once.
        self.pool.requests.dedup();
        self.pool.duties.sort();
        self.pool.rates.sort();
        self.pool.leave.sort();
        self.pool.demands.sort();
        self.pool.organisation_aliases.sort();
        self.pool
    }
}
