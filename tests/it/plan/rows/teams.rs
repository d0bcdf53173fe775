//! What a team must be made of.

use super::*;

#[test]
fn compositions_are_posted_where_they_ask_something() {
    let mut policy = policy();
    let mut rows = |asks: &str| {
        let text = format!("{FEW}\n[[composition]]\nname = {{ zh = \"测试\", en = \"test\" }}\nfrom = {{}}\n{asks}\n");
        policy.templates.insert("few".to_string(), toml::from_str(&text).unwrap());
        posted(&town(), &policy, "M05")
    };
    let room = "1 x.p1.c1.lead + 1 x.p1.c1.lead.member + 1 x.p1.c1.member";
    let away = "1 x.p2.c1.member + 1 x.p3.c1.member";
    let in_room = |most: i64| format!("M05.unit.c1.1.1.room: {room} <= {most}");
    assert_eq!(rows("max_per_origin = 3"), Vec::<String>::new());
    assert_eq!(rows("max_per_origin = 2"), [in_room(2)]);
    assert_eq!(rows("max_per_origin = 1"), [format!("M05.unit.c1.1.1.away: {away} <= 1"), in_room(1)]);
    assert_eq!(rows("min_people = 1"), [format!("M05.1.min.c1: -1 z.c1 + {room} + {away} >= 0")]);
    assert_eq!(rows("max_people = 2"), [format!("M05.1.max.c1: {room} + {away} <= 2")]);
    assert_eq!(
        rows("min_origins = 2"),
        [
            format!("M05.sends.c1.1.1.away: {away} + -1 u.c1.1.1.away >= 0"),
            format!("M05.sends.c1.1.1.room: {room} + -1 u.c1.1.1.room >= 0"),
            "M05.units.c1.1.1: -2 z.c1 + 1 u.c1.1.1.away + 1 u.c1.1.1.room >= 0".to_string(),
        ]
    );
}

#[test]
fn units_of_one_county_are_one_origin_where_counties_are_counted() {
    let mut policy = policy();
    let mut rows = |pool: &Pool, asks: &str| {
        let row = "[[composition]]\nname = { zh = \"测试\", en = \"test\" }\nfrom = {}\ncount = \"counties\"";
        policy.templates.insert("few".to_string(), toml::from_str(&format!("{FEW}\n{row}\n{asks}\n")).unwrap());
        posted(pool, &policy, "M05")
    };
    let mut pool = town();
    add_unit(&mut pool, "mill", UnitKind::Local, None, "bureau", "430422101");
    person(&mut pool, "p3").unit = "mill".into();
    let room = "1 x.p1.c1.lead + 1 x.p1.c1.lead.member + 1 x.p1.c1.member";
    let (away, mill) = ("1 x.p2.c1.member", "1 x.p3.c1.member");
    let one = [
        format!("M05.sends.c1.1.1.430422: {away} + {mill} + -1 u.c1.1.1.430422 >= 0"),
        format!("M05.sends.c1.1.1.room: {room} + -1 u.c1.1.1.room >= 0"),
        "M05.units.c1.1.1: -2 z.c1 + 1 u.c1.1.1.430422 + 1 u.c1.1.1.room >= 0".to_string(),
    ];
    let in_room = format!("M05.unit.c1.1.1.room: {room} <= 1");
    let in_county = format!("M05.unit.c1.1.1.430422: {away} + {mill} <= 1");
    assert_eq!(rows(&pool, "min_origins = 2"), one);
    assert_eq!(rows(&pool, "max_per_origin = 1"), [in_county, in_room.clone()]);

    // The commission tells the county, and where its region is not on record, the unit's own.
    crate::village::organisation(&mut pool, "east", "祁东县纪委监委", "430426");
    pool.units.get_mut(&"mill".into()).unwrap().body = "east".into();
    assert_eq!(rows(&pool, "max_per_origin = 1"), [in_room]);
    assert_eq!(rows(&pool, "min_origins = 2")[1], format!("M05.sends.c1.1.1.430426: {mill} + -1 u.c1.1.1.430426 >= 0"));
    pool.organisations.get_mut(&"east".into()).unwrap().region = None;
    assert_eq!(rows(&pool, "min_origins = 2"), one);
}

#[test]
fn kin_share_one_row_per_case() {
    let mut pool = town();
    parent(&mut pool, "p3", "p2");
    let row = ["R06.c1.p2.p3: 1 x.p2.c1.member + 1 x.p3.c1.member <= 1"];
    assert_eq!(posted(&pool, &policy(), "R06"), row);
    pool.kin = vec![records::kin("p2", "p3", evenhand::pool::KinKind::Term("前妻".to_string()))];
    assert_eq!(posted(&pool, &policy(), "R06"), row, "once near kin");
    pool.kin = vec![records::kin("p2", "p3", evenhand::pool::KinKind::Term("族叔".to_string()))];
    assert_eq!(posted(&pool, &policy(), "R06"), Vec::<String>::new(), "never near kin");
}

#[test]
fn sessions_women_and_skills_are_asked_for_where_the_case_needs_them() {
    let mut policy = policy();
    let mut pool = town();
    let demands = "\n[[skill]]\nskill = \"笔录\"\nmin = 0\nlevel = 1\ndesired = 1\ndesired_level = 1\n\
                   \n[[skill]]\nskill = \"账目审计\"\nmin = 1\nlevel = 2\ndesired = 1\ndesired_level = 2\n";
    let text = FEW.replace("load = 300", "load = 300\npairs = true\nevidence_work = true");
    policy.templates.insert("few".to_string(), toml::from_str(&format!("{text}{demands}")).unwrap());
    for code in ["R10.sessions", "R12"] {
        assert_eq!(posted(&pool, &policy, code), Vec::<String>::new());
    }
    (first(&mut pool).sessions, first(&mut pool).female_search) = (Some(1), true);
    pool.people.get_mut(&"p2".into()).unwrap().sex = Some(Sex::Female);
    pool.people.get_mut(&"p3".into()).unwrap().sex = Some(Sex::Male);
    for (person, level) in [("p2", 1), ("p3", 2)] {
        pool.skills.push(records::skill(person, "账目审计", level));
    }
    let pairs = "1 x.p1.c1.lead.member + 1 x.p1.c1.member + 1 x.p2.c1.member + 1 x.p3.c1.member";
    assert_eq!(posted(&pool, &policy, "R10.sessions"), [format!("R10.sessions.c1: -2 z.c1 + {pairs} >= 0")]);
    assert_eq!(posted(&pool, &policy, "R12"), ["R12.women.c1: -2 z.c1 + 1 x.p2.c1.member >= 0"]);
    assert_eq!(posted(&pool, &policy, "M04"), ["M04.skill.2.c1: -1 z.c1 + 1 x.p3.c1.member >= 0"]);
}

#[test]
fn a_case_that_does_not_say_how_many_sessions_has_those_of_its_template() {
    let mut policy = policy();
    let mut pool = town();
    let text = FEW.replace("load = 300", "load = 300\npairs = true").replace("size =", "sessions = 1\nsize =");
    policy.templates.insert("few".to_string(), toml::from_str(&text).unwrap());
    let pairs = "1 x.p1.c1.lead.member + 1 x.p1.c1.member + 1 x.p2.c1.member + 1 x.p3.c1.member";
    let row = |least: i64| vec![format!("R10.sessions.c1: -{least} z.c1 + {pairs} >= 0")];
    for (stated, rows) in [(None, row(2)), (Some(2), row(4)), (Some(0), Vec::new())] {
        first(&mut pool).sessions = stated;
        assert_eq!(posted(&pool, &policy, "R10.sessions"), rows, "{stated:?}");
    }
}

#[test]
fn on_days_of_leave_those_who_are_away_do_not_count_for_sessions_women_and_safety() {
    let mut policy = policy();
    let mut pool = town();
    let text = FEW.replace("load = 300", "load = 300\npairs = true\nsafety_officer = true");
    policy.templates.insert("few".to_string(), toml::from_str(&text).unwrap());
    let case = first(&mut pool);
    (case.sessions, case.female_search) = (Some(1), true);
    let (from, to) = (case.from, case.to);
    pool.people.get_mut(&"p2".into()).unwrap().sex = Some(Sex::Female);
    let leave = |person: &str, from, to| Leave { person: person.into(), from, to };
    // p2 is away for two days, p3 on the first of them and on the last day of all; p1 on the day before the case.
    let (one, two) = (from.saturating_add(5.days()), from.saturating_add(6.days()));
    pool.leave = vec![
        leave("p1", from.yesterday().unwrap(), from.yesterday().unwrap()),
        leave("p2", one, two),
        leave("p3", one, one),
        leave("p3", to, to.saturating_add(3.days())),
    ];
    let (p1, p2, p3) = ("1 x.p1.c1.lead.member + 1 x.p1.c1.member", "x.p2.c1.member", "x.p3.c1.member");
    for rule in ["R10.sessions", "R13.safety"] {
        let least = if rule.starts_with("R10") { 2 } else { 1 };
        let rows = [
            format!("{rule}.c1: -{least} z.c1 + {p1} + 1 {p2} + 1 {p3} + -1 a.{rule}.c1 >= 0"),
            format!("{rule}.c1.{one}: -1 {p2} + -1 {p3} + 1 a.{rule}.c1 >= 0"),
        ];
        assert_eq!(posted(&pool, &policy, rule), rows);
    }
    let women = [
        format!("R12.women.c1: -2 z.c1 + 1 {p2} + -1 a.R12.women.c1 >= 0"),
        format!("R12.women.c1.{one}: -1 {p2} + 1 a.R12.women.c1 >= 0"),
    ];
    assert_eq!(posted(&pool, &policy, "R12"), women);
    // Who serves in the case already counts: the plan decides nothing about it.
    let mut serving = pool.clone();
    serving.assignments.push(service("p2", "c1", from, from, 300, true));
    assert!(posted(&serving, &policy, "R13.safety")[1].starts_with(&format!("R13.safety.c1.{one}: -1 {p3}")));
    // Who is away on other days than all others is away most of all.
    pool.leave[2] = leave("p3", two.tomorrow().unwrap(), two.tomorrow().unwrap());
    assert_eq!(posted(&pool, &policy, "R10.sessions").len(), 3);
}

#[test]
fn reviewers_who_serve_leave_the_review_group_of_their_case() {
    let policy = policy();
    let mut pool = town();
    add_unit(&mut pool, "review", UnitKind::Room, Some(UnitFunction::Review), "commission", "430400");
    for id in ["r1", "r2", "r3"] {
        let reviewer = person(&mut pool, id);
        (reviewer.unit, reviewer.pools.investigation) = ("review".into(), true);
    }
    // Too short of time for more than being asked, but a reviewer all the same.
    pool.people.get_mut(&"r3".into()).unwrap().availability = 0;
    another(&mut pool, date(2027, 6, 1), date(2027, 7, 30));
    let row = |case: &str| format!("1 x.r1.{case}.member + 1 x.r2.{case}.member <= 3");
    assert_eq!(
        posted(&pool, &policy, "R15"),
        ["c1", "c2"].map(|case| format!("R15.review.{case}: 2 z.{case} + {}", row(case)))
    );
    // Nor may whoever worked on the investigation of the case review it, and of no other.
    pool.assignments =
        vec![Service { stage: Some(CaseStage::Preliminary), ..service("r2", "c1", TODAY, TODAY, 100, false) }];
    pool.assignments[0].to = TODAY.yesterday().unwrap();
    pool.assignments[0].from = pool.assignments[0].to;
    let rows = posted(&pool, &policy, "R15");
    assert_eq!(rows[0], "R15.review.c1: 2 z.c1 + 1 x.r1.c1.member <= 2");
    assert_eq!(rows[1], format!("R15.review.c2: 2 z.c2 + {}", row("c2")));
    pool.assignments.clear();
    // Who owes a declaration does not count.
    pool.declarations.retain(|declaration| declaration.person.as_str() != "r3");
    assert!(posted(&pool, &policy, "R15").iter().all(|row| row.ends_with("<= 2")));
}
