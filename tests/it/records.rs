//! Records as plain as they can be, for pools that tests build in code; each test changes what it is about.
//!
//! A field that a record gains is filled in here and nowhere else.

use evenhand::geo::{Gazetteer, Region};
use evenhand::pool::{
    Assignment, Case, CaseStage, Clearance, Declaration, DeclarationContent, DeclarationScope, DeclaredTie,
    DeclaredTieKind, KinEdge, KinKind, Organisation, ParentKind, PartialDate, Party, PartyRole, Period, Person, Pin,
    PinKind, PoolMembership, Position, Rate, RateKind, Skill, Spell, SpellKind, Unit, UnitKind,
};
use jiff::civil::Date;

/// A prefecture with these counties, of which some have a seat.
pub fn gazetteer<'a>(counties: impl IntoIterator<Item = (&'a str, Option<(f64, f64)>)>) -> Gazetteer {
    let prefecture = "430400";
    let mut gazetteer = Gazetteer::default();
    for (code, seat) in counties.into_iter().chain([(prefecture, None)]) {
        let parent = (code != prefecture).then(|| prefecture.into());
        let region = Region { code: code.into(), name: code.to_string(), parent, seat };
        gazetteer.regions.insert(region.code.clone(), region);
    }
    gazetteer
}

/// What a day away and a kilometer cost.
pub fn rates() -> Vec<Rate> {
    let rate = |kind, fen| Rate { kind, region: None, fen };
    vec![rate(RateKind::DayAway, 10_000), rate(RateKind::Kilometer, 50)]
}

/// An organisation that is called as its id.
pub fn organisation(id: &str, region: Option<&str>) -> Organisation {
    Organisation { id: id.into(), name: id.to_string(), parent: None, region: region.map(Into::into) }
}

/// A unit that is called as its id.
pub fn unit(id: &str, kind: UnitKind, body: &str, region: &str) -> Unit {
    Unit {
        id: id.into(),
        name: id.to_string(),
        kind,
        function: None,
        body: body.into(),
        host: None,
        region: region.into(),
        sectors: Vec::new(),
        linked_regions: Vec::new(),
        zone: None,
        leader: None,
        strength: None,
    }
}

/// Staff with all their time and a clearance, who are called as their id and are in no pool.
pub fn person(id: &str, unit: &str) -> Person {
    Person {
        id: id.into(),
        name: id.to_string(),
        sex: None,
        born: None,
        native_place: None,
        grew_up: None,
        unit: unit.into(),
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
    }
}

/// A filed case of the first priority, which asks for no sessions and no search.
pub fn case(id: &str, template: &str, body: &str, region: &str, (from, to): (Date, Date)) -> Case {
    Case {
        id: id.into(),
        template: template.to_string(),
        priority: 1,
        stage: CaseStage::Filed,
        region: region.into(),
        body: body.into(),
        lead_unit: None,
        from,
        to,
        clearance: Clearance::Secret,
        sectors: Vec::new(),
        sessions: Some(0),
        female_search: false,
        open: true,
        jurisdiction_document: None,
    }
}

/// A party of whom nothing else is known.
pub fn party(id: &str, case: &str, role: PartyRole) -> Party {
    Party {
        id: id.into(),
        case: case.into(),
        role,
        name: None,
        person: None,
        organisation: None,
        department: None,
        post: None,
        leadership: false,
        grew_up: None,
    }
}

/// Service with all of one's time, in one's own unit's case.
pub fn service(person: &str, case: &str, role: &str, (from, to): (Date, Date)) -> Assignment {
    Assignment {
        person: person.into(),
        case: case.into(),
        role: role.to_string(),
        stage: None,
        from,
        to,
        load: 1000,
        drawn: false,
        extension: false,
    }
}

/// A post at an organisation on record.
pub fn post(actor: &str, organisation: &str, period: Period) -> Spell {
    Spell {
        actor: actor.into(),
        period,
        organisation: Some(organisation.into()),
        organisation_text: organisation.to_string(),
        department: None,
        post: None,
        position: None,
        rank: None,
        kind: SpellKind::Post,
    }
}

/// Military service that lasts: with it somebody's career is on record, and it ties nobody to anybody.
pub fn soldier(actor: &str) -> Spell {
    let period = Period { from: PartialDate::year(1996).unwrap(), to: None };
    let text = "某部队".to_string();
    Spell { organisation: None, organisation_text: text, kind: SpellKind::Military, ..post(actor, "", period) }
}

/// A general declaration of none.
pub fn declaration(person: &str, date: Date) -> Declaration {
    let (scope, content) = (DeclarationScope::General, DeclarationContent::None);
    Declaration { person: person.into(), scope, date, content }
}

/// A declared tie that lasts.
pub fn declared(actor: &str, other: &str, kind: DeclaredTieKind) -> DeclaredTie {
    DeclaredTie {
        actor: actor.into(),
        other: other.into(),
        kind,
        since: None,
        until: None,
        confirmed: false,
        source: "本人申报".to_string(),
    }
}

/// A skill that nobody assessed.
pub fn skill(person: &str, skill: &str, level: i64) -> Skill {
    Skill { person: person.into(), skill: skill.into(), level, evidence: None, assessor: None }
}

/// A pin or a ban for every role of the case.
pub fn pin(kind: PinKind, person: &str, case: &str) -> Pin {
    Pin {
        person: person.into(),
        case: case.into(),
        role: None,
        kind,
        reason: "熟悉情况".to_string(),
        author: "室主任".to_string(),
        approver: "分管领导".to_string(),
    }
}

/// `a` is kin of `b`.
pub fn kin(a: &str, b: &str, kind: KinKind) -> KinEdge {
    KinEdge { a: a.into(), b: b.into(), kind }
}

/// `a` is a parent of `b` by birth.
pub fn parent(a: &str, b: &str) -> KinEdge {
    kin(a, b, KinKind::Parent(ParentKind::Birth))
}

/// `b` is to `a` what the term says.
pub fn term(a: &str, b: &str, term: &str) -> KinEdge {
    kin(a, b, KinKind::Term(term.to_string()))
}
