//! Who may hold which role of a case, and for how long.

use super::*;

#[test]
fn a_demand_of_the_case_raises_what_is_wanted() {
    let mut pool = town();
    let demand =
        |min, desired| Demand { case: "c1".into(), role: "member".to_string(), min, desired, skill: None, level: None };
    for (min, desired, expected) in [(Some(5), None, (5, 5)), (None, Some(4), (1, 4)), (Some(3), Some(4), (3, 4))] {
        pool.demands = vec![demand(min, desired)];
        let wanted = framed(&pool, &policy(), |frame| {
            let role = &frame.cases[0].roles[1].role;
            (role.min, role.desired)
        });
        assert_eq!(wanted, expected);
    }
}

#[test]
fn a_single_option_is_the_membership_and_several_add_up_to_it() {
    let (pool, policy) = (town(), policy());
    assert_eq!(
        columns(&pool, &policy, "x."),
        ["x.p1.c1.lead", "x.p1.c1.lead.member", "x.p1.c1.member", "x.p2.c1.member", "x.p3.c1.member"]
    );
    assert_eq!(columns(&pool, &policy, "y."), ["y.p1.c1"]);
    assert_eq!(
        posted(&pool, &policy, "M07"),
        ["M07.c1.p1: 1 x.p1.c1.lead + 1 x.p1.c1.lead.member + 1 x.p1.c1.member + -1 y.p1.c1 = 0"]
    );
    framed(&pool, &policy, |frame| {
        let classes: Vec<RoleClass> = frame.options.iter().map(|option| option.class).collect();
        assert_eq!(classes[..3], [RoleClass::Lead, RoleClass::Lead, RoleClass::Member]);
    });
}

#[test]
fn who_serves_in_a_long_case_stays_and_everybody_else_is_drawn_for_a_part() {
    let policy = policy();
    let mut pool = town();
    first(&mut pool).to = date(2027, 4, 30);
    let parts = ["x.p2.c1.member.1", "x.p2.c1.member.2"];
    assert_eq!(columns(&pool, &policy, "x.p2"), parts);
    assert_eq!(columns(&pool, &policy, "x.p1.c1.m"), ["x.p1.c1.member"]);
    let row = |pool: &Pool| posted(pool, &policy, "M01.lead.min");
    let leads = "-1 z.c1 + 1 x.p1.c1.lead + 1 x.p1.c1.lead.member >= 0";
    assert_eq!(row(&pool), [format!("M01.lead.min.c1.1: {leads}"), format!("M01.lead.min.c1.2: {leads}")]);
    assert_eq!(row(&town()), [format!("M01.lead.min.c1: {leads}")]);
    for (who, case, to, whole) in [
        ("p2", "c1", TODAY, true),
        ("p2", "c1", TODAY.yesterday().unwrap(), false),
        ("p3", "c1", TODAY, false),
        ("p2", "old", TODAY, false),
    ] {
        pool.assignments = vec![service(who, case, date(2026, 11, 1), to, 100, false)];
        let expected: &[&str] = if whole { &["x.p2.c1.member"] } else { &parts };
        assert_eq!(columns(&pool, &policy, "x.p2"), expected, "{who} {case} {to}");
        let kept = posted(&pool, &policy, "M06").len();
        assert_eq!(kept, usize::from(to == TODAY && case == "c1"), "{who} {case} {to}");
    }
}

#[test]
fn one_sector_or_one_linked_region_is_enough() {
    let mut pool = town();
    pool.units.get_mut(&"away".into()).unwrap().sectors = vec!["教育".to_string(), "卫生".to_string()];
    first(&mut pool).sectors = vec!["卫生".to_string()];
    pool.units.get_mut(&"room".into()).unwrap().linked_regions = vec!["430426".into(), "430422".into()];
    let passed = |pool: &Pool, filter: &UnitFilter, who: &str| {
        let person = &pool.people[&who.into()];
        passes(filter, pool, &pool.cases[&CaseId::from("c1")], person, &pool.units[&person.unit])
    };
    let sector = UnitFilter { same_sector: true, ..UnitFilter::default() };
    let lead = UnitFilter { lead_unit: true, ..UnitFilter::default() };
    let linked = UnitFilter { linked_region: true, ..UnitFilter::default() };
    for (filter, of_the_room, from_away) in [(&sector, false, true), (&lead, true, false), (&linked, false, true)] {
        assert_eq!((passed(&pool, filter, "p1"), passed(&pool, filter, "p2")), (of_the_room, from_away), "{filter:?}");
    }
    first(&mut pool).sectors.clear();
    assert!(!passed(&pool, &sector, "p2"));
}

#[test]
fn a_secondment_elsewhere_keeps_from_serving_as_long_as_the_cool_down_lasts() {
    let policy = policy();
    let mut pool = town();
    let (long_ago, much_later) = (date(2026, 1, 1), date(2027, 6, 1));
    for (from, to, may) in [
        (long_ago, date(2026, 11, 1), false),
        (long_ago, date(2026, 10, 31), true),
        (date(2027, 3, 30), much_later, false),
        (date(2027, 3, 31), much_later, true),
    ] {
        pool.assignments = vec![service("p2", "old", from, to, 0, true)];
        // Too many days for the limit of a year's secondment otherwise.
        let mut policy = policy.clone();
        policy.rules.rules.get_mut("R18").unwrap().enabled = false;
        assert_eq!(columns(&pool, &policy, "x.p2").len(), usize::from(may), "{from} to {to}");
        assert_eq!(columns(&pool, &policy, "x.p3").len(), 1);
    }
}

#[test]
fn a_stint_is_as_long_as_it_must_be_or_as_the_case() {
    let policy = policy();
    for (last, parts) in [(date(2026, 12, 30), 1), (date(2026, 12, 29), 1)] {
        let mut pool = town();
        first(&mut pool).to = last;
        assert_eq!(columns(&pool, &policy, "x.p2").len(), parts, "{last}");
    }
    let mut short = policy.clone();
    for (most, parts) in [(30, 3), (29, 0)] {
        short.rules.rules.get_mut("R18").unwrap().parameters.get_mut("stint_days").unwrap().value =
            ParameterValue::Number(most);
        assert_eq!(columns(&town(), &short, "x.p2").len(), parts, "90 days in stints of {most}");
    }
    // What leads up to it without a break is the same stint, unless a human approved the extension.
    for (last, extension, parts) in
        [(date(2026, 11, 19), false, 0), (date(2026, 11, 19), true, 1), (date(2026, 11, 18), false, 1)]
    {
        let mut pool = town();
        (first(&mut pool).from, first(&mut pool).to) = (date(2026, 11, 10), date(2027, 1, 31));
        let served = service("p2", "c1", date(2026, 10, 20), last, 1000, true);
        pool.assignments = vec![Service { extension, ..served }];
        assert_eq!(columns(&pool, &policy, "x.p2").len(), parts, "served until {last}, {extension}");
    }
    let parts = |policy: &Policy, served: &[(Date, Date, bool)]| {
        let mut pool = town();
        (first(&mut pool).from, first(&mut pool).to) = (date(2026, 11, 10), date(2027, 1, 31));
        let row = |(from, to, extension): &(Date, Date, bool)| Service {
            extension: *extension,
            ..service("p2", "c1", *from, *to, 1000, true)
        };
        pool.assignments = served.iter().map(row).collect();
        columns(&pool, policy, "x.p2").len()
    };
    // 73 days ahead and 19 before them are the 92 that may be, and one more is too many.
    assert_eq!(parts(&policy, &[(date(2026, 11, 1), date(2026, 11, 19), false)]), 1);
    assert_eq!(parts(&policy, &[(date(2026, 10, 31), date(2026, 11, 19), false)]), 0);
    // Who serves today was decided about, and one approval is enough.
    assert_eq!(parts(&policy, &[(date(2026, 10, 20), TODAY, false)]), 1);
    let before = (date(2026, 5, 1), date(2026, 5, 31), false);
    assert_eq!(parts(&policy, &[before, (date(2026, 10, 20), date(2026, 11, 19), true)]), 1);
    // Zero is no limit.
    short.rules.rules.get_mut("R18").unwrap().parameters.get_mut("stint_days").unwrap().value =
        ParameterValue::Number(0);
    assert_eq!(parts(&short, &[(date(2026, 10, 20), date(2026, 11, 19), false)]), 1);
}

#[test]
fn bans_and_pins_are_for_their_person_case_and_role() {
    let policy = policy();
    let pin = |person: &str, case: &str, role: Option<&str>, kind| Pin {
        role: role.map(str::to_string),
        ..records::pin(kind, person, case)
    };
    let mut pool = town();
    let all = ["x.p1.c1.lead", "x.p1.c1.lead.member", "x.p1.c1.member"];
    for (who, case, role, left) in [
        ("p1", "c1", None, &[][..]),
        ("p1", "c1", Some("lead"), &all[2..]),
        ("p1", "c1", Some("member"), &all[..1]),
        ("p2", "c1", None, &all),
        ("p1", "old", None, &all),
    ] {
        pool.pins = vec![pin(who, case, role, PinKind::Ban)];
        assert_eq!(columns(&pool, &policy, "x.p1"), left, "{who} {case} {role:?}");
        assert_eq!(posted(&pool, &policy, "M06"), Vec::<String>::new());
    }
    let doubled = "1 x.p1.c1.lead.member + 1 x.p1.c1.member >= 1";
    for (case, role, expected) in [
        ("c1", Some("member"), Some(format!("M06.c1.p1.member: {doubled}"))),
        ("c1", None, Some(format!("M06.c1.p1.any: 1 x.p1.c1.lead + {doubled}"))),
        ("old", None, None),
    ] {
        pool.pins = vec![pin("p1", case, role, PinKind::Pin)];
        assert_eq!(posted(&pool, &policy, "M06"), Vec::from_iter(expected));
        assert_eq!(columns(&pool, &policy, "x.p1").len(), 3);
    }
}

#[test]
fn whoever_is_held_is_named_by_the_rule_that_posts_it() {
    let mut policy = policy();
    let mut pool = town();
    let pin = |person: &str, case: &str, kind| Pin { role: None, ..records::pin(kind, person, case) };
    let lead = Some("lead".to_string());
    pool.pins = vec![
        pin("p1", "c1", PinKind::Pin),
        pin("p3", "c1", PinKind::Ban),
        Pin { role: lead.clone(), ..pin("p3", "old", PinKind::Pin) },
    ];
    let until = |person: &str, to| service(person, "c1", date(2026, 11, 1), to, 100, false);
    pool.assignments = vec![until("p2", TODAY), until("p3", TODAY.yesterday().unwrap())];
    let held = |policy: &Policy| rules::pins::held(&pool, policy, TODAY);
    let one =
        |person: &str, case: &str, serving, role| Held { person: person.into(), case: case.into(), serving, role };
    let expected = [
        one("p1", "c1", false, None),
        one("p3", "old", false, lead),
        one("p2", "c1", true, Some("member".to_string())),
    ];
    assert_eq!(held(&policy), expected);
    let rows = posted(&pool, &policy, "M06");
    let named: Vec<&str> = rows.iter().filter_map(|row| Some(row.split_once(':')?.0)).collect();
    assert_eq!(named, ["M06.c1.p1.any", "M06.c1.p2.member"]);
    policy.rules.rules.get_mut("M06").unwrap().enabled = false;
    assert_eq!((held(&policy), posted(&pool, &policy, "M06")), (Vec::new(), Vec::new()));
}

#[test]
fn heads_of_stationed_groups_give_their_part_and_newcomers_stay_at_home() {
    let mut policy = policy();
    for code in ["M08", "R20"] {
        policy.rules.rules.get_mut(code).unwrap().enabled = true;
    }
    let mut pool = town();
    for (id, unit, position) in
        [("h1", "group", Position::Head), ("h2", "group", Position::Staff), ("h3", "away", Position::Head)]
    {
        let head = person(&mut pool, id);
        (head.unit, head.position, head.pools.investigation) = (unit.into(), position, true);
    }
    for (load, expected) in [(500, [1, 1, 1]), (501, [0, 1, 1])] {
        policy.templates.get_mut("few").unwrap().roles[1].load = load;
        let members = ["x.h1.c1.member", "x.h2.c1.member", "x.h3.c1.member"];
        assert_eq!(members.map(|name| columns(&pool, &policy, name).len()), expected, "{load}");
    }
    policy.templates.get_mut("few").unwrap().roles[1].load = 300;
    for (entered, class, may) in [
        (date(2023, 12, 1), "member", true),
        (date(2023, 12, 2), "member", false),
        (date(2023, 12, 2), "trainee", true),
    ] {
        let text = FEW.replace(r#"class = "member""#, &format!("class = \"{class}\""));
        policy.templates.insert("few".to_string(), toml::from_str(&text).unwrap());
        pool.people.get_mut(&"p2".into()).unwrap().entered = Some(entered.into());
        assert_eq!(columns(&pool, &policy, "x.p2").len(), usize::from(may), "entered on {entered}, {class}");
    }
}

#[test]
fn leave_keeps_from_serving_when_more_of_its_days_fall_into_the_service_than_may() {
    let mut pool = town();
    let mut policy = policy();
    let from = first(&mut pool).from;
    // A number of days of which a quarter is whole.
    let to = from.saturating_add(87.days());
    first(&mut pool).to = to;
    let (before, after) = (from.yesterday().unwrap(), to.tomorrow().unwrap());
    let leave = |from, to| Leave { person: "p2".into(), from, to };
    let mut may = |short: i64, rows: &[Leave]| {
        let rule = policy.rules.rules.get_mut("M02").unwrap();
        rule.parameters.get_mut("short_leave_days").unwrap().value = ParameterValue::Number(short);
        pool.leave = rows.to_vec();
        columns(&pool, &policy, "x.p2").len() == 1
    };
    for (begin, end, none) in [(before, before, true), (before, from, false), (to, after, false), (after, after, true)]
    {
        assert_eq!(may(0, &[leave(begin, end)]), none, "from {begin} to {end}");
        assert!(may(1, &[leave(begin, end)]), "one day from {begin} to {end}");
    }
    let week = leave(before, before.saturating_add(7.days()));
    assert!(
        may(7, std::slice::from_ref(&week)) && !may(6, std::slice::from_ref(&week)),
        "the day before is not counted"
    );
    assert!(may(8, &[week.clone(), leave(to, to)]) && !may(7, &[week, leave(to, to)]), "all rows count together");
    let twice = [
        leave(from, from.saturating_add(2.days())),
        leave(from.saturating_add(1.days()), from.saturating_add(3.days())),
    ];
    assert!(may(4, &twice) && !may(3, &twice), "a day in two rows counts once");
    let apart = [leave(from, from), leave(from.saturating_add(2.days()), from.saturating_add(2.days()))];
    assert!(may(2, &apart) && !may(1, &apart), "the day between is no leave");
    // However many days may be: no more than a quarter of the service.
    let quarter = days_between(from, to) / 4;
    let first_days = |days: i64| leave(from, from.saturating_add((days - 1).days()));
    assert!(may(400, &[first_days(quarter)]) && !may(400, &[first_days(quarter + 1)]));
}

#[test]
fn newcomers_serve_in_their_own_zone() {
    let mut policy = policy();
    policy.rules.rules.get_mut("R20").unwrap().enabled = true;
    let mut pool = town();
    pool.people.get_mut(&"p2".into()).unwrap().entered = Some(TODAY.into());
    assert_eq!(columns(&pool, &policy, "x.p2").len(), 0);
    let zone = |pool: &mut Pool, unit: &str, zone: &str| {
        pool.units.get_mut(&unit.into()).unwrap().zone = Some(zone.to_string());
    };
    zone(&mut pool, "away", "一区");
    // Of the local units of the place, all of one zone, none of another kind and none elsewhere.
    for (unit, kind, region, other, may) in [
        ("east", UnitKind::Local, "430426", "二区", 1),
        ("spare", UnitKind::Stationed, "430422", "二区", 1),
        ("near", UnitKind::Local, "430422", "一区", 1),
        ("town", UnitKind::Local, "430422", "二区", 0),
    ] {
        add_unit(&mut pool, unit, kind, None, "bureau", region);
        zone(&mut pool, unit, other);
        assert_eq!(columns(&pool, &policy, "x.p2").len(), may, "{unit}");
    }
}
