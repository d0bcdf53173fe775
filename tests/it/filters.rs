//! Whom a template's filters take, by the planner's code and by the checker's.

use std::collections::BTreeSet;
use std::path::Path;

use evenhand::check::Judge;
use evenhand::plan::Assignment;
use evenhand::policy::{Policy, Role, RoleClass, UnitFilter, builtin};
use evenhand::pool::read::read_folder;
use evenhand::pool::{Case, CaseId, Person, Pool, RegionCode, Unit, UnitKind};
use evenhand::rules::frame::{choice, passes};
use jiff::civil::{Date, date};

const AS_OF: Date = date(2026, 11, 20);

fn hengyang() -> Pool {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hengyang")).pool
}

fn filter(text: &str) -> UnitFilter {
    toml::from_str(text).unwrap()
}

/// The units whose people the filter takes for the case; planner and checker must agree about each of them.
fn taken<'a>(pool: &'a Pool, case: &Case, filter: &UnitFilter) -> Vec<(&'a Person, &'a Unit)> {
    let policy = builtin().0;
    let judge = Judge::new(pool, &policy, AS_OF);
    let everybody = pool.people.values().map(|person| (person, &pool.units[&person.unit]));
    everybody
        .filter(|(person, unit)| {
            let passes = passes(filter, pool, case, person, unit);
            assert_eq!(judge.takes(filter, person, case), passes, "{} {} {filter:?}", case.id, person.id);
            passes
        })
        .collect()
}

fn units(pool: &Pool, case: &str, text: &str) -> BTreeSet<String> {
    let case = &pool.cases[&CaseId::new(case)];
    taken(pool, case, &filter(text)).into_iter().map(|(_, unit)| unit.id.to_string()).collect()
}

#[test]
fn rooms_under_the_leader_in_charge_of_the_lead_room() {
    let pool = hengyang();
    let mut expected: BTreeSet<String> =
        ["conduct", "investigation-7", "investigation-8"].into_iter().map(|room| format!("u-430400-{room}")).collect();
    assert_eq!(units(&pool, "HY-2026-02", "same_leader = true"), expected);
    expected.retain(|room| room.ends_with("-8"));
    assert_eq!(units(&pool, "HY-2026-02", "lead_unit = true"), expected);

    let case = &pool.cases[&CaseId::new("HY-2026-02")];
    let leader = pool.units[case.lead_unit.as_ref().unwrap()].leader.clone().unwrap();
    let in_charge: Vec<_> = taken(&pool, case, &filter("in_charge = true")).into_iter().map(|(it, _)| &it.id).collect();
    assert_eq!(in_charge, [&leader]);
}

#[test]
fn without_a_leader_on_record_only_the_lead_room_itself_is_under_the_same_leader() {
    let mut pool = hengyang();
    for unit in pool.units.values_mut() {
        unit.leader = None;
    }
    assert_eq!(units(&pool, "HY-2026-02", "same_leader = true").len(), 1);
    assert!(units(&pool, "HY-2026-02", "in_charge = true").is_empty());
    pool.cases.get_mut(&CaseId::new("HY-2026-02")).unwrap().lead_unit = None;
    assert!(units(&pool, "HY-2026-02", "same_leader = true").is_empty());
}

#[test]
fn levels_below_the_handling_commission() {
    let mut pool = hengyang();
    let levels = |pool: &Pool, most: i64| units(pool, "HY-2026-02", &format!("levels_below = {most}"));
    let of = |pool: &Pool, takes: fn(&Unit) -> bool| -> BTreeSet<String> {
        pool.units.values().filter(|unit| takes(unit)).map(|unit| unit.id.to_string()).collect()
    };
    assert_eq!(levels(&pool, 0), of(&pool, |unit| unit.kind != UnitKind::Local));
    assert_eq!(levels(&pool, 1), of(&pool, |unit| unit.region.as_str().len() == 6));
    assert_eq!(levels(&pool, 2), of(&pool, |_| true));

    // Where a room sits says nothing of its level.
    let room = "u-430400-investigation-8";
    pool.units.get_mut(&room.into()).unwrap().region = RegionCode::from("430405007");
    assert!(levels(&pool, 0).contains(room));
    // A commission without a region on record stands where its units do.
    let county = "u-430405-discipline-1";
    let body = pool.units[&county.into()].body.clone();
    pool.organisations.get_mut(&body).unwrap().region = None;
    assert!(!levels(&pool, 0).contains(county) && levels(&pool, 1).contains(county));
    let body = pool.cases[&CaseId::new("HY-2026-02")].body.clone();
    pool.organisations.get_mut(&body).unwrap().region = None;
    assert_eq!(levels(&pool, 0), of(&pool, |_| true));
}

#[test]
fn of_local_units_those_of_the_linked_regions() {
    let mut pool = hengyang();
    let room = pool.cases[&CaseId::new("HY-2026-02")].lead_unit.clone().unwrap();
    pool.units.get_mut(&room).unwrap().linked_regions = vec![RegionCode::from("430422")];
    let found = units(&pool, "HY-2026-02", "local_linked = true");
    let expected =
        pool.units.values().filter(|unit| unit.kind != UnitKind::Local || unit.region.as_str().starts_with("430422"));
    assert_eq!(found, expected.map(|unit| unit.id.to_string()).collect());
    assert!(found.len() > units(&pool, "HY-2026-02", "linked_region = true").len());
    pool.cases.get_mut(&CaseId::new("HY-2026-02")).unwrap().lead_unit = None;
    assert!(
        units(&pool, "HY-2026-02", "local_linked = true kinds = [\"local\"]".replace(" kinds", "\nkinds").as_str())
            .is_empty()
    );
}

#[test]
fn functions_left_out() {
    let pool = hengyang();
    let all = units(&pool, "HY-2026-02", "");
    let rest = units(&pool, "HY-2026-02", "except_functions = [\"review\", \"case_management\"]");
    let gone: BTreeSet<&str> = all.difference(&rest).map(String::as_str).collect();
    let rooms = |id: &&str| id.ends_with("-review") || id.ends_with("-case-management");
    // Those of the city and of its twelve counties.
    assert_eq!((gone.len(), gone.iter().filter(|id| rooms(id)).count()), (26, 26));
    assert!(gone.contains("u-430400-review") && gone.contains("u-430406-case-management"));
}

/// A role of class lead that is best filled from the lead room, then from rooms under the same leader.
fn lead() -> Role {
    toml::from_str(
        r#"
        id = "lead"
        name = { zh = "组长", en = "lead" }
        class = "lead"
        min = 1
        desired = 1
        load = 1000
        from = { own = true }
        prefer = [{ lead_unit = true }, { same_leader = true }]
        "#,
    )
    .unwrap()
}

/// How far down the lead's choices the first person of the unit comes, by the planner and by the checker.
fn choice_of(pool: &Pool, unit: &str) -> i64 {
    let case = &pool.cases[&CaseId::new("HY-2026-02")];
    let mut policy: Policy = builtin().0;
    let template = policy.templates.get_mut(&case.template).unwrap();
    *template.roles.iter_mut().find(|role| role.id == "lead").unwrap() = lead();
    let unit = &pool.units[&unit.into()];
    let person = pool.staff_of(&unit.id).next().unwrap();
    let assignment = Assignment {
        case: case.id.clone(),
        role: "lead".to_string(),
        also: None,
        class: RoleClass::Lead,
        person: person.id.clone(),
        unit: unit.id.clone(),
        from: case.from,
        to: case.to,
        load: 1000,
        drawn: true,
        own: true,
        exposure: 0,
        days_away: 0,
        distance_km: None,
        cost_fen: 0,
    };
    let judged = Judge::new(pool, &policy, AS_OF).beyond_first_choice(&assignment);
    assert_eq!(judged, choice(&lead(), pool, case, person, unit));
    let doubled = Assignment { also: Some("lead".to_string()), ..assignment };
    assert_eq!(Judge::new(pool, &policy, AS_OF).beyond_first_choice(&doubled), 2 * judged);
    judged
}

#[test]
fn a_lead_comes_from_the_lead_room_then_from_rooms_under_its_leader() {
    let mut pool = hengyang();
    let choices = |pool: &Pool| {
        ["investigation-8", "investigation-7", "investigation-9"]
            .map(|room| choice_of(pool, &format!("u-430400-{room}")))
    };
    assert_eq!(choices(&pool), [0, 1, 2]);
    // What is not on record is no choice.
    pool.units.get_mut(&"u-430400-investigation-8".into()).unwrap().leader = None;
    assert_eq!(choices(&pool), [0, 1, 1]);
    pool.cases.get_mut(&CaseId::new("HY-2026-02")).unwrap().lead_unit = None;
    assert_eq!(choices(&pool), [0, 0, 0]);
}
