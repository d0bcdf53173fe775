//! One name in two tables, where nothing says whether it is one human being: kin and service join by ids alone.

use std::collections::{BTreeMap, BTreeSet};

use super::{Checks, Place};
use crate::diag::{Text, codes};
use crate::id::{OrganisationId, PersonId, UnitId};
use crate::pool::read::Column;
use crate::pool::read::tables::{parties, people, relatives};
use crate::pool::{PartialDate, Party, Person, Relative};

pub(super) fn check(checks: &mut Checks) {
    twice(checks);
    let people = People::of(checks);
    let parties = checks.reading::<parties::Parties>(&[&parties::NAME, &parties::PERSON, &parties::ORGANISATION]);
    let open = |party: &Party| checks.pool.cases.get(&party.case).is_some_and(|case| case.open);
    let strangers: Vec<(Place, &Party)> =
        parties.into_iter().filter(|(_, party)| party.person.is_none() && open(party)).collect();
    let mut named: BTreeMap<&str, Vec<&Party>> = BTreeMap::new();
    for (place, party) in &strangers {
        let Some(name) = &party.name else { continue };
        named.entry(name).or_default().push(party);
        for person in people.namesakes(name, party.organisation.as_ref()) {
            let hint = Text::new(
                "是同一人的，在“对应人员”列填写其编号；不是的不必改动。",
                "If it is the same human being, fill in the person column; if not, nothing is to be done.",
            );
            warn(checks, *place, &parties::NAME, name, &one_of("人员", "person", person.id.as_str()), hint);
        }
    }
    for (place, party) in &strangers {
        let Some(name) = &party.name else { continue };
        for other in named.get(name.as_str()).into_iter().flatten().filter(|other| other.id > party.id) {
            if may_be_one(party.organisation.as_ref(), other.organisation.as_ref()) {
                let hint = Text::new(
                    "是同一人的，其履历、亲属和申报的关系在两个编号之下都要登记；不是的不必改动。",
                    "If it is the same human being, enter career, kin and declared ties under both ids; if not, nothing is to be done.",
                );
                warn(checks, *place, &parties::NAME, name, &one_of("涉案人员", "party", other.id.as_str()), hint);
            }
        }
    }
    for (place, relative) in checks.reading::<relatives::Relatives>(&[&relatives::NAME, &relatives::ORGANISATION]) {
        let Relative { name: Some(name), organisation, .. } = relative else { continue };
        let hint = || {
            Text::new(
                "是同一人的，在亲属关系表中改用对方的编号，并删去此行；不是的不必改动。",
                "If it is the same human being, use the other id in the kin table and remove this row; if not, nothing is to be done.",
            )
        };
        for party in named.get(name.as_str()).into_iter().flatten() {
            if may_be_one(organisation.as_ref(), party.organisation.as_ref()) {
                warn(checks, place, &relatives::NAME, name, &one_of("涉案人员", "party", party.id.as_str()), hint());
            }
        }
        // Names are few and relatives many: of people on the roster only those who work at the same place are named.
        for person in people.namesakes(name, organisation.as_ref()).filter(|_| organisation.is_some()) {
            warn(checks, place, &relatives::NAME, name, &one_of("人员", "person", person.id.as_str()), hint());
        }
    }
}

/// People of one name, one date of birth and one unit: the second row may be the first one again, with an id of its own
/// to which none of the first one's ties lead.
fn twice(checks: &mut Checks) {
    let mut first: BTreeMap<(&str, PartialDate, &UnitId), &PersonId> = BTreeMap::new();
    for (place, person) in checks.reading::<people::People>(&[&people::NAME, &people::BORN, &people::UNIT]) {
        let Some(born) = person.born else { continue };
        let Some(other) = first.insert((&person.name, born, &person.unit), &person.id) else { continue };
        checks.warning(
            codes::W0519,
            place.cell(&people::NAME, &person.name),
            Text::new(
                format!("与 {other} 姓名、出生时间和单位都相同；按两个人筛查"),
                format!("has the name, the date of birth and the unit of {other}; both are screened apart"),
            ),
            Text::new(
                "是同一人的，删去一行，其他表改用留下的编号；不是的不必改动。",
                "If it is the same human being, remove one row and use the id that stays in the other tables; if not, nothing is to be done.",
            ),
        );
    }
}

/// The people on the roster by name, with the organisations where they work.
struct People<'a> {
    by_name: BTreeMap<&'a str, Vec<&'a Person>>,
    at: BTreeMap<&'a PersonId, BTreeSet<&'a OrganisationId>>,
}

impl<'a> People<'a> {
    fn of(checks: &Checks<'a>) -> Self {
        let pool = checks.pool;
        let mut people = People { by_name: BTreeMap::new(), at: BTreeMap::new() };
        for person in pool.people.values() {
            people.by_name.entry(&person.name).or_default().push(person);
            let unit = pool.units.get(&person.unit);
            let places = people.at.entry(&person.id).or_default();
            places.extend(unit.map(|unit| &unit.body));
            places.extend(unit.and_then(|unit| unit.host.as_ref()));
        }
        let posts = pool.careers.iter().filter(|spell| spell.kind.is_work() && spell.period.may_contain(checks.as_of));
        for spell in posts {
            let Some((person, _)) = pool.people.get_key_value(&PersonId::new(spell.actor.as_str())) else { continue };
            people.at.entry(person).or_default().extend(&spell.organisation);
        }
        people
    }

    /// The people of a name who are not known to work elsewhere.
    fn namesakes<'s>(
        &'s self,
        name: &str,
        organisation: Option<&'s OrganisationId>,
    ) -> impl Iterator<Item = &'a Person> + use<'s, 'a> {
        let bearers = self.by_name.get(name).into_iter().flatten().copied();
        let at = move |person: &Person, place| self.at.get(&person.id).is_some_and(|places| places.contains(place));
        bearers.filter(move |person| organisation.is_none_or(|place| at(person, place)))
    }
}

/// Whether two workplaces may be one.
fn may_be_one(a: Option<&OrganisationId>, b: Option<&OrganisationId>) -> bool {
    a.is_none() || b.is_none() || a == b
}

fn one_of(zh: &str, en: &str, id: &str) -> Text {
    Text::new(format!("{zh} {id}"), format!("{en} {id}"))
}

fn warn(checks: &mut Checks, place: Place, column: &Column, name: &str, other: &Text, hint: Text) {
    let cause = Text::new(
        format!("与{} 同名，未登记为同一人；按两个人筛查", other.zh),
        format!("bears the name of {} and is not on record as the same: both are screened apart", other.en),
    );
    checks.warning(codes::W0513, place.cell(column, name), cause, hint);
}
