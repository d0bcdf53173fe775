//! Random small commissions: people, cases, what binds them and what keeps them from serving.

use evenhand::geo::{Gazetteer, Region};
use evenhand::policy::{Policy, Template, builtin};
use evenhand::pool::{
    Assignment as Service, Case, CaseId, CaseStage, Clearance, Declaration, DeclarationContent, DeclarationScope,
    DeclaredTie, DeclaredTieKind, Demand, KinEdge, KinKind, Leave, Organisation, ParentKind, PartialDate, Party,
    PartyRole, Period, Person, Pin, PinKind, Pool, PoolMembership, Position, Rate, RateKind, School, Sex, Skill, Spell,
    SpellKind, Unit, UnitFunction, UnitKind,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde::Deserialize;

pub const AS_OF: Date = date(2026, 6, 1);

const UNITS: [(&str, UnitKind, Option<UnitFunction>, &str, &str); 6] = [
    ("u-1", UnitKind::Room, Some(UnitFunction::Investigation), "o-city", "430406"),
    ("u-2", UnitKind::Room, Some(UnitFunction::Discipline), "o-city", "430406"),
    ("u-group", UnitKind::Stationed, None, "o-city", "430406"),
    ("u-east", UnitKind::Local, None, "o-east", "430421"),
    ("u-west", UnitKind::Local, None, "o-west", "430422"),
    ("u-review", UnitKind::Room, Some(UnitFunction::Review), "o-city", "430406"),
];
const REVIEW: usize = 5;
const COUNTIES: [(&str, (f64, f64)); 3] =
    [("430406", (112.60, 26.88)), ("430421", (112.37, 26.97)), ("430422", (112.68, 26.74))];
const SKILLS: [&str; 2] = ["笔录", "账目审计"];

/// A commission as drawn at random; numbers name people and cases modulo how many there are.
#[derive(Debug, Clone)]
pub struct Sketch {
    pub people: Vec<Somebody>,
    pub cases: Vec<Affair>,
    pub bonds: Vec<Bond>,
    pub events: Vec<Event>,
    pub strengths: Vec<Option<i64>>,
    pub reviewers: usize,
}

#[derive(Debug, Clone)]
pub struct Somebody {
    pub unit: usize,
    pub position: Position,
    pub woman: bool,
    pub in_pool: bool,
    pub cleared: bool,
    pub availability: i64,
    pub levels: [i64; 2],
    pub home: Option<usize>,
}

#[derive(Debug, Clone)]
pub struct Affair {
    pub desk: bool,
    pub priority: i64,
    pub room: usize,
    pub county: usize,
    pub start: i64,
    pub days: i64,
    pub sessions: i64,
    pub female_search: bool,
    pub demand: Option<(i64, i64)>,
}

#[derive(Debug, Clone)]
pub enum Bond {
    Spouses(usize, usize),
    ParentOf(usize, usize),
    Cousins(usize, usize),
    Friends(usize, usize),
    Posts(usize, bool, i16, i16),
    School(usize, i16),
    /// Of a person and the subject of a case: kin, friend, or a post at the subject's organisation.
    Subject(usize, usize, u8),
}

#[derive(Debug, Clone)]
pub enum Event {
    Leave(usize, i64, i64),
    PastDraw(usize, i64),
    Elsewhere(usize, i64, i64, bool),
    Left(usize, i64),
    Undeclared(usize),
    Ban(usize, usize, bool),
    Pin(usize, usize),
    Serving(usize, usize, bool),
}

/// Sketches with this many people and cases; `bound` also draws pins and current service in planned cases, which can
/// make planning infeasible.
pub fn sketch(
    people: impl Into<proptest::collection::SizeRange>,
    cases: impl Into<proptest::collection::SizeRange>,
    longest: i64,
    bound: bool,
) -> impl Strategy<Value = Sketch> {
    (
        prop::collection::vec(somebody(), people),
        prop::collection::vec(affair(longest), cases),
        prop::collection::vec(bond(), 0..14),
        prop::collection::vec(event(bound), 0..6),
        prop::collection::vec(prop::option::weighted(0.4, 1_i64..7), UNITS.len()),
        prop_oneof![2 => Just(0_usize), 1 => 1_usize..4],
    )
        .prop_map(|(people, cases, bonds, events, strengths, reviewers)| Sketch {
            people,
            cases,
            bonds,
            events,
            strengths,
            reviewers,
        })
}

pub fn somebody() -> impl Strategy<Value = Somebody> {
    let unit = prop_oneof![4 => Just(0_usize), 3 => Just(1), 3 => Just(2), 2 => Just(3), 2 => Just(4), 1 => Just(5)];
    let position = prop_oneof![
        2 => Just(Position::Head), 2 => Just(Position::Deputy), 5 => Just(Position::Staff),
        1 => Just(Position::CommissionLeader),
    ];
    let flags = (prop::bool::weighted(0.4), prop::bool::weighted(0.85), prop::bool::weighted(0.9));
    let availability = prop_oneof![4 => Just(1000_i64), 1 => Just(500), 1 => Just(800)];
    (unit, position, flags, availability, [0_i64..4, 0..4], prop::option::weighted(0.8, 0_usize..3)).prop_map(
        |(unit, position, (woman, in_pool, cleared), availability, levels, home)| Somebody {
            unit,
            position,
            woman,
            in_pool,
            cleared,
            availability,
            levels,
            home,
        },
    )
}

fn affair(longest: i64) -> impl Strategy<Value = Affair> {
    let shape = (any::<bool>(), 1_i64..4, 0_usize..2, 0_usize..3);
    let wants = (0_i64..3, prop::bool::weighted(0.25), prop::option::weighted(0.2, (0_i64..3, 1_i64..4)));
    (shape, (0_i64..70, 20..=longest), wants).prop_map(
        |((desk, priority, room, county), (start, days), (sessions, female_search, demand))| Affair {
            desk,
            priority,
            room,
            county,
            start,
            days,
            sessions: sessions / 2,
            female_search,
            demand,
        },
    )
}

fn bond() -> impl Strategy<Value = Bond> {
    let (p, case) = (0_usize..64, 0_usize..8);
    prop_oneof![
        1 => (p.clone(), p.clone()).prop_map(|(a, b)| Bond::Spouses(a, b)),
        1 => (p.clone(), p.clone()).prop_map(|(a, b)| Bond::ParentOf(a, b)),
        1 => (p.clone(), p.clone()).prop_map(|(a, b)| Bond::Cousins(a, b)),
        2 => (p.clone(), p.clone()).prop_map(|(a, b)| Bond::Friends(a, b)),
        6 => (p.clone(), any::<bool>(), 2008_i16..2025, 1_i16..10).prop_map(|(a, mill, from, years)| Bond::Posts(a, mill, from, years)),
        3 => (p.clone(), 2000_i16..2004).prop_map(|(a, from)| Bond::School(a, from)),
        2 => (p, case, 0_u8..3).prop_map(|(a, case, what)| Bond::Subject(a, case, what)),
    ]
}

fn event(bound: bool) -> impl Strategy<Value = Event> {
    let (p, case) = (0_usize..64, 0_usize..8);
    let free = prop_oneof![
        (p.clone(), 0_i64..120, 1_i64..30).prop_map(|(a, start, days)| Event::Leave(a, start, days)),
        (p.clone(), 10_i64..340).prop_map(|(a, days)| Event::PastDraw(a, days)),
        (p.clone(), 0_i64..90, 200_i64..900, any::<bool>())
            .prop_map(|(a, until, load, drawn)| Event::Elsewhere(a, until, load, drawn)),
        (p.clone(), 0_i64..150).prop_map(|(a, day)| Event::Left(a, day)),
        p.clone().prop_map(Event::Undeclared),
        (p.clone(), case.clone(), any::<bool>()).prop_map(|(a, case, lead)| Event::Ban(a, case, lead)),
    ];
    let binding = prop_oneof![
        (p.clone(), case.clone()).prop_map(|(a, case)| Event::Pin(a, case)),
        (p, case, any::<bool>()).prop_map(|(a, case, lead)| Event::Serving(a, case, lead)),
    ];
    prop_oneof![
        (if bound { 5 } else { 1 }) => free,
        (if bound { 1 } else { 0 }) => binding,
    ]
}

#[derive(Deserialize)]
struct Templates {
    template: Vec<Template>,
}

/// The built-in policy with two small templates.
pub fn policy() -> Policy {
    let (mut policy, faults) = builtin();
    assert!(faults.is_empty(), "{faults:?}");
    let small: Templates = toml::from_str(include_str!("templates.toml")).unwrap();
    policy.templates.extend(small.template.into_iter().map(|template| (template.id.clone(), template)));
    policy
}

impl Sketch {
    /// The roster that the sketch stands for, in the order in which a roster is read.
    pub fn pool(&self) -> Pool {
        let mut pool = place(&self.strengths);
        for (index, somebody) in self.people.iter().enumerate() {
            // The first two head the rooms, so that most cases find a lead; the roster lists review staff or none.
            let mut somebody = somebody.clone();
            if index < 2 {
                somebody = Somebody { unit: index, position: Position::Head, cleared: true, ..somebody };
                somebody.home = somebody.home.or(Some(2));
            }
            if somebody.unit == REVIEW && self.reviewers == 0 {
                somebody.unit = 0;
            }
            add_somebody(&mut pool, &person_id(index), UNITS[somebody.unit].0, &somebody);
        }
        for index in 0..self.reviewers {
            let mut reviewer = self.people[0].clone();
            (reviewer.cleared, reviewer.position) = (true, Position::Staff);
            add_somebody(&mut pool, &format!("r{index}"), UNITS[REVIEW].0, &reviewer);
        }
        for (index, affair) in self.cases.iter().enumerate() {
            add_case(&mut pool, index, affair);
        }
        self.bonds.iter().for_each(|bond| self.add_bond(&mut pool, bond));
        self.events.iter().for_each(|event| self.add_event(&mut pool, event));
        sort(&mut pool);
        pool
    }

    pub fn cases(&self) -> Vec<CaseId> {
        (0..self.cases.len()).map(case_id).collect()
    }

    fn person(&self, number: usize) -> String {
        person_id(number % self.people.len())
    }

    fn case(&self, number: usize) -> CaseId {
        case_id(number % self.cases.len())
    }

    fn add_bond(&self, pool: &mut Pool, bond: &Bond) {
        let id = |number: usize| self.person(number);
        let kin = |pool: &mut Pool, a: String, b: String, kind| {
            if a != b {
                pool.kin.push(KinEdge { a: a.as_str().into(), b: b.as_str().into(), kind });
            }
        };
        match bond {
            Bond::Spouses(a, b) => {
                let (a, b) = (id(*a).min(id(*b)), id(*a).max(id(*b)));
                kin(pool, a, b, KinKind::Spouse { from: None, to: None });
            }
            // The younger has the larger number, so that nobody is an own forebear.
            Bond::ParentOf(a, b) => {
                let (a, b) = (id(*a).min(id(*b)), id(*a).max(id(*b)));
                kin(pool, a, b, KinKind::Parent(ParentKind::Birth));
            }
            Bond::Cousins(a, b) => kin(pool, id(*a), id(*b), KinKind::Term("表哥".to_string())),
            Bond::Friends(a, b) => tie(pool, &id(*a).min(id(*b)), &id(*a).max(id(*b))),
            Bond::Posts(a, mill, from, years) => {
                spell(pool, &id(*a), if *mill { "o-mill" } else { "o-bureau" }, *from, *years)
            }
            Bond::School(a, from) => pool.schools.push(School {
                actor: id(*a).as_str().into(),
                school: "湘南大学".to_string(),
                major: None,
                period: period(*from, 4),
            }),
            Bond::Subject(a, case, 0) => {
                kin(pool, id(*a), format!("{}-s", self.case(*case)), KinKind::Parent(ParentKind::Birth))
            }
            Bond::Subject(a, case, 1) => tie(pool, &id(*a), &format!("{}-s", self.case(*case))),
            Bond::Subject(a, _, _) => spell(pool, &id(*a), "o-bureau", 2018, 4),
        }
    }

    fn add_event(&self, pool: &mut Pool, event: &Event) {
        let day = |days: i64| AS_OF.saturating_add(days.days());
        match event {
            Event::Leave(a, start, days) => {
                let person = self.person(*a).as_str().into();
                pool.leave.push(Leave { person, from: day(*start), to: day(start + days - 1) });
            }
            Event::PastDraw(a, days) => {
                service(pool, &self.person(*a), "old", "interview", (day(-days - 20), day(-20)), 1000, true)
            }
            Event::Elsewhere(a, until, load, drawn) => {
                service(pool, &self.person(*a), "other", "interview", (day(-40), day(*until)), *load, *drawn);
            }
            Event::Left(a, days) => {
                pool.people.get_mut(&self.person(*a).as_str().into()).unwrap().left = Some(day(*days))
            }
            Event::Undeclared(a) => {
                let person = self.person(*a).as_str().into();
                pool.declarations.retain(|declaration| declaration.person != person);
            }
            Event::Ban(a, case, lead) => self.pin(pool, *a, *case, PinKind::Ban, lead.then_some("lead")),
            Event::Pin(a, case) => self.pin(pool, *a, *case, PinKind::Pin, None),
            Event::Serving(a, case, lead) => {
                let case = self.case(*case);
                let template = &pool.cases[&case].template;
                let role = if *lead {
                    "lead"
                } else if template == "desk" {
                    "office"
                } else {
                    "interview"
                };
                let drawn = pool.people[&self.person(*a).as_str().into()].unit
                    != *pool.cases[&case].lead_unit.as_ref().unwrap();
                service(pool, &self.person(*a), case.as_str(), role, (day(-10), day(30)), 500, drawn);
            }
        }
    }

    fn pin(&self, pool: &mut Pool, person: usize, case: usize, kind: PinKind, role: Option<&str>) {
        pool.pins.push(Pin {
            person: self.person(person).as_str().into(),
            case: self.case(case),
            role: role.map(str::to_string),
            kind,
            reason: "熟悉情况".to_string(),
            author: "室主任".to_string(),
            approver: "分管领导".to_string(),
        });
    }
}

pub fn person_id(index: usize) -> String {
    format!("p{index:02}")
}

pub fn case_id(index: usize) -> CaseId {
    CaseId::new(format!("c-{}", index + 1))
}

fn place(strengths: &[Option<i64>]) -> Pool {
    let mut gazetteer = Gazetteer::default();
    let city = [("430400", None)];
    for (code, seat) in COUNTIES.iter().map(|(code, seat)| (*code, Some(*seat))).chain(city) {
        let parent = (code != "430400").then(|| "430400".into());
        let region = Region { code: code.into(), name: code.to_string(), parent, seat };
        gazetteer.regions.insert(region.code.clone(), region);
    }
    let mut pool = Pool { gazetteer, ..Pool::default() };
    let organisations = [
        ("o-city", "430400"),
        ("o-east", "430421"),
        ("o-west", "430422"),
        ("o-bureau", "430406"),
        ("o-mill", "430421"),
    ];
    for (id, region) in organisations {
        let organisation =
            Organisation { id: id.into(), name: id.to_string(), parent: None, region: Some(region.into()) };
        pool.organisations.insert(organisation.id.clone(), organisation);
    }
    for ((id, kind, function, body, region), strength) in UNITS.iter().zip(strengths) {
        add_unit(&mut pool, id, *kind, *function, body, region);
        pool.units.get_mut(&(*id).into()).unwrap().strength = *strength;
    }
    pool.units.get_mut(&"u-group".into()).unwrap().host = Some("o-bureau".into());
    pool.rates = vec![
        Rate { kind: RateKind::DayAway, region: None, fen: 10_000 },
        Rate { kind: RateKind::Kilometer, region: None, fen: 50 },
    ];
    pool
}

pub fn add_unit(pool: &mut Pool, id: &str, kind: UnitKind, function: Option<UnitFunction>, body: &str, region: &str) {
    let unit = Unit {
        id: id.into(),
        name: id.to_string(),
        kind,
        function,
        body: body.into(),
        host: None,
        region: region.into(),
        sectors: Vec::new(),
        linked_regions: Vec::new(),
        zone: None,
        leader: None,
        strength: None,
    };
    pool.units.insert(unit.id.clone(), unit);
}

pub fn add_somebody(pool: &mut Pool, id: &str, unit: &str, somebody: &Somebody) {
    let person = Person {
        id: id.into(),
        name: id.to_string(),
        sex: Some(if somebody.woman { Sex::Female } else { Sex::Male }),
        born: None,
        native_place: None,
        grew_up: somebody.home.map(|county| COUNTIES[county].0.into()),
        unit: unit.into(),
        post: None,
        position: somebody.position,
        rank: None,
        post_since: None,
        pools: PoolMembership { supervision: false, investigation: somebody.in_pool },
        entered: None,
        clearance: if somebody.cleared { Clearance::Secret } else { Clearance::None },
        availability: somebody.availability,
        left: None,
        exemptions: Vec::new(),
    };
    let declaration = Declaration {
        person: person.id.clone(),
        scope: DeclarationScope::General,
        date: date(2026, 5, 1),
        content: DeclarationContent::None,
    };
    pool.declarations.push(declaration);
    for (skill, level) in SKILLS.iter().zip(somebody.levels).filter(|(_, level)| *level > 0) {
        let skill = Skill { person: person.id.clone(), skill: (*skill).into(), level, evidence: None, assessor: None };
        pool.skills.push(skill);
    }
    pool.people.insert(person.id.clone(), person);
}

fn add_case(pool: &mut Pool, index: usize, affair: &Affair) {
    let from = AS_OF.saturating_add((10 + affair.start).days());
    let case = Case {
        id: case_id(index),
        template: if affair.desk { "desk" } else { "talks" }.to_string(),
        priority: affair.priority,
        stage: CaseStage::Preliminary,
        region: COUNTIES[affair.county].0.into(),
        body: "o-city".into(),
        lead_unit: Some(UNITS[affair.room].0.into()),
        from,
        to: from.saturating_add((affair.days - 1).days()),
        clearance: Clearance::Secret,
        sectors: Vec::new(),
        sessions: if affair.desk { 0 } else { affair.sessions },
        female_search: affair.female_search,
        open: true,
        jurisdiction_document: None,
    };
    let id = case.id.clone();
    let subject = Party {
        id: format!("{id}-s").as_str().into(),
        case: id.clone(),
        role: PartyRole::Subject,
        name: Some("某某".to_string()),
        person: None,
        organisation: Some("o-bureau".into()),
        department: Some("一科".to_string()),
        post: None,
        leadership: affair.priority == 1,
        grew_up: Some(COUNTIES[affair.county].0.into()),
    };
    pool.parties.insert(subject.id.clone(), subject);
    if let Some((min, desired)) = affair.demand {
        pool.demands.push(Demand {
            case: id.clone(),
            role: if affair.desk { "office" } else { "interview" }.to_string(),
            min: Some(min),
            desired: Some(desired),
            skill: (min == 1).then(|| SKILLS[1].into()),
            level: (min == 1).then_some(2),
        });
    }
    pool.cases.insert(id, case);
}

fn period(from: i16, years: i16) -> Period {
    Period { from: PartialDate::year(from).unwrap(), to: PartialDate::year(from + years) }
}

fn spell(pool: &mut Pool, person: &str, organisation: &str, from: i16, years: i16) {
    let mut period = period(from, years);
    if from + years > 2025 {
        period.to = None;
    }
    pool.careers.push(Spell {
        actor: person.into(),
        period,
        organisation: Some(organisation.into()),
        organisation_text: organisation.to_string(),
        department: Some(if organisation == "o-mill" { "车间" } else { "二科" }.to_string()),
        post: None,
        position: None,
        rank: None,
        kind: SpellKind::Post,
    });
}

fn tie(pool: &mut Pool, a: &str, b: &str) {
    if a != b {
        pool.declared_ties.push(DeclaredTie {
            actor: a.into(),
            other: b.into(),
            kind: DeclaredTieKind::Friend,
            since: None,
            until: None,
            confirmed: false,
            source: "本人申报".to_string(),
        });
    }
}

fn service(pool: &mut Pool, person: &str, case: &str, role: &str, (from, to): (Date, Date), load: i64, drawn: bool) {
    pool.assignments.push(Service {
        person: person.into(),
        case: case.into(),
        role: role.to_string(),
        stage: None,
        from,
        to,
        load,
        drawn,
        extension: false,
    });
}

/// The order in which reading a folder puts every table, without the same record twice.
pub fn sort(pool: &mut Pool) {
    pool.careers.sort();
    pool.careers.dedup();
    pool.schools.sort();
    pool.schools.dedup();
    pool.kin.sort();
    pool.kin.dedup();
    pool.declared_ties.sort();
    pool.declared_ties.dedup();
    pool.declarations.sort();
    pool.skills.sort();
    pool.demands.sort();
    pool.assignments.sort();
    pool.assignments.dedup_by(|next, kept| next.person == kept.person && next.case == kept.case);
    pool.leave.sort();
    pool.leave.dedup();
    pool.rates.sort();
    pool.pins.sort();
    pool.pins.dedup_by(|next, kept| next.person == kept.person && next.case == kept.case);
}

/// Somebody whom nothing keeps from serving.
pub fn able(unit: usize, position: Position) -> Somebody {
    Somebody {
        unit,
        position,
        woman: false,
        in_pool: true,
        cleared: true,
        availability: 1000,
        levels: [2, 2],
        home: Some(2),
    }
}

/// A lead, and three of a local unit of whom one may be lent: one office slot stays open.
pub fn small() -> Sketch {
    let case = Affair {
        desk: true,
        priority: 1,
        room: 0,
        county: 0,
        start: 0,
        days: 40,
        sessions: 0,
        female_search: false,
        demand: None,
    };
    let staff = |unit| able(unit, Position::Staff);
    Sketch {
        people: vec![staff(0), staff(1), staff(3), staff(3), staff(3)],
        cases: vec![case],
        bonds: Vec::new(),
        events: Vec::new(),
        strengths: vec![None; 6],
        reviewers: 0,
    }
}
