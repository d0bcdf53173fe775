//! A pool of few rows, built in code: what tests of ties and screening start from.

use evenhand::geo::Region;
use evenhand::id::{ActorId, OrganisationId, RegionCode};
use evenhand::pool::{
    Assignment, Case, CaseStage, Clearance, Declaration, DeclarationScope, DeclaredTie, DeclaredTieKind, KinKind,
    Organisation, PartialDate, Party, PartyRole, Period, Person, Pool, Relative, School, Spell, Unit, UnitKind,
};
use jiff::civil::{Date, date};

use super::records;

/// The day on which these tests judge.
pub const TODAY: Date = date(2026, 11, 20);

/// A county with two townships, a second county, a commission with a room and a group stationed at a bureau, and one
/// open case without parties.
pub fn village() -> Pool {
    let mut pool = Pool::default();
    for (code, parent, name) in [
        ("430400", None, "衡阳市"),
        ("430422", Some("430400"), "衡南县"),
        ("430426", Some("430400"), "祁东县"),
        ("430422101", Some("430422"), "云集镇"),
        ("430422102", Some("430422"), "向阳桥街道"),
    ] {
        let code = RegionCode::from(code);
        let region =
            Region { code: code.clone(), name: name.to_string(), parent: parent.map(RegionCode::from), seat: None };
        pool.gazetteer.regions.insert(code, region);
    }
    organisation(&mut pool, "commission", "市纪委监委", "430400");
    organisation(&mut pool, "bureau", "衡南县教育局", "430422");
    unit(&mut pool, "room", UnitKind::Room, None);
    unit(&mut pool, "group", UnitKind::Stationed, Some("bureau"));
    let case = Case {
        clearance: Clearance::None,
        sessions: Some(1),
        ..records::case("c1", "filed", "commission", "430422", (date(2026, 12, 1), date(2027, 2, 28)))
    };
    pool.cases.insert(case.id.clone(), case);
    pool
}

/// Adds an organisation.
pub fn organisation(pool: &mut Pool, id: &str, name: &str, region: &str) {
    let organisation = Organisation { name: name.to_string(), ..records::organisation(id, Some(region)) };
    pool.organisations.insert(organisation.id.clone(), organisation);
}

fn unit(pool: &mut Pool, id: &str, kind: UnitKind, host: Option<&str>) {
    let unit = Unit {
        name: if kind == UnitKind::Stationed { "驻教育局纪检监察组" } else { "第一纪检监察室" }.to_string(),
        host: host.map(OrganisationId::from),
        ..records::unit(id, kind, "commission", "430400")
    };
    pool.units.insert(unit.id.clone(), unit);
}

/// Adds a person of the room who declared this year, grew up in the other county and is a soldier.
pub fn person<'a>(pool: &'a mut Pool, id: &str) -> &'a mut Person {
    declared(pool, id, DeclarationScope::General, TODAY);
    let person =
        Person { name: format!("张{id}"), grew_up: Some(RegionCode::from("430426")), ..records::person(id, "room") };
    if !pool.people.contains_key(&person.id) {
        pool.careers.push(records::soldier(id));
    }
    pool.people.entry(person.id.clone()).or_insert(person)
}

/// Adds a party of the case, about whom nothing else is known than that a subject was a soldier and works at an office
/// that nobody else has anything to do with.
pub fn party<'a>(pool: &'a mut Pool, id: &str, role: PartyRole) -> &'a mut Party {
    let organisation = (role == PartyRole::Subject).then(|| OrganisationId::from("office"));
    let party = Party { organisation, ..records::party(id, "c1", role) };
    if role == PartyRole::Subject && !pool.parties.contains_key(&party.id) {
        pool.careers.push(records::soldier(id));
    }
    pool.parties.entry(party.id.clone()).or_insert(party)
}

/// Adds a declaration of none.
pub fn declared(pool: &mut Pool, person: &str, scope: DeclarationScope, date: Date) {
    pool.declarations.push(Declaration { scope, ..records::declaration(person, date) });
}

/// A date known to the day.
pub fn on(date: Date) -> PartialDate {
    PartialDate::from(date)
}

/// Adds a post at an organisation, before the times as a soldier and after all other posts; `to` may be open.
pub fn served<'a>(pool: &'a mut Pool, who: &str, place: &str, from: Date, to: Option<Date>) -> &'a mut Spell {
    let period = Period { from: on(from), to: to.map(on) };
    let spell = Spell { department: Some("办公室".to_string()), ..records::post(who, place, period) };
    let soldiers = pool.careers.iter().rev().take_while(|spell| **spell == records::soldier(spell.actor.as_str()));
    let index = pool.careers.len() - soldiers.count();
    pool.careers.insert(index, spell);
    &mut pool.careers[index]
}

/// Adds years at a school.
pub fn attended(pool: &mut Pool, who: &str, school: &str, major: Option<&str>, from: Date, to: Date) {
    pool.schools.push(School {
        actor: ActorId::from(who),
        school: school.to_string(),
        major: major.map(str::to_string),
        period: Period { from: on(from), to: Some(on(to)) },
    });
}

/// Adds a parent row by birth.
pub fn parent(pool: &mut Pool, parent: &str, child: &str) {
    pool.kin.push(records::parent(parent, child));
}

/// Adds a kin row.
pub fn kin(pool: &mut Pool, a: &str, b: &str, kind: KinKind) {
    pool.kin.push(records::kin(a, b, kind));
}

/// Adds a relative who works, or leads, somewhere.
pub fn relative(pool: &mut Pool, id: &str, organisation: &str, leading: bool) {
    let id = ActorId::from(id);
    let organisation = Some(OrganisationId::from(organisation));
    pool.relatives.insert(id.clone(), Relative { id, name: None, organisation, leading });
}

/// Adds a declared tie that lasts.
pub fn tied<'a>(pool: &'a mut Pool, who: &str, other: &str, kind: DeclaredTieKind) -> &'a mut DeclaredTie {
    pool.declared_ties.push(records::declared(who, other, kind));
    pool.declared_ties.last_mut().unwrap()
}

/// Adds service in a case.
pub fn handled(pool: &mut Pool, who: &str, case: &str, stage: Option<CaseStage>, from: Date, to: Date) {
    pool.assignments.push(Assignment { stage, ..records::service(who, case, "member", (from, to)) });
}
