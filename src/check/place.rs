//! Where people and cases stand: counties, own staff, drawn people, unit filters.

use super::Judge;
use crate::geo::RegionLevel;
use crate::id::{OrganisationId, PersonId, RegionCode};
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

    /// Whether an organisation stands under another, at once or through others. No line is longer than the table.
    pub fn stands_under(&self, organ: &OrganisationId, other: &OrganisationId) -> bool {
        let mut here = organ;
        for _ in 0..self.pool.organisations.len() {
            match self.pool.organisations.get(here).and_then(|it| it.parent.as_ref()) {
                Some(above) if above == other => return true,
                Some(above) => here = above,
                None => return false,
            }
        }
        false
    }

    /// Whether a person is of the handling commission's own staff.
    pub fn is_own(&self, person: &Person, case: &Case) -> bool {
        let of_a_commission = |unit: &Unit| matches!(unit.kind, UnitKind::Room | UnitKind::Stationed | UnitKind::Local);
        let own = |unit: &Unit| unit.body == case.body && of_a_commission(unit);
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
            && !(filter.local_linked && unit.kind == UnitKind::Local && !linked(&unit.region))
            && !unit.function.is_some_and(|it| filter.except_functions.contains(&it))
            && (!filter.same_leader || lead == Some(&unit.id) || self.is_under_the_same_leader(unit, case))
            && (!filter.in_charge || self.leader_in_charge(case) == Some(&person.id))
            && filter.levels_below.is_none_or(|most| self.is_at_most_so_far_below(most, unit, case))
    }

    /// How many choices come before the assigned person's, in the first role and in the second; choices that lean on a
    /// lead room or leader of which nothing is on record are skipped.
    pub fn beyond_first_choice(&self, assignment: &Assignment) -> i64 {
        let Some(person) = self.pool.people.get(&assignment.person) else { return 0 };
        let Some(case) = self.pool.cases.get(&assignment.case) else { return 0 };
        let Some(template) = self.policy.templates.get(&case.template) else { return 0 };
        let mut beyond = 0;
        for role in [Some(&assignment.role), assignment.also.as_ref()].into_iter().flatten() {
            for filter in template.role(role).map_or(&[][..], |role| &role.prefer) {
                let no_room = filter.lead_unit && case.lead_unit.is_none();
                let no_leader = (filter.same_leader || filter.in_charge) && self.leader_in_charge(case).is_none();
                if no_room || no_leader {
                    continue;
                }
                if self.takes(filter, person, case) {
                    break;
                }
                beyond += 1;
            }
        }
        beyond
    }

    /// The leader in charge of the case's lead room.
    fn leader_in_charge(&self, case: &Case) -> Option<&'a PersonId> {
        self.pool.units.get(case.lead_unit.as_ref()?)?.leader.as_ref()
    }

    fn is_under_the_same_leader(&self, unit: &Unit, case: &Case) -> bool {
        let leader = self.leader_in_charge(case);
        unit.kind == UnitKind::Room && leader.is_some() && unit.leader.as_ref() == leader
    }

    /// Counts the steps from the handling commission down to the one that the unit belongs to.
    fn is_at_most_so_far_below(&self, most: i64, unit: &Unit, case: &Case) -> bool {
        const DOWN: [RegionLevel; 4] =
            [RegionLevel::Province, RegionLevel::Prefecture, RegionLevel::County, RegionLevel::Township];
        let depth = |region: &RegionCode| {
            let level = self.pool.gazetteer.level(region);
            crate::check::count(DOWN.iter().take_while(|higher| **higher != level))
        };
        let seat = |body: &OrganisationId| self.pool.organisations.get(body).and_then(|body| body.region.as_ref());
        let sender = seat(&unit.body).unwrap_or(&unit.region);
        seat(&case.body).is_none_or(|commission| depth(sender) <= depth(commission) + most)
    }
}
