//! A small commission with two cases, and a plan for it worked out by hand.

use evenhand::geo::{Gazetteer, great_circle_km};
use evenhand::plan::{
    Assignment, CaseCoverage, Coverage, InputReference, OpenSlot, Pair, Plan, PlanKind, PolicyReference, SCHEMA,
    SolverReference, Team, Termination, TierResult,
};
use evenhand::policy::{Policy, RoleClass, Template, TierName, builtin};
use evenhand::pool::{
    Assignment as Service, Case, CaseStage, Party, PartyRole, Person, Pool, PoolMembership, Position, Sex, Unit,
    UnitFunction, UnitKind,
};
use jiff::civil::{Date, date};

use crate::records;

pub const AS_OF: Date = date(2026, 6, 1);
pub const FROM: Date = date(2026, 7, 1);
/// 77 days: three steps of burden, three journeys.
pub const TO: Date = date(2026, 9, 15);
const CITY: (f64, f64) = (112.60, 26.88);
const COUNTY: (f64, f64) = (112.37, 26.97);

const TEMPLATE: &str = r#"
id = "small"
name = { zh = "小专案组", en = "small team" }
source = { zh = "测试", en = "test" }
supervision = false
size = [4, 6]
days = [30, 90]

[[role]]
id = "lead"
name = { zh = "组长", en = "lead" }
class = "lead"
min = 1
desired = 1
load = 1000
from = { own = true }

[[role]]
id = "interview"
name = { zh = "谈话", en = "interview" }
class = "member"
min = 2
desired = 4
load = 1000
pairs = true
evidence_work = true
prefer = [{ lead_unit = true }, { kinds = ["stationed"] }]

[[role]]
id = "safety"
name = { zh = "安全员", en = "safety officer" }
class = "member"
min = 1
desired = 1
load = 800
safety_officer = true

[[skill]]
skill = "笔录"
roles = ["interview"]
min = 1
level = 2
desired = 2
desired_level = 2

[[composition]]
name = { zh = "地方单位", en = "local units" }
from = { kinds = ["local"] }
min_origins = 1
max_per_origin = 1

[[doubling]]
role = "lead"
also = "interview"
"#;

pub struct World {
    pub pool: Pool,
    pub policy: Policy,
    pub plan: Plan,
}

pub fn world() -> World {
    let (mut policy, faults) = builtin();
    assert!(faults.is_empty(), "{faults:?}");
    let template: Template = toml::from_str(TEMPLATE).unwrap();
    policy.templates.insert(template.id.clone(), template);
    let pool = pool();
    let plan = plan(&policy);
    World { pool, policy, plan }
}

fn pool() -> Pool {
    let mut pool = Pool { gazetteer: gazetteer(), ..Pool::default() };
    for (id, region) in [("o-commission", Some("430400")), ("o-county", Some("430421")), ("o-bureau", None)] {
        let organisation = records::organisation(id, region);
        pool.organisations.insert(organisation.id.clone(), organisation);
    }
    use UnitKind::{Local, Room, Stationed};
    unit(&mut pool, "u-room", Room, Some(UnitFunction::Investigation), "o-commission", "430406");
    unit(&mut pool, "u-review", Room, Some(UnitFunction::Review), "o-commission", "430406");
    unit(&mut pool, "u-group", Stationed, None, "o-commission", "430406");
    unit(&mut pool, "u-local", Local, None, "o-county", "430421");
    let (head, deputy, staff) = (Position::Head, Position::Deputy, Position::Staff);
    for (id, unit, position, grew_up) in [
        ("a-lead", "u-room", head, Some("430481")),
        ("a-own", "u-room", staff, Some("430482")),
        ("a-safe", "u-room", staff, Some("430422")),
        ("g-head", "u-group", head, None),
        ("g-1", "u-group", staff, Some("430423")),
        ("g-2", "u-group", staff, None),
        ("g-3", "u-group", staff, None),
        ("g-4", "u-group", staff, None),
        ("l-head", "u-local", head, None),
        ("l-deputy", "u-local", deputy, None),
        ("l-1", "u-local", staff, Some("430406")),
        ("l-2", "u-local", staff, None),
        ("l-3", "u-local", staff, None),
        ("l-4", "u-local", staff, None),
        ("r-1", "u-review", staff, None),
        ("r-2", "u-review", staff, None),
        ("r-3", "u-review", staff, None),
    ] {
        person(&mut pool, id, unit, position, grew_up);
    }
    for woman in ["a-own", "l-1"] {
        pool.people.get_mut(&woman.into()).unwrap().sex = Some(Sex::Female);
    }
    pool.skills = vec![records::skill("a-own", "笔录", 2), records::skill("l-1", "笔录", 1)];
    for (id, priority) in [("c-1", 1), ("c-2", 2)] {
        case(&mut pool, id, priority);
    }
    party(&mut pool, "s-1", PartyRole::Subject);
    party(&mut pool, "i-1", PartyRole::Informant);
    let past = |person, case, from, to, drawn| Service {
        stage: Some(CaseStage::Filed),
        drawn,
        ..records::service(person, case, "interview", (from, to))
    };
    pool.assignments = vec![
        past("a-own", "old", date(2025, 6, 1), date(2025, 12, 31), false),
        past("g-1", "old", date(2025, 6, 1), date(2025, 12, 31), false),
        // Sixty days of secondment: two steps of burden.
        past("l-1", "older", date(2025, 1, 1), date(2025, 3, 1), true),
    ];
    pool.rates = records::rates();
    pool
}

fn gazetteer() -> Gazetteer {
    let apart = ["430422", "430423", "430481", "430482"].map(|code| (code, None));
    records::gazetteer([("430406", Some(CITY)), ("430421", Some(COUNTY))].into_iter().chain(apart))
}

fn unit(pool: &mut Pool, id: &str, kind: UnitKind, function: Option<UnitFunction>, body: &str, region: &str) {
    let unit = Unit { function, ..records::unit(id, kind, body, region) };
    pool.units.insert(unit.id.clone(), unit);
}

fn person(pool: &mut Pool, id: &str, unit: &str, position: Position, grew_up: Option<&str>) {
    let person = Person {
        sex: Some(Sex::Male),
        grew_up: grew_up.map(Into::into),
        position,
        pools: PoolMembership { supervision: false, investigation: true },
        ..records::person(id, unit)
    };
    pool.declarations.push(records::declaration(id, date(2026, 5, 1)));
    pool.careers.push(records::soldier(id));
    pool.people.insert(person.id.clone(), person);
}

fn case(pool: &mut Pool, id: &str, priority: i64) {
    let case = Case {
        priority,
        lead_unit: Some("u-room".into()),
        sessions: Some(1),
        female_search: true,
        ..records::case(id, "small", "o-commission", "430406", (FROM, TO))
    };
    pool.cases.insert(case.id.clone(), case);
}

/// Adds a party of the first case, who works at the bureau if a subject.
pub fn party(pool: &mut Pool, id: &str, role: PartyRole) {
    let organisation = (role == PartyRole::Subject).then(|| "o-bureau".into());
    let party = Party { organisation, ..records::party(id, "c-1", role) };
    pool.parties.insert(party.id.clone(), party);
    if role == PartyRole::Subject {
        pool.careers.push(records::soldier(id));
    }
}

/// A filed case with so many subjects, of whom organisation and career are on record and nothing else.
fn subjects(case: &str, subjects: i64) -> CaseCoverage {
    CaseCoverage {
        case: case.into(),
        has_subject: true,
        subjects,
        with_organisation: subjects,
        with_career: subjects,
        with_grew_up: 0,
        with_kin: 0,
    }
}

/// Kilometers between the two counties.
fn distance() -> i64 {
    great_circle_km(CITY, COUNTY)
}

fn serve(role: &str, person: &str, unit: &str) -> Assignment {
    Assignment {
        case: "c-1".into(),
        role: role.to_string(),
        also: None,
        class: if role == "lead" { RoleClass::Lead } else { RoleClass::Member },
        person: person.into(),
        unit: unit.into(),
        from: FROM,
        to: TO,
        load: if role == "safety" { 800 } else { 1000 },
        drawn: unit != "u-room",
        own: unit != "u-local",
        exposure: 0,
        days_away: 0,
        distance_km: Some(0),
        cost_fen: 0,
    }
}

/// What the lottery draws, by its definition.
fn lots(seed: u64, assignments: &[Assignment]) -> i64 {
    let lot = |it: &Assignment| {
        let mut bytes = seed.to_le_bytes().to_vec();
        let also = it.also.clone().unwrap_or_default();
        bytes.extend(format!("{}\0{}\0{}\0{also}\0{}\0{}", it.person, it.case, it.role, it.from, it.to).bytes());
        let digest = blake3::hash(&bytes);
        1 + (u64::from_le_bytes(digest.as_bytes()[..8].try_into().unwrap()) % 1000) as i64
    };
    assignments.iter().map(lot).sum()
}

impl World {
    /// Makes the plan one that may use people who owe a declaration, and has it count so many who do.
    pub fn allow_provisional(&mut self, owed: i64) {
        self.plan.input.provisional = true;
        self.plan.tiers.insert(2, tier(TierName::Provisional, None, owed));
    }
}

/// A proven tier.
fn tier(name: TierName, priority: Option<i64>, used: i64) -> TierResult {
    TierResult {
        name,
        priority,
        value: used,
        used,
        bound: used,
        gap_ppm: 0,
        proven: true,
        slack: 0,
        given_unproven: None,
    }
}

fn plan(policy: &Policy) -> Plan {
    let cost = 77 * 10_000 + 2 * distance() * 3 * 50;
    let assignments = vec![
        serve("lead", "a-lead", "u-room"),
        serve("interview", "a-own", "u-room"),
        serve("interview", "g-1", "u-group"),
        // Grew up in the county of the case: 10 points of embeddedness and 5 of R21.
        Assignment {
            exposure: 15,
            days_away: 77,
            distance_km: Some(distance()),
            cost_fen: cost,
            ..serve("interview", "l-1", "u-local")
        },
        serve("safety", "a-safe", "u-room"),
    ];
    let team = |case: &str, priority, pairs| Team {
        case: case.into(),
        template: "small".to_string(),
        priority,
        formed: case == "c-1",
        pairs,
        jurisdiction_document_needed: false,
    };
    let open = |case: &str, role: &str, count| OpenSlot { case: case.into(), role: role.to_string(), count };
    let rules = policy.rules.rules.values().filter(|rule| rule.in_force(AS_OF) && rule.to_be_confirmed(AS_OF));
    Plan {
        schema: SCHEMA.to_string(),
        kind: PlanKind::Team,
        input: InputReference {
            fingerprint: "roster".to_string(),
            as_of: AS_OF,
            cases: vec!["c-1".into(), "c-2".into()],
            required: Vec::new(),
            no_open: false,
            provisional: false,
        },
        policy: PolicyReference {
            name: policy.name.clone(),
            fingerprint: policy.fingerprint(),
            to_be_confirmed: rules.map(|rule| rule.code.clone()).collect(),
            changes: Vec::new(),
        },
        solver: SolverReference { name: "hand".into(), version: "1".into(), evenhand: "0".into() },
        seed: 7,
        termination: Termination::Proven,
        deterministic: true,
        tiers: vec![
            tier(TierName::OpenSlots, Some(1), 1),
            tier(TierName::OpenSlots, Some(2), 6),
            // One of the stationed group, two of the county.
            tier(TierName::Preference, None, 1 + 2),
            // 15 of the person from the county, ⌊5 · (1095 − 152) / 1095⌋ = 4 of the two who had a case together.
            tier(TierName::Exposure, None, 19),
            tier(TierName::SkillShortfall, None, 1),
            // 3² for the group's member, 5² − 2² for the local one, 1 for either unit.
            tier(TierName::Burden, None, 9 + 21 + 2),
            tier(TierName::Travel, None, 2 * distance() * 3 + 77),
            tier(TierName::Lottery, None, lots(7, &assignments)),
        ],
        teams: vec![
            team(
                "c-1",
                1,
                vec![Pair { role: "interview".into(), own: "a-own".into(), other: "l-1".into(), from: FROM, to: TO }],
            ),
            team("c-2", 2, Vec::new()),
        ],
        assignments,
        open_slots: vec![
            open("c-1", "interview", 1),
            open("c-2", "lead", 1),
            open("c-2", "interview", 4),
            open("c-2", "safety", 1),
        ],
        provisional: Vec::new(),
        provisional_reviewers: Vec::new(),
        waivers_used: Vec::new(),
        pins: Vec::new(),
        coverage: Coverage {
            people: 17,
            with_career: 17,
            with_kin: 17,
            with_grew_up: 5,
            with_declaration: 17,
            cases: vec![subjects("c-1", 1), subjects("c-2", 0)],
        },
        days_away: 77,
        cost_fen: cost,
        digest: None,
        warnings: evenhand::plan::PassedOver,
    }
}
