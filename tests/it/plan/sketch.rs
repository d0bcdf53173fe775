//! Random small commissions: people, cases, what binds them and what keeps them from serving.

use evenhand::policy::{Policy, Template, builtin};
use evenhand::pool::{
    Assignment as Service, Case, CaseId, CaseStage, Clearance, DeclaredTieKind, Demand, KinKind, Leave, ParentKind,
    PartialDate, Party, PartyRole, Period, Person, Pin, PinKind, Pool, PoolMembership, Position, School, Sex, Spell,
    Unit, UnitFunction, UnitKind,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde::Deserialize;

use crate::records;

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
                pool.kin.push(records::kin(&a, &b, kind));
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
        let role = role.map(str::to_string);
        pool.pins.push(Pin { role, ..records::pin(kind, &self.person(person), self.case(case).as_str()) });
    }
}

pub fn person_id(index: usize) -> String {
    format!("p{index:02}")
}

pub fn case_id(index: usize) -> CaseId {
    CaseId::new(format!("c-{}", index + 1))
}

fn place(strengths: &[Option<i64>]) -> Pool {
    let counties = COUNTIES.iter().map(|(code, seat)| (*code, Some(*seat)));
    let mut pool = Pool { gazetteer: records::gazetteer(counties), ..Pool::default() };
    let organisations = [
        ("o-city", "430400"),
        ("o-east", "430421"),
        ("o-west", "430422"),
        ("o-bureau", "430406"),
        ("o-mill", "430421"),
    ];
    for (id, region) in organisations {
        let organisation = records::organisation(id, Some(region));
        pool.organisations.insert(organisation.id.clone(), organisation);
    }
    for ((id, kind, function, body, region), strength) in UNITS.iter().zip(strengths) {
        add_unit(&mut pool, id, *kind, *function, body, region);
        pool.units.get_mut(&(*id).into()).unwrap().strength = *strength;
    }
    pool.units.get_mut(&"u-group".into()).unwrap().host = Some("o-bureau".into());
    pool.rates = records::rates();
    pool
}

pub fn add_unit(pool: &mut Pool, id: &str, kind: UnitKind, function: Option<UnitFunction>, body: &str, region: &str) {
    let unit = Unit { function, ..records::unit(id, kind, body, region) };
    pool.units.insert(unit.id.clone(), unit);
}

pub fn add_somebody(pool: &mut Pool, id: &str, unit: &str, somebody: &Somebody) {
    let person = Person {
        sex: Some(if somebody.woman { Sex::Female } else { Sex::Male }),
        grew_up: somebody.home.map(|county| COUNTIES[county].0.into()),
        position: somebody.position,
        pools: PoolMembership { supervision: false, investigation: somebody.in_pool },
        clearance: if somebody.cleared { Clearance::Secret } else { Clearance::None },
        availability: somebody.availability,
        ..records::person(id, unit)
    };
    pool.declarations.push(records::declaration(id, date(2026, 5, 1)));
    pool.careers.push(records::soldier(id));
    for (skill, level) in SKILLS.iter().zip(somebody.levels).filter(|(_, level)| *level > 0) {
        pool.skills.push(records::skill(id, skill, level));
    }
    pool.people.insert(person.id.clone(), person);
}

fn add_case(pool: &mut Pool, index: usize, affair: &Affair) {
    let from = AS_OF.saturating_add((affair.start - 10).days());
    let to = from.saturating_add((affair.days - 1).days());
    let (id, template) = (case_id(index), if affair.desk { "desk" } else { "talks" });
    let case = Case {
        priority: affair.priority,
        stage: CaseStage::Preliminary,
        lead_unit: Some(UNITS[affair.room].0.into()),
        sessions: Some(if affair.desk { 0 } else { affair.sessions }),
        female_search: affair.female_search,
        ..records::case(id.as_str(), template, "o-city", COUNTIES[affair.county].0, (from, to))
    };
    let subject = Party {
        name: Some("某某".to_string()),
        organisation: Some("o-bureau".into()),
        department: Some("一科".to_string()),
        leadership: affair.priority == 1,
        grew_up: Some(COUNTIES[affair.county].0.into()),
        ..records::party(&format!("{id}-s"), id.as_str(), PartyRole::Subject)
    };
    pool.careers.push(records::soldier(subject.id.as_str()));
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
    let department = Some(if organisation == "o-mill" { "车间" } else { "二科" }.to_string());
    pool.careers.push(Spell { department, ..records::post(person, organisation, period) });
}

fn tie(pool: &mut Pool, a: &str, b: &str) {
    if a != b {
        pool.declared_ties.push(records::declared(a, b, DeclaredTieKind::Friend));
    }
}

fn service(pool: &mut Pool, person: &str, case: &str, role: &str, days: (Date, Date), load: i64, drawn: bool) {
    pool.assignments.push(Service { load, drawn, ..records::service(person, case, role, days) });
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
