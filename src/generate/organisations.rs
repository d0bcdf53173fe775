//! Organisations of a place, and who may be looked up where.

use std::collections::BTreeMap;

use super::place::{AliasSpec, Level};
use super::world::World;
use crate::id::{OrganisationId, RegionCode};
use crate::pool::{Organisation, OrganisationAlias, PartialDate};

/// Organisations by where they are and what they are, for careers and cases.
#[derive(Debug, Default)]
pub(super) struct Directory {
    /// Bureaus, courts, enterprises of a county or the city.
    pub bureaus: BTreeMap<RegionCode, Vec<OrganisationId>>,
    /// Township offices by county.
    pub townships: BTreeMap<RegionCode, Vec<OrganisationId>>,
    /// The forces.
    pub military: Vec<OrganisationId>,
    /// The level of each region that has bureaus.
    pub levels: BTreeMap<RegionCode, Level>,
}

impl Directory {
    /// The organisation that a place file calls `region/key`, or by a township's code.
    pub fn id(reference: &str) -> OrganisationId {
        OrganisationId::new(format!("o-{}", reference.replace('/', "-")))
    }
}

/// Adds an organisation, of `region` if it has one.
pub(super) fn register(
    world: &mut World<'_>,
    reference: &str,
    name: String,
    parent: Option<&OrganisationId>,
    region: Option<&RegionCode>,
) -> OrganisationId {
    let id = Directory::id(reference);
    let organisation = Organisation { id: id.clone(), name, parent: parent.cloned(), region: region.cloned() };
    world.pool.organisations.entry(id.clone()).or_insert(organisation);
    id
}

/// Adds other and former names; a month that cannot be read is left open.
pub(super) fn alias(world: &mut World<'_>, organisation: &OrganisationId, county: &str, specs: &[AliasSpec]) {
    for spec in specs {
        world.pool.organisation_aliases.push(OrganisationAlias {
            name: spec.name.replace("{county}", county),
            organisation: organisation.clone(),
            from: spec.from.as_deref().and_then(year_month),
            to: spec.to.as_deref().and_then(year_month),
        });
    }
}

fn year_month(text: &str) -> Option<PartialDate> {
    let (year, month) = text.split_once('-')?;
    PartialDate::month(year.parse().ok()?, month.parse().ok()?)
}
