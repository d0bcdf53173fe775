//! One corruption at a time, with exactly the rules that must fail.

use std::collections::BTreeSet;

use evenhand::check::EntryVerdict;
use evenhand::plan::{Assignment, CaseCoverage, PinUsed, Team, Termination};
use evenhand::policy::{Origin, ParameterValue, RoleClass};
use evenhand::pool::{
    Assignment as Service, Case, CaseStage, Clearance, DeclaredTie, DeclaredTieKind, Demand, Duty, Exemption, KinKind,
    Leave, ParentKind, PartialDate, Party, PartyRole, Period, Pin, PinKind, Position, Relative, School, Sex, Spell,
    SpellKind, UnitKind,
};
use evenhand::screen::Facts;
use evenhand::ties::infer;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::world::{AS_OF, FROM, TO, World, party, world};
use super::{failing, judged};
use crate::records::{self, kin, parent, term};

/// Spoils the world and expects exactly these rules to fail.
#[track_caller]
fn breaks(rules: &[&str], spoil: impl FnOnce(&mut World)) {
    let mut world = world();
    spoil(&mut world);
    // What the policy changes is judged by a test of its own.
    world.plan.policy.changes = world.policy.changes();
    world.plan.coverage.cases = of_cases(&world);
    let report = judged(&world);
    let expected: BTreeSet<&str> = rules.iter().copied().collect();
    assert_eq!(failing(&report), expected, "{:#?}", report.failures().collect::<Vec<_>>());
}

/// Spoils the world and expects at least this rule to fail.
#[track_caller]
fn breaks_at_least(rule: &str, spoil: impl FnOnce(&mut World)) {
    let mut world = world();
    spoil(&mut world);
    // What the policy changes is judged by a test of its own.
    world.plan.policy.changes = world.policy.changes();
    world.plan.coverage.cases = of_cases(&world);
    let report = judged(&world);
    assert!(failing(&report).contains(rule), "{:#?}", report.failures().collect::<Vec<_>>());
}

/// What screening counts of the subjects; that the checker counts the same is seen by every corruption that passes.
fn of_cases(world: &World) -> Vec<CaseCoverage> {
    let ties = infer(&world.pool, &world.policy.ties, AS_OF);
    let facts = Facts::new(&world.pool, &ties);
    world.plan.input.cases.iter().map(|case| CaseCoverage::of(&world.pool, &facts, AS_OF, case)).collect()
}

fn declared(kind: DeclaredTieKind) -> DeclaredTie {
    records::declared("a-safe", "s-1", kind)
}

fn service(person: &str, case: &str, drawn: bool) -> Service {
    let (stage, load) = (Some(CaseStage::Filed), 500);
    let days = (date(2026, 6, 2), date(2026, 6, 20));
    Service { stage, load, drawn, ..records::service(person, case, "interview", days) }
}

fn pin(kind: PinKind, person: &str, approver: &str) -> (Pin, PinUsed) {
    let pin = Pin { approver: approver.to_string(), ..records::pin(kind, person, "c-1") };
    let used = PinUsed {
        kind,
        person: pin.person.clone(),
        case: pin.case.clone(),
        role: None,
        reason: pin.reason.clone(),
        author: pin.author.clone(),
        approver: pin.approver.clone(),
    };
    (pin, used)
}

fn add_pin(world: &mut World, kind: PinKind, person: &str, approver: &str) {
    let (pin, used) = pin(kind, person, approver);
    world.pool.pins.push(pin);
    world.plan.pins.push(used);
}

fn person<'w>(world: &'w mut World, id: &str) -> &'w mut evenhand::pool::Person {
    world.pool.people.get_mut(&id.into()).unwrap()
}

fn case(world: &mut World) -> &mut evenhand::pool::Case {
    world.pool.cases.get_mut(&"c-1".into()).unwrap()
}

fn subject(world: &mut World) -> &mut evenhand::pool::Party {
    world.pool.parties.get_mut(&"s-1".into()).unwrap()
}

fn serving<'w>(world: &'w mut World, id: &str) -> &'w mut Assignment {
    world.plan.assignments.iter_mut().find(|assignment| assignment.person.as_str() == id).unwrap()
}

fn formed(world: &mut World) -> &mut Team {
    &mut world.plan.teams[0]
}

fn parameter(world: &mut World, rule: &str, name: &str, value: i64) {
    let rule = world.policy.rules.rules.get_mut(rule).unwrap();
    rule.parameters.get_mut(name).unwrap().value = ParameterValue::Number(value);
}

fn switch_on(world: &mut World, rule: &str) {
    world.policy.rules.rules.get_mut(rule).unwrap().enabled = true;
}

fn spell(kind: SpellKind, from: i16, to: i16) -> Spell {
    Spell { kind, ..records::post("a-safe", "o-bureau", period(from, to)) }
}

fn period(from: i16, to: i16) -> Period {
    Period { from: PartialDate::year(from).unwrap(), to: PartialDate::year(to) }
}

#[test]
fn kin_of_parties() {
    breaks(&["R01", "R05"], |w| w.pool.kin.push(parent("s-1", "a-own")));
    breaks(&["R01"], |w| w.pool.kin.push(term("a-own", "i-1", "妹妹")));
    breaks(&["R05"], |w| w.pool.kin.push(term("a-own", "s-1", "表哥")));
    breaks(&["R05"], |w| w.pool.kin.push(term("s-1", "a-own", "姐夫")));
    breaks(&["R04"], |w| w.pool.kin.push(term("a-own", "i-1", "表哥")));
    breaks(&["R04"], |w| w.pool.kin.push(term("a-own", "s-1", "堂叔")));
    breaks(&["R04"], |w| w.pool.kin.push(term("a-own", "s-1", "远房老表")));
    breaks(&["R04"], |w| {
        let to = PartialDate::year(2020);
        w.pool.kin.push(kin("a-own", "s-1", KinKind::Spouse { from: None, to }));
    });
    // The subject's fellow investigator is then tied to the subject as well.
    breaks(&["R01", "R05", "objective"], |w| subject(w).person = Some("a-own".into()));
}

#[test]
fn kin_through_several_edges_and_across_an_adoption() {
    let uncle = [parent("grand", "mother"), parent("grand", "s-1"), parent("mother", "a-own")];
    breaks(&["R05"], |w| w.pool.kin.extend(uncle.clone()));
    breaks(&["R04"], |w| {
        w.pool.kin.extend(uncle);
        w.pool.kin.push(kin("foster", "a-own", KinKind::Parent(ParentKind::Adoptive)));
    });
}

#[test]
fn roles_and_circumstances_in_the_case() {
    breaks_at_least("M11", |world| subject(world).role = PartyRole::Witness);
    breaks_at_least("M11", |world| subject(world).case = "c9".into());
    breaks(&["R02"], |w| {
        party(&mut w.pool, "w-1", PartyRole::Witness);
        w.pool.parties.get_mut(&"w-1".into()).unwrap().person = Some("a-safe".into());
    });
    breaks(&["R03"], |w| w.pool.declared_ties.push(declared(DeclaredTieKind::Interest)));
    breaks(&["R03", "R05"], |w| {
        party(&mut w.pool, "x-1", PartyRole::Interested);
        w.pool.kin.push(parent("a-safe", "x-1"));
    });
    breaks(&["R04"], |w| w.pool.declared_ties.push(declared(DeclaredTieKind::Friend)));
    let under_investigation = |world: &mut World, open, to| {
        let other = records::case("c-other", "small", "o-commission", "430421", (date(2026, 1, 1), to));
        world.pool.cases.insert("c-other".into(), Case { open, ..other });
        let row = records::party("s-other", "c-other", PartyRole::Subject);
        world.pool.parties.insert("s-other".into(), Party { person: Some("a-safe".into()), ..row });
    };
    let eve = FROM.yesterday().unwrap();
    breaks(&["R04"], |w| under_investigation(w, true, eve));
    breaks(&["R04"], |w| under_investigation(w, false, FROM));
    breaks(&[], |w| under_investigation(w, false, eve));
    breaks(&[], |w| {
        let until = PartialDate::year(2010);
        w.pool.declared_ties.push(DeclaredTie { until, ..declared(DeclaredTieKind::Friend) });
    });
    breaks(&["R07"], |w| {
        let organisation = Some("o-bureau".into());
        let uncle = Relative { id: "rel".into(), name: None, organisation, leading: true };
        w.pool.relatives.insert("rel".into(), uncle);
        w.pool.kin.push(term("a-safe", "rel", "舅舅"));
    });
    breaks(&["R14"], |w| {
        case(w).stage = CaseStage::Review;
        w.pool.assignments.push(Service {
            to: date(2026, 5, 1),
            from: date(2026, 4, 1),
            ..service("a-own", "c-1", false)
        });
    });
    breaks(&["R27"], |w| person(w, "a-safe").clearance = Clearance::None);
    breaks(&["R29"], |w| person(w, "a-safe").left = Some(date(2026, 8, 1)));
}

#[test]
fn home_county_and_dossier_ties() {
    breaks(&["R21", "objective"], |w| person(w, "a-lead").grew_up = Some("430406".into()));
    breaks(&["R21"], |w| person(w, "a-lead").grew_up = Some("430400".into()));
    breaks(&["R32"], |w| {
        w.pool.careers.push(spell(SpellKind::Post, 2022, 2024));
    });
    breaks(&["R32"], |w| {
        w.pool.careers.push(Spell { department: Some("基建科".into()), ..spell(SpellKind::Post, 2022, 2024) });
        subject(w).department = Some("办公室".into());
    });
    breaks(&[], |w| {
        w.pool.careers.push(Spell { department: Some("基建科".into()), ..spell(SpellKind::Post, 2022, 2024) });
        subject(w).department = Some("办公室".into());
        subject(w).organisation = Some("o-commission".into());
        w.pool.careers.last_mut().unwrap().organisation = Some("o-commission".into());
    });
    breaks(&["objective"], |w| {
        w.pool.careers.push(spell(SpellKind::Post, 2020, 2022));
    });
    breaks(&[], |w| {
        w.pool.careers.push(spell(SpellKind::Post, 2018, 2020));
    });
    breaks(&["R33"], |w| {
        for actor in ["a-lead", "s-1"] {
            let (school, major) = ("湘南大学".to_string(), Some("法学".to_string()));
            w.pool.schools.push(School { actor: actor.into(), school, major, period: period(2011, 2014) });
        }
    });
    breaks(&["R34"], |w| {
        w.pool.units.get_mut(&"u-group".into()).unwrap().host = Some("o-bureau".into());
        person(w, "g-1").position = Position::Head;
        subject(w).leadership = true;
    });
    breaks(&["objective"], |w| w.pool.units.get_mut(&"u-group".into()).unwrap().host = Some("o-bureau".into()));
}

#[test]
fn team_rules() {
    // Kin who work in the county of the case are also a matter of exposure.
    breaks(&["R06", "objective"], |w| w.pool.kin.push(term("a-own", "a-safe", "堂姐")));
    breaks(&["R06"], |w| w.pool.kin.push(term("a-own", "a-safe", "干爹")));
    breaks(&["R06"], |w| w.pool.kin.push(term("a-own", "a-safe", "前妻")));
    breaks(&["R06", "objective"], |w| w.pool.kin.extend([parent("elder", "a-own"), parent("elder", "l-1")]));
    breaks(&["R10"], |w| case(w).sessions = Some(2));
    breaks(&["R11"], |w| formed(w).pairs.clear());
    breaks(&["R11"], |w| {
        let pair = &mut formed(w).pairs[0];
        std::mem::swap(&mut pair.own, &mut pair.other);
    });
    breaks(&["R11"], |w| formed(w).pairs[0].other = "a-safe".into());
    // A pair for fewer days than they serve leaves days without one; for more, it names days without service.
    breaks(&["R11"], |w| formed(w).pairs[0].to = FROM);
    breaks(&["R11"], |w| formed(w).pairs[0].from = TO);
    breaks(&["R11"], |w| formed(w).pairs[0].to = date(2026, 12, 31));
    breaks(&["R11"], |w| formed(w).pairs[0].to = date(2026, 6, 30));
    breaks(&["R11", "objective"], |w| w.pool.units.get_mut(&"u-group".into()).unwrap().body = "o-county".into());
    breaks(&["R12"], |w| person(w, "a-own").sex = Some(Sex::Male));
    breaks(&["R13"], |w| w.policy.templates.get_mut("small").unwrap().roles[2].safety_officer = false);
    breaks(&["R13"], |w| w.policy.templates.get_mut("small").unwrap().roles[2].evidence_work = true);
    breaks(&["R15"], |w| {
        person(w, "r-1").clearance = Clearance::None;
        person(w, "r-2").clearance = Clearance::None;
    });
    breaks(&[], |w| person(w, "r-1").clearance = Clearance::None);
    // Whoever worked on the investigation cannot review it.
    let investigated = |stage| Service { stage, ..service("r-1", "c-1", false) };
    breaks(&[], |w| {
        person(w, "r-2").clearance = Clearance::None;
        w.pool.assignments.push(Service {
            to: date(2026, 1, 31),
            from: date(2026, 1, 1),
            ..investigated(Some(CaseStage::Inquiry))
        });
    });
    breaks(&["R15"], |w| {
        person(w, "r-2").clearance = Clearance::None;
        w.pool.assignments.push(Service {
            to: date(2026, 1, 31),
            from: date(2026, 1, 1),
            ..investigated(Some(CaseStage::Filed))
        });
    });
    let number = |w: &mut World, rule: &str, name: &str, number| {
        let rule = w.policy.rules.rules.get_mut(rule).unwrap();
        rule.parameters.get_mut(name).unwrap().value = ParameterValue::Number(number);
    };
    for (rule, name, holds) in
        [("R10", "people_per_session", 3), ("R12", "women", 2), ("R13", "officers", 1), ("R15", "reviewers", 3)]
    {
        breaks(&[], |w| number(w, rule, name, holds));
        breaks(&[rule], |w| number(w, rule, name, holds + 1));
    }
    breaks(&["R26"], |w| w.pool.organisations.get_mut(&"o-commission".into()).unwrap().region = None);
    breaks(&[], |w| {
        w.pool.organisations.get_mut(&"o-commission".into()).unwrap().region = None;
        w.plan.teams.iter_mut().for_each(|team| team.jurisdiction_document_needed = true);
    });
    breaks(&["R26"], |w| formed(w).jurisdiction_document_needed = true);
    breaks(&["R26"], |w| {
        w.pool.organisations.get_mut(&"o-commission".into()).unwrap().region = Some("430421".into());
        w.plan.teams[1].jurisdiction_document_needed = true;
    });
}

#[test]
fn headcount_and_open_slots() {
    let demand = |min, desired| Demand {
        case: "c-1".into(),
        role: "interview".to_string(),
        min,
        desired,
        skill: None,
        level: None,
    };
    breaks(&["M01"], |w| w.pool.demands.push(demand(Some(4), None)));
    breaks(&["M01", "objective"], |w| w.pool.demands.push(demand(None, Some(2))));
    breaks(&["M01"], |w| w.plan.open_slots[0].count = 2);
    breaks(&["M01"], |w| w.plan.open_slots.clear());
    breaks(&["M01"], |w| w.policy.templates.get_mut("small").unwrap().roles[1].from.own = true);
    breaks_at_least("plan", |w| formed(w).formed = false);
    breaks_at_least("M01", |w| w.plan.assignments.truncate(4));
}

fn leave(person: &str, from: Date, days: i64) -> Leave {
    Leave { person: person.into(), from, to: from.saturating_add((days - 1).days()) }
}

#[test]
fn loads_floors_skills_and_composition() {
    breaks(&["M02"], |w| w.pool.assignments.push(Service { to: FROM, ..service("a-safe", "other", false) }));
    breaks(&[], |w| w.pool.assignments.push(Service { load: 200, to: FROM, ..service("a-safe", "other", false) }));
    breaks(&["M02"], |w| w.pool.leave.push(leave("g-1", FROM, 8)));
    breaks(&[], |w| w.pool.leave.push(leave("g-1", FROM, 7)));
    // A day in two rows is one day of leave.
    breaks(&[], |w| w.pool.leave.extend([leave("g-1", FROM, 7), leave("g-1", FROM, 5)]));
    breaks(&["M02"], |w| w.pool.leave.extend([leave("g-1", FROM, 7), leave("g-1", FROM.saturating_add(4.days()), 4)]));
    breaks(&["M02"], |w| w.pool.leave.extend([leave("g-1", FROM, 7), leave("g-1", TO, 1)]));
    breaks(&["M02"], |w| person(w, "a-safe").availability = 799);
    breaks(&["M03"], |w| w.pool.units.get_mut(&"u-local".into()).unwrap().strength = Some(1));
    breaks(&["M03"], |w| {
        for away in ["l-head", "l-deputy"] {
            w.pool.leave.push(Leave { person: away.into(), from: date(2026, 8, 1), to: date(2026, 8, 9) });
        }
    });
    breaks(&["M03"], |w| {
        for away in ["l-2", "l-3", "l-4", "l-deputy"] {
            w.pool.assignments.push(Service { to: FROM, ..service(away, "other", true) });
        }
    });
    let duty = |people, from, to| Duty { unit: "u-local".into(), duty: "日常监督".into(), from, to, people };
    breaks(&[], |w| w.pool.duties.push(duty(5, FROM, TO)));
    breaks(&["M03"], |w| w.pool.duties.push(duty(6, FROM, FROM)));
    breaks(&["M03"], |w| w.pool.duties.push(duty(6, TO, TO)));
    breaks(&[], |w| w.pool.duties.push(duty(6, TO.tomorrow().unwrap(), TO.tomorrow().unwrap())));
    breaks(&["M03"], |w| w.pool.duties.extend([duty(3, FROM, TO), duty(3, TO, TO)]));
    breaks(&["M04", "objective"], |w| w.pool.skills[0].level = 1);
    breaks(&["M05"], |w| w.policy.templates.get_mut("small").unwrap().compositions[0].min_origins = 2);
    breaks(&["M05"], |w| w.policy.templates.get_mut("small").unwrap().compositions[0].max_per_origin = Some(0));
    breaks(&["M08"], |w| {
        switch_on(w, "M08");
        person(w, "g-1").position = Position::Head;
        w.pool.units.get_mut(&"u-group".into()).unwrap().host = Some("o-county".into());
    });
}

/// A week of leave keeps nobody out, and who is away on a day does not count on it.
#[test]
fn whoever_is_on_leave_is_no_safety_officer_searcher_nor_half_of_a_pair_that_day() {
    let (third, fourth) = (date(2026, 8, 3), date(2026, 8, 4));
    let both = |w: &mut World, first: Leave, second: Leave| {
        // A woman is among the two.
        w.pool.cases.get_mut(&"c-1".into()).unwrap().female_search = false;
        w.pool.leave.extend([first, second]);
    };
    for day in [FROM, third, TO] {
        breaks(&["R13"], |w| w.pool.leave.push(leave("a-safe", day, 1)));
        breaks(&["R12"], |w| w.pool.leave.push(leave("a-own", day, 1)));
        breaks(&["R10"], |w| both(w, leave("g-1", day, 1), leave("l-1", day, 1)));
    }
    for day in [FROM.yesterday().unwrap(), TO.tomorrow().unwrap()] {
        breaks(&[], |w| w.pool.leave.push(leave("a-safe", day, 1)));
    }
    // Of two own people and another one in pairs, one own is enough, and none is too few.
    breaks(&["R10", "R11"], |w| both(w, leave("a-own", third, 1), leave("g-1", third, 1)));
    // One of the two is back when the other goes.
    breaks(&["R10"], |w| both(w, leave("g-1", third, 2), leave("l-1", fourth, 2)));
    breaks(&[], |w| both(w, leave("g-1", third, 1), leave("l-1", fourth, 1)));
}

/// A case that does not say how many sessions it plans has those of its template; one that says none has none.
#[test]
fn a_blank_number_of_sessions_is_the_templates() {
    for (stated, template, rules) in
        [(None, 1, &["R10"] as &[&str]), (None, 0, &[]), (Some(0), 1, &[]), (Some(1), 0, &["R10"])]
    {
        breaks(rules, |w| {
            (case(w).sessions, case(w).female_search) = (stated, false);
            w.policy.templates.get_mut("small").unwrap().sessions = template;
            let day = FROM.saturating_add(2.days());
            w.pool.leave.extend([leave("g-1", day, 1), leave("l-1", day, 1)]);
        });
    }
    // One more than the pairs hold, and nobody away.
    breaks(&["R10"], |w| {
        case(w).sessions = None;
        w.policy.templates.get_mut("small").unwrap().sessions = 2;
    });
}

/// The plan decides nothing about those who serve in the case already: their leave is a warning.
#[test]
fn leave_of_whoever_serves_already_asks_for_somebody_to_stand_in() {
    let judged_until = |until: Date| {
        let mut w = world();
        w.pool.leave.push(leave("a-safe", FROM, 2));
        w.pool.assignments.push(records::service("a-safe", "c-1", "safety", (until, until)));
        let report = judged(&w);
        let safety = report.entries.iter().find(|entry| entry.rule == "R13").unwrap();
        (safety.verdict, safety.words.en.clone())
    };
    let words = "from 2026-07-01 to 2026-07-02: 0 safety officers on duty".to_string();
    assert_eq!(judged_until(AS_OF), (EntryVerdict::Warn, words.clone()));
    assert_eq!(judged_until(AS_OF.yesterday().unwrap()), (EntryVerdict::Fail, words));
}

/// The group's member and the local one, both of kind local, and a template that counts where they come from.
#[test]
fn counties_are_counted_as_such() {
    let faults = |count: Origin, body: &str, least: i64, most: i64| {
        let mut w = world();
        for (id, region) in [("o-other", Some("430422")), ("o-unplaced", None)] {
            w.pool.organisations.insert(id.into(), records::organisation(id, region));
        }
        let group = w.pool.units.get_mut(&"u-group".into()).unwrap();
        (group.kind, group.body) = (UnitKind::Local, body.into());
        let row = &mut w.policy.templates.get_mut("small").unwrap().compositions[0];
        (row.count, row.min_origins, row.max_per_origin) = (count, least, Some(most));
        let report = judged(&w);
        let told = report.failures().filter(|entry| entry.rule == "M05");
        told.map(|entry| format!("{} / {}", entry.words.zh, entry.words.en)).collect::<Vec<_>>()
    };
    let none: [String; 0] = [];
    assert_eq!(faults(Origin::Units, "o-county", 2, 1), none);
    assert_eq!(faults(Origin::Counties, "o-county", 1, 2), none);
    let few = faults(Origin::Counties, "o-county", 2, 2);
    assert_eq!(few.len(), 1, "{few:?}");
    assert!(few[0].contains("1 个县（市、区），少于 2 个") && few[0].contains("1 county, fewer than 2"), "{few:?}");
    let many = faults(Origin::Counties, "o-county", 1, 1);
    assert_eq!(many.len(), 1, "{many:?}");
    assert!(many[0].contains("一个县（市、区）派出 2 人，多于 1 人"), "{many:?}");
    assert!(many[0].contains("2 people of one county, more than 1"), "{many:?}");
    // The commission's county, and where it is not on record, the unit's own.
    assert_eq!(faults(Origin::Counties, "o-other", 2, 1), none);
    assert_eq!(faults(Origin::Counties, "o-unplaced", 2, 1), none);
}

#[test]
fn pins_and_doubles() {
    breaks(&["M06"], |w| add_pin(w, PinKind::Pin, "l-2", "书记"));
    breaks(&["M06"], |w| add_pin(w, PinKind::Ban, "a-safe", "书记"));
    breaks(&["R19"], |w| add_pin(w, PinKind::Pin, "a-safe", " "));
    breaks(&[], |w| add_pin(w, PinKind::Pin, "a-safe", "书记"));
    breaks(&["plan"], |w| {
        add_pin(w, PinKind::Pin, "a-safe", "书记");
        w.plan.pins.clear();
    });
    breaks(&["M06"], |w| {
        let now = Service { from: date(2026, 5, 1), to: date(2026, 6, 9), ..service("l-2", "c-1", false) };
        w.pool.assignments.push(now);
    });
    breaks_at_least("M07", |w| {
        let twice = Assignment { role: "interview".to_string(), ..w.plan.assignments[4].clone() };
        w.plan.assignments.push(twice);
    });
    breaks_at_least("M07", |w| serving(w, "a-safe").also = Some("interview".to_string()));
}

#[test]
fn secondments() {
    breaks(&["R17"], |w| person(w, "l-1").pools.investigation = false);
    breaks(&[], |w| person(w, "a-own").pools.investigation = false);
    breaks(&["R17"], |w| w.pool.assignments.push(service("g-1", "other", true)));
    breaks(&[], |w| {
        w.pool.assignments.push(Service {
            to: date(2026, 5, 31),
            from: date(2026, 5, 31),
            ..service("g-1", "x", false)
        })
    });
    breaks(&["R18"], |w| parameter(w, "R18", "stint_days", 76));
    breaks(&[], |w| parameter(w, "R18", "stint_days", 77));
    breaks(&["R18"], |w| parameter(w, "R18", "total_days", 136));
    breaks(&[], |w| parameter(w, "R18", "total_days", 137));
    breaks(&["R20"], |w| {
        switch_on(w, "R20");
        person(w, "g-1").exemptions.push(Exemption::Probation);
    });
    let in_zones = |w: &mut World, home: &str, lead: &str| {
        switch_on(w, "R20");
        person(w, "g-1").exemptions.push(Exemption::Probation);
        let unit = w.pool.people[&"g-1".into()].unit.clone();
        w.pool.units.get_mut(&unit).unwrap().zone = Some(home.to_string());
        let case = &w.pool.cases[&"c-1".into()];
        let (region, led_by) = (case.region.clone(), case.lead_unit.clone());
        let is_local =
            |unit: &evenhand::pool::Unit| unit.kind == evenhand::pool::UnitKind::Local && unit.region == region;
        for unit in w.pool.units.values_mut() {
            if led_by.as_ref().map_or(is_local(unit), |lead| *lead == unit.id) {
                unit.zone = Some(lead.to_string());
            }
        }
    };
    breaks(&[], |w| in_zones(w, "一区", "一区"));
    breaks(&["R20"], |w| in_zones(w, "一区", "二区"));
    breaks(&[], |w| {
        switch_on(w, "R20");
        person(w, "a-safe").exemptions.push(Exemption::Probation);
    });
}

#[test]
fn every_tier_is_added_up_anew() {
    for tier in 0..8 {
        breaks(&["objective"], |w| {
            let tier = &mut w.plan.tiers[tier];
            (tier.value, tier.used, tier.bound) = (tier.value + 1, tier.used + 1, tier.bound + 1);
        });
    }
    breaks(&["objective"], |w| w.plan.seed = 8);
    breaks(&["objective"], |w| w.plan.tiers.swap(3, 4));
    breaks(&["objective"], |w| w.plan.tiers[3].bound = 18);
    breaks(&["objective"], |w| w.plan.tiers[3].slack = 1);
    breaks(&["objective"], |w| w.plan.tiers[3].gap_ppm = 1);
    breaks(&["objective"], |w| w.plan.tiers[4].given_unproven = Some(evenhand::policy::TierName::Exposure));
    breaks(&["objective"], |w| w.plan.tiers[4].value = 0);
}

#[test]
fn what_each_assignment_states() {
    breaks(&["objective"], |w| serving(w, "l-1").exposure = 14);
    breaks(&["objective"], |w| serving(w, "a-safe").load = 700);
    breaks(&["objective"], |w| serving(w, "l-1").distance_km = None);
    breaks(&["objective"], |w| serving(w, "a-own").own = false);
    breaks(&["objective"], |w| serving(w, "g-1").drawn = false);
    breaks(&["objective"], |w| serving(w, "a-lead").class = RoleClass::Member);
    breaks(&["objective"], |w| serving(w, "a-own").unit = "u-group".into());
    breaks(&["objective", "plan"], |w| serving(w, "l-1").cost_fen += 1);
    breaks(&["objective", "plan"], |w| serving(w, "l-1").days_away -= 1);
    breaks_at_least("objective", |w| serving(w, "a-safe").to = date(2026, 9, 16));
}

#[test]
fn what_the_plan_states() {
    breaks(&["plan"], |w| w.plan.coverage.people = 16);
    let mut world = world();
    world.plan.coverage.cases[0].with_organisation = 0;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]));
    breaks(&["plan"], |w| w.plan.days_away = 76);
    breaks(&["plan"], |w| w.plan.schema = "evenhand.plan/0".to_string());
    breaks(&["plan"], |w| w.plan.policy.to_be_confirmed.clear());
    // Of these a part is inferred.
    for code in ["R06", "R11", "R13"] {
        breaks(&["plan"], |w| w.plan.policy.to_be_confirmed.retain(|listed| listed != code));
    }
    breaks(&["plan"], |w| w.plan.policy.to_be_confirmed.push("R12".to_string()));
    breaks(&["plan"], |w| w.plan.input.required.push("c-2".into()));
    breaks(&["plan"], |w| w.plan.input.no_open = true);
    breaks(&["objective"], |w| w.plan.termination = Termination::WorkLimit);
    // The sum over its priority counts the case twice as well.
    breaks(&["plan", "objective"], |w| w.plan.input.cases.push("c-1".into()));
    breaks(&["plan"], |w| formed(w).priority = 2);
    breaks_at_least("plan", |w| serving(w, "a-safe").person = "nobody".into());
    breaks_at_least("plan", |w| serving(w, "a-safe").role = "cook".to_string());
    breaks_at_least("plan", |w| w.plan.teams.truncate(1));
    assert!(AS_OF < FROM);
}
