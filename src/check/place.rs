//! Where people and cases stand: counties, own staff, drawn people, unit filters.

use super::Judge;
use crate::id::{OrganisationId, RegionCode};
use crate::plan::Assignment;
use crate::policy::{Role, UnitFilter};
use crate::pool::{Case, Person, Unit, UnitKind};

impl<'a> Judge<'a> {
    /// The county that a region is or lies in, else the prefecture, else what is lowest above.
    pub fn county(&self, region: &'a RegionCode) -> &'a RegionCode {
        self.pool.gazetteer.county_of(region)
    }

    /// The county of a person's unit.
    pub fn county_of_work(&self, person: &Person) -> Option<&'a RegionCode> {
        Some(self.county(&self.pool.units.get(&person.unit)?.region))
    }

    /// The county of an organisation.
    pub fn county_of_organisation(&self, organisation: &OrganisationId) -> Option<&'a RegionCode> {
        Some(self.county(self.pool.organisations.get(organisation)?.region.as_ref()?))
    }

    /// Whether a person is of the handling commission's own staff.
    pub fn is_own(&self, person: &Person, case: &Case) -> bool {
        let own = |unit: &Unit| unit.body == case.body && matches!(unit.kind, UnitKind::Room | UnitKind::Stationed);
        self.pool.units.get(&person.unit).is_some_and(own)
    }

    /// Whether serving in `role` draws a person from another unit than the case's lead room.
    pub fn is_drawn(&self, person: &Person, case: &Case, role: &Role) -> bool {
        case.lead_unit.as_ref() != Some(&person.unit) && !role.by_office
    }

    /// Whether the assignment draws its person, by the facts rather than by what the plan states.
    pub fn draws(&self, assignment: &Assignment) -> bool {
        let drawn = || {
            let person = self.pool.people.get(&assignment.person)?;
            let case = self.pool.cases.get(&assignment.case)?;
            let role = self.policy.templates.get(&case.template)?.role(&assignment.role)?;
            Some(self.is_drawn(person, case, role))
        };
        drawn().unwrap_or(assignment.drawn)
    }

    /// Whether a filter takes a person for a case.
    pub fn takes(&self, filter: &UnitFilter, person: &Person, case: &Case) -> bool {
        let Some(unit) = self.pool.units.get(&person.unit) else { return false };
        let lead = case.lead_unit.as_ref();
        let linked = |region: &RegionCode| {
            let links = lead.and_then(|lead| self.pool.units.get(lead)).map(|lead| lead.linked_regions.as_slice());
            links.unwrap_or_default().iter().any(|outer| self.pool.gazetteer.is_within(region, outer))
        };
        (filter.kinds.is_empty() || filter.kinds.contains(&unit.kind))
            && (filter.functions.is_empty() || unit.function.is_some_and(|it| filter.functions.contains(&it)))
            && (filter.positions.is_empty() || filter.positions.contains(&person.position))
            && (!filter.same_sector || unit.sectors.iter().any(|sector| case.sectors.contains(sector)))
            && (!filter.lead_unit || lead == Some(&unit.id))
            && (!filter.own || self.is_own(person, case))
            && (!filter.linked_region || linked(&unit.region))
    }
}
