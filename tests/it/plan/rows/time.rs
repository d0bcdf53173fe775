//! What people and units have: loads, people who must stay, and days of secondment.

use super::*;

#[test]
fn secondments_share_a_row_as_long_as_the_cool_down_lasts() {
    let policy = policy();
    let mut pool = town();
    pool.people.remove(&"p3".into());
    // Thirty days after the last of the first case.
    for (from, expected) in
        [(date(2027, 3, 30), &["R17.p2.0: 1 x.p2.c1.member + 1 x.p2.c2.member <= 1"][..]), (date(2027, 3, 31), &[])]
    {
        another(&mut pool, from, date(2027, 5, 29));
        assert_eq!(posted(&pool, &policy, "R17"), expected, "{from}");
    }
    another(&mut pool, date(2027, 2, 1), date(2027, 4, 1));
    one_more(&mut pool, "c3", date(2027, 4, 15), date(2027, 5, 20));
    assert_eq!(
        posted(&pool, &policy, "R17"),
        ["R17.p2.0: 1 x.p2.c1.member + 1 x.p2.c2.member <= 1", "R17.p2.1: 1 x.p2.c2.member + 1 x.p2.c3.member <= 1",]
    );
}

#[test]
fn days_of_secondment_add_up_within_the_window() {
    let policy = policy();
    let mut pool = town();
    pool.people.remove(&"p3".into());
    pool.assignments = vec![
        service("p2", "old", date(2023, 1, 1), date(2023, 12, 31), 0, true),
        service("p2", "older", date(2024, 11, 11), date(2024, 11, 24), 0, true),
        service("p2", "other", date(2025, 3, 1), date(2025, 3, 10), 0, true),
        service("p2", "undrawn", date(2025, 3, 1), date(2025, 3, 10), 0, false),
    ];
    another(&mut pool, date(2027, 3, 31), date(2027, 5, 29));
    let whole = "R18.p2: 90 x.p2.c1.member + 60 x.p2.c2.member <= 350";
    assert_eq!(posted(&pool, &policy, "R18"), [whole], "5 days of the window's first, and 10");
    another(&mut pool, date(2027, 3, 30), date(2027, 5, 29));
    assert_eq!(posted(&pool, &policy, "R18"), Vec::<String>::new(), "only one of them is ever taken");

    pool.cases.remove(&CaseId::from("c2"));
    for (days, may) in [(260, true), (261, false)] {
        let last = date(2026, 1, 1).saturating_add((days - 1).days());
        pool.assignments.truncate(4);
        pool.assignments.push(service("p2", "long", date(2026, 1, 1), last, 0, true));
        assert_eq!(columns(&pool, &policy, "x.p2").len(), usize::from(may), "15 + {days} + 90 of 365");
    }
}

#[test]
fn loads_are_limited_where_they_can_exceed_what_the_person_has() {
    let policy = policy();
    let mut pool = town();
    let (from, to) = (first(&mut pool).from, first(&mut pool).to);
    another(&mut pool, from, to);
    let rows = |pool: &Pool, availability: i64, who: &str| {
        let mut pool = pool.clone();
        pool.people.get_mut(&who.into()).unwrap().availability = availability;
        posted(&pool, &policy, &format!("M02.{who}"))
    };
    let all = |bound: i64, k: [i64; 2]| {
        let [lead, member] = k;
        let of = |case: &str| {
            format!("{lead} x.p1.{case}.lead + {lead} x.p1.{case}.lead.member + {member} x.p1.{case}.member")
        };
        format!("{} + {} <= {bound}", of("c1"), of("c2"))
    };
    let row = |terms: String| format!("M02.p1.2026-12-01: {terms}");
    let cut = |index: usize, terms: &str| format!("M02.p1.2026-12-01.{index}: {terms} <= 1");
    assert_eq!(rows(&pool, 1000, "p1"), Vec::<String>::new());
    for availability in [999, 800] {
        assert_eq!(rows(&pool, availability, "p1"), [row(all(availability, [500, 300]))]);
    }
    let heavy = "1 x.p1.c2.lead + 1 x.p1.c2.lead.member";
    let both = "1 x.p1.c1.lead + 1 x.p1.c1.lead.member";
    assert_eq!(
        rows(&pool, 600, "p1"),
        [
            row(all(600, [500, 300])),
            cut(1, &format!("{both} + 1 x.p1.c1.member + {heavy}")),
            cut(2, &format!("{both} + {heavy} + 1 x.p1.c2.member")),
        ]
    );
    for availability in [599, 500] {
        assert_eq!(rows(&pool, availability, "p1"), [row(all(1, [1, 1]))], "{availability}");
    }
    assert_eq!(rows(&pool, 500, "p2"), Vec::<String>::new(), "one secondment excludes the other");

    for (begins, ends, counts) in [
        (date(2026, 11, 1), from, true),
        (date(2026, 11, 1), from.yesterday().unwrap(), false),
        (from, from, true),
        (from.tomorrow().unwrap(), from.tomorrow().unwrap(), false),
    ] {
        pool.assignments = vec![service("p1", "old", begins, ends, 600, false)];
        let found = rows(&pool, 1000, "p1");
        let here: Vec<_> = found.iter().filter(|row| row.contains("2026-12-01")).cloned().collect();
        let cuts = all(1, [1, 1]).replace(" <= 1", "");
        let expected = if counts { vec![row(all(400, [500, 300])), cut(1, &cuts)] } else { Vec::new() };
        assert_eq!(here, expected, "{begins} to {ends}");
    }
}

#[test]
fn one_case_alone_can_exceed_what_present_service_leaves() {
    let mut pool = town();
    let from = first(&mut pool).from;
    let one = "500 x.p1.c1.lead + 500 x.p1.c1.lead.member + 300 x.p1.c1.member";
    for (load, expected) in [(500, vec![]), (501, vec![format!("M02.p1.2026-12-01: {one} <= 499")])] {
        pool.assignments = vec![service("p1", "old", from, from, load, false)];
        assert_eq!(posted(&pool, &policy(), "M02.p1"), expected, "{load}");
    }
}

#[test]
fn a_unit_keeps_those_whom_it_must_on_every_day() {
    let policy = policy();
    let mut pool = town();
    pool.units.get_mut(&"away".into()).unwrap().strength = None;
    person(&mut pool, "p4").unit = "away".into();
    let (from, month) = (date(2026, 12, 1), date(2026, 11, 1));
    let row = |room: i64| format!("M03.all.away.2026-12-01: 1 x.p2.c1.member + 1 x.p3.c1.member <= {room}");
    assert_eq!(posted(&pool, &policy, "M03"), [row(1)], "two of three stay");
    let before = from.yesterday().unwrap();
    for (begin, end, room) in [(month, from, 0), (month, before, 1), (from, from, 0)] {
        let mut away = pool.clone();
        away.leave.push(Leave { person: "p4".into(), from: begin, to: end });
        assert_eq!(posted(&away, &policy, "M03"), [row(room)], "leave from {begin} to {end}");
        for (drawn, room) in [(true, room), (false, 1)] {
            let mut away = pool.clone();
            away.assignments.push(service("p4", "old", begin, end, 0, drawn));
            assert_eq!(posted(&away, &policy, "M03"), [row(room)], "service from {begin} to {end}");
        }
    }
    // One of the two who may be drawn is on leave as the service begins: missing once, then or then.
    let mut away = pool.clone();
    away.leave.push(Leave { person: "p2".into(), from, to: from });
    let alone = "M03.all.away.2026-12-01: 1 x.p3.c1.member <= 0".to_string();
    assert_eq!(posted(&away, &policy, "M03"), [alone, row(1).replace("12-01", "12-02")]);
    for (left, room) in [(month, 0), (from, 0)] {
        pool.people.get_mut(&"p4".into()).unwrap().left = Some(left);
        assert_eq!(posted(&pool, &policy, "M03"), [row(room)], "left on {left}");
    }
    pool.people.get_mut(&"p4".into()).unwrap().left = Some(date(2027, 3, 1));
    assert_eq!(posted(&pool, &policy, "M03"), [row(1)], "left after the case");

    // Of four, two go if a head stays; nobody goes if none is there.
    pool.people.get_mut(&"p4".into()).unwrap().left = None;
    person(&mut pool, "p5").unit = "away".into();
    assert_eq!(posted(&pool, &policy, "M03"), [row(0)]);
    pool.people.get_mut(&"p5".into()).unwrap().position = Position::Head;
    assert_eq!(posted(&pool, &policy, "M03"), Vec::<String>::new());
    person(&mut pool, "p6").unit = "away".into();
    pool.people.get_mut(&"p6".into()).unwrap().pools.investigation = true;
    let three = "1 x.p2.c1.member + 1 x.p3.c1.member + 1 x.p6.c1.member";
    assert_eq!(posted(&pool, &policy, "M03"), Vec::<String>::new(), "three of five");
    pool.people.get_mut(&"p4".into()).unwrap().left = Some(from);
    assert_eq!(posted(&pool, &policy, "M03"), [format!("M03.all.away.2026-12-01: {three} <= 2")]);
}

#[test]
fn a_unit_keeps_those_whom_its_duties_take() {
    let policy = policy();
    let mut pool = town();
    pool.units.get_mut(&"away".into()).unwrap().strength = None;
    person(&mut pool, "p4").unit = "away".into();
    let (first, later, before) = (date(2026, 12, 1), date(2027, 1, 15), date(2026, 11, 30));
    let row = |day: Date, room: i64| format!("M03.all.away.{day}: 1 x.p2.c1.member + 1 x.p3.c1.member <= {room}");
    let mut rows = |duties: &[(i64, Date, Date)]| {
        let duty = |&(people, from, to): &(i64, Date, Date)| Duty {
            unit: "away".into(),
            duty: "日常监督".into(),
            from,
            to,
            people,
        };
        pool.duties = duties.iter().map(duty).collect();
        posted(&pool, &policy, "M03")
    };
    assert_eq!(rows(&[(2, first, later)]), [row(first, 1)], "two of three stay anyway");
    assert_eq!(rows(&[(3, before, first)]), [row(first, 0)]);
    assert_eq!(rows(&[(3, before, before)]), [row(first, 1)], "over before the case begins");
    assert_eq!(rows(&[(3, later, later)]), [row(later, 0)], "begins during the case");
    assert_eq!(rows(&[(2, first, later), (1, later, later)]), [row(later, 0)], "duties of one day add up");
    assert_eq!(rows(&[(9, first, first)]), [row(first, 0)], "more than there are");
    pool.duties[0].unit = "room".into();
    assert_eq!(posted(&pool, &policy, "M03"), [row(first, 1)], "another unit's");
}

#[test]
fn who_may_be_drawn_for_several_cases_counts_once() {
    let mut policy = policy();
    policy.rules.rules.get_mut("R17").unwrap().enabled = false;
    let mut pool = town();
    let (from, to) = (first(&mut pool).from, first(&mut pool).to);
    another(&mut pool, from, to);
    pool.units.get_mut(&"away".into()).unwrap().strength = None;
    let drawn = |who: &str, index: usize| {
        let case = index + 1;
        format!("M03.drawn.{who}.2026-12-01.all.{index}: -1 x.{who}.c{case}.member + 1 d.{who}.2026-12-01.all >= 0")
    };
    assert_eq!(
        posted(&pool, &policy, "M03"),
        [
            drawn("p2", 0),
            drawn("p2", 1),
            drawn("p3", 0),
            drawn("p3", 1),
            "M03.all.away.2026-12-01: 1 d.p2.2026-12-01.all + 1 d.p3.2026-12-01.all <= 1".to_string(),
        ]
    );
}

#[test]
fn loads_exclude_those_that_do_not_fit_together_and_no_more() {
    let mut policy = policy();
    let mut pool = town();
    let (from, to) = (first(&mut pool).from, first(&mut pool).to);
    another(&mut pool, from, to);
    let members = "300 x.p2.c1.member + 300 x.p2.c2.member <= 200";
    pool.assignments = vec![service("p2", "old", from, from, 800, false)];
    assert_eq!(posted(&pool, &policy, "M02.p2"), [format!("M02.p2.2026-12-01: {members}")], "R17 excludes them");
    policy.rules.rules.get_mut("R17").unwrap().enabled = false;
    let cut = "M02.p2.2026-12-01.1: 1 x.p2.c1.member + 1 x.p2.c2.member <= 1";
    assert_eq!(posted(&pool, &policy, "M02.p2"), [&format!("M02.p2.2026-12-01: {members}"), cut]);

    pool.assignments.clear();
    pool.people.get_mut(&"p2".into()).unwrap().availability = 500;
    let one = "M02.p2.2026-12-01: 1 x.p2.c1.member + 1 x.p2.c2.member <= 1";
    assert_eq!(posted(&pool, &policy, "M02.p2"), [one], "600 of 500");

    // A load of 500 fits beside another of 500, if beside none of 600.
    let heavy = FEW.replace("load = 500", "load = 600").replace("load = 300", "load = 600");
    policy.templates.insert("heavy".to_string(), toml::from_str(&heavy).unwrap());
    pool.cases.get_mut(&"c2".into()).unwrap().template = "heavy".to_string();
    let few = "500 x.p1.c1.lead + 500 x.p1.c1.lead.member + 300 x.p1.c1.member";
    let six = "600 x.p1.c2.lead + 600 x.p1.c2.lead.member + 600 x.p1.c2.member";
    assert_eq!(posted(&pool, &policy, "M02.p1"), [format!("M02.p1.2026-12-01: {few} + {six} <= 1000")]);
}

#[test]
fn of_the_days_of_a_unit_only_the_fullest_have_rows() {
    let policy = policy();
    let mut pool = town();
    pool.units.get_mut(&"away".into()).unwrap().strength = None;
    another(&mut pool, date(2027, 2, 1), date(2027, 4, 1));
    one_more(&mut pool, "c3", date(2027, 3, 15), date(2027, 5, 20));
    let row = |day: &str, one: &str, two: &str| {
        let of = |case: &str| format!("1 x.p2.{case}.member + 1 x.p3.{case}.member");
        format!("M03.all.away.{day}: {} + {} <= 1", of(one), of(two))
    };
    assert_eq!(posted(&pool, &policy, "M03"), [row("2027-02-01", "c1", "c2"), row("2027-03-15", "c2", "c3")]);
}
