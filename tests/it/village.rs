//! A pool of few rows, built in code: what tests of ties and screening start from.

use evenhand::geo::Region;
use evenhand::id::{ActorId, CaseId, OrganisationId, PartyId, PersonId, RegionCode, UnitId};
use evenhand::pool::{
    Assignment, Case, CaseStage, Clearance, Declaration, DeclarationContent, DeclarationScope, DeclaredTie,
    DeclaredTieKind, KinEdge, KinKind, Organisation, ParentKind, PartialDate, Party, PartyRole, Period, Person, Pool,
    PoolMembership, Position, Relative, School, Spell, SpellKind, Unit, UnitKind,
};
use jiff::civil::{Date, date};

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
        id: CaseId::from("c1"),
        template: "filed".to_string(),
        priority: 1,
        stage: CaseStage::Filed,
        region: RegionCode::from("430422"),
        body: OrganisationId::from("commission"),
        lead_unit: None,
        from: date(2026, 12, 1),
        to: date(2027, 2, 28),
        clearance: Clearance::None,
        sectors: Vec::new(),
        sessions: 1,
        female_search: false,
        open: true,
        jurisdiction_document: None,
    };
    pool.cases.insert(case.id.clone(), case);
    pool
}

/// Adds an organisation.
pub fn organisation(pool: &mut Pool, id: &str, name: &str, region: &str) {
    let id = OrganisationId::from(id);
    let name = name.to_string();
    let region = Some(RegionCode::from(region));
    pool.organisations.insert(id.clone(), Organisation { id, name, parent: None, region });
}

fn unit(pool: &mut Pool, id: &str, kind: UnitKind, host: Option<&str>) {
    let unit = Unit {
        id: UnitId::from(id),
        name: if kind == UnitKind::Stationed { "驻教育局纪检监察组" } else { "第一纪检监察室" }.to_string(),
        kind,
        function: None,
        body: OrganisationId::from("commission"),
        host: host.map(OrganisationId::from),
        region: RegionCode::from("430400"),
        sectors: Vec::new(),
        linked_regions: Vec::new(),
        zone: None,
        leader: None,
        strength: None,
    };
    pool.units.insert(unit.id.clone(), unit);
}

/// Adds a person of the room who declared this year and grew up in the other county.
pub fn person<'a>(pool: &'a mut Pool, id: &str) -> &'a mut Person {
    declared(pool, id, DeclarationScope::General, TODAY);
    let person = Person {
        id: PersonId::from(id),
        name: format!("张{id}"),
        sex: None,
        born: None,
        native_place: None,
        grew_up: Some(RegionCode::from("430426")),
        unit: UnitId::from("room"),
        post: None,
        position: Position::Staff,
        rank: None,
        post_since: None,
        pools: PoolMembership::default(),
        entered: None,
        clearance: Clearance::Secret,
        availability: 1000,
        left: None,
        exemptions: Vec::new(),
    };
    pool.people.entry(person.id.clone()).or_insert(person)
}

/// Adds a party of the case, about whom nothing else is known.
pub fn party<'a>(pool: &'a mut Pool, id: &str, role: PartyRole) -> &'a mut Party {
    let party = Party {
        id: PartyId::from(id),
        case: CaseId::from("c1"),
        role,
        name: None,
        person: None,
        organisation: None,
        department: None,
        post: None,
        leadership: false,
        grew_up: None,
    };
    pool.parties.entry(party.id.clone()).or_insert(party)
}

/// Adds a declaration of none.
pub fn declared(pool: &mut Pool, person: &str, scope: DeclarationScope, date: Date) {
    let person = PersonId::from(person);
    pool.declarations.push(Declaration { person, scope, date, content: DeclarationContent::None });
}

/// A date known to the day.
pub fn on(date: Date) -> PartialDate {
    PartialDate::from(date)
}

/// Adds a post at an organisation; `to` may be open.
pub fn served<'a>(pool: &'a mut Pool, who: &str, place: &str, from: Date, to: Option<Date>) -> &'a mut Spell {
    pool.careers.push(Spell {
        actor: ActorId::from(who),
        period: Period { from: on(from), to: to.map(on) },
        organisation: Some(OrganisationId::from(place)),
        organisation_text: place.to_string(),
        department: Some("办公室".to_string()),
        post: None,
        position: None,
        rank: None,
        kind: SpellKind::Post,
    });
    pool.careers.last_mut().unwrap()
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
    kin(pool, parent, child, KinKind::Parent(ParentKind::Birth));
}

/// Adds a kin row.
pub fn kin(pool: &mut Pool, a: &str, b: &str, kind: KinKind) {
    pool.kin.push(KinEdge { a: ActorId::from(a), b: ActorId::from(b), kind });
}

/// Adds a relative who works, or leads, somewhere.
pub fn relative(pool: &mut Pool, id: &str, organisation: &str, leading: bool) {
    let id = ActorId::from(id);
    let organisation = Some(OrganisationId::from(organisation));
    pool.relatives.insert(id.clone(), Relative { id, name: None, organisation, leading });
}

/// Adds a declared tie that lasts.
pub fn tied<'a>(pool: &'a mut Pool, who: &str, other: &str, kind: DeclaredTieKind) -> &'a mut DeclaredTie {
    pool.declared_ties.push(DeclaredTie {
        actor: ActorId::from(who),
        other: ActorId::from(other),
        kind,
        since: None,
        until: None,
        confirmed: false,
        source: "本人申报".to_string(),
    });
    pool.declared_ties.last_mut().unwrap()
}

/// Adds service in a case.
pub fn handled(pool: &mut Pool, who: &str, case: &str, stage: Option<CaseStage>, from: Date, to: Date) {
    pool.assignments.push(Assignment {
        person: PersonId::from(who),
        case: CaseId::from(case),
        role: "member".to_string(),
        stage,
        from,
        to,
        load: 1000,
        drawn: false,
        extension: false,
    });
}
