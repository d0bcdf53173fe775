//! On the very day and at the very point: where a tie or a finding begins and ends.

use std::collections::BTreeSet;

use evenhand::diag::Text;
use evenhand::id::{ActorId, CaseId};
use evenhand::plan::{CaseCoverage, Coverage};
use evenhand::policy::{Policy, RoleClass, VerdictLevel, builtin};
use evenhand::pool::{DeclarationScope, DeclaredTieKind, KinKind, ParentKind, PartyRole, Pool, Position, SpellKind};
use evenhand::rules;
use evenhand::screen::{Facts, Finding, Screener};
use evenhand::ties::kin::{Kin, Kinship};
use evenhand::ties::{Tie, TieKind, infer};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::village::{
    TODAY, attended, declared, handled, kin, on, parent, party, person, relative, served, tied, village,
};

fn ago(days: i64) -> Date {
    TODAY.saturating_sub(days.days())
}

/// The one tie of this kind between `a` and `b`.
fn tie(pool: &Pool, policy: &Policy, a: &str, b: &str, kind: TieKind) -> Option<Tie> {
    let ties = infer(pool, &policy.ties, TODAY);
    let (a, b) = (a.into(), b.into());
    let mut found = ties.between(&a, &b).filter(|tie| tie.kind == kind).cloned();
    let tie = found.next();
    assert_eq!(found.next(), None);
    tie
}

fn points(pool: &Pool, policy: &Policy, a: &str, b: &str, kind: TieKind) -> Option<i64> {
    tie(pool, policy, a, b, kind).map(|tie| tie.points)
}

/// What one rule finds about `p1`.
fn findings(pool: &Pool, class: RoleClass, rule: &str) -> Vec<Finding> {
    let policy = builtin().0;
    let ties = infer(pool, &policy.ties, TODAY);
    let screener = Screener::new(pool, &ties, &policy, TODAY, rules::screening());
    let screening = screener.screen(&pool.people[&"p1".into()], &pool.cases[&CaseId::from("c1")], class);
    screening.findings.into_iter().filter(|finding| finding.rule == rule).collect()
}

fn two() -> Pool {
    let mut pool = village();
    person(&mut pool, "p1").grew_up = None;
    person(&mut pool, "p2").grew_up = None;
    pool
}

fn with_subject() -> Pool {
    let mut pool = village();
    person(&mut pool, "p1");
    party(&mut pool, "q1", PartyRole::Subject).organisation = Some("bureau".into());
    pool
}

#[test]
fn one_point_is_a_tie_and_none_is_not() {
    let mut policy = builtin().0;
    let mut pool = two();
    for index in 1..=120 {
        person(&mut pool, &format!("p{index}")).grew_up = None;
        served(&mut pool, &format!("p{index}"), "bureau", date(2020, 1, 1), None);
    }
    assert_eq!(points(&pool, &policy, "p1", "p2", TieKind::Colleague), Some(1), "20 · 6 / 120");

    for (days, expected) in [(876, Some(1)), (877, None)] {
        let mut pool = two();
        handled(&mut pool, "p1", "old", None, ago(900), ago(days));
        handled(&mut pool, "p2", "old", None, ago(900), TODAY);
        assert_eq!(points(&pool, &policy, "p1", "p2", TieKind::CoHandled), expected, "5 · (1095 − {days}) / 1095");
        handled(&mut pool, "p1", "new", None, ago(9), TODAY);
        handled(&mut pool, "p2", "new", None, ago(9), TODAY);
        let shown = tie(&pool, &policy, "p1", "p2", TieKind::CoHandled).unwrap().evidence.len();
        assert_eq!(shown, if expected.is_some() { 4 } else { 2 }, "faded cases are no evidence");
    }
    for (days, expected) in [(3558, Some(1)), (3559, None)] {
        let mut pool = two();
        tied(&mut pool, "p1", "p2", DeclaredTieKind::Friend).until = Some(on(ago(days)));
        let friend = TieKind::Declared(DeclaredTieKind::Friend);
        assert_eq!(points(&pool, &policy, "p1", "p2", friend), expected, "40 · (3650 − {days}) / 3650");
    }
    for (days, expected) in [(1067, Some(1)), (1068, None)] {
        let mut pool = with_subject();
        pool.parties.get_mut(&"q1".into()).unwrap().leadership = true;
        let spell = served(&mut pool, "p1", "bureau", ago(2000), Some(ago(days)));
        (spell.kind, spell.position) = (SpellKind::Stationed, Some(Position::Head));
        assert_eq!(
            points(&pool, &policy, "p1", "q1", TieKind::HostLeadership),
            expected,
            "40 · (1095 − {days}) / 1095"
        );
    }
    (policy.ties.classmate.base, policy.ties.townsman_township.base, policy.ties.embeddedness.grew_up) = (1, 1, 1);
    policy.ties.townsman_county.base = 0;
    let mut pool = village();
    for id in ["p1", "p2"] {
        person(&mut pool, id).grew_up = Some("430422101".into());
        attended(&mut pool, id, "湘潭大学", None, date(2020, 9, 1), TODAY);
    }
    assert_eq!(points(&pool, &policy, "p1", "p2", TieKind::Classmate), Some(1));
    assert_eq!(points(&pool, &policy, "p1", "p2", TieKind::Townsman), Some(1));
    assert_eq!(infer(&pool, &policy.ties, TODAY).embeddedness_of(&"p1".into())[0].points, 1);
}

#[test]
fn one_common_day_is_common() {
    let mut policy = builtin().0;
    policy.ties.colleague.overlap_days = 1;
    policy.ties.superior.overlap_days = 1;
    for (position, kind) in [(None, TieKind::Colleague), (Some(Position::Head), TieKind::Superior)] {
        let mut pool = two();
        served(&mut pool, "p1", "bureau", ago(900), Some(ago(100))).position = position;
        served(&mut pool, "p2", "bureau", ago(100), None);
        let common = tie(&pool, &policy, "p1", "p2", kind).unwrap();
        assert_eq!((common.since, common.ended), (Some(ago(100)), Some(ago(100))));
        pool.careers[1].period.from = on(ago(99));
        assert_eq!(tie(&pool, &policy, "p1", "p2", kind), None);
        pool.careers[0].period.to = None;
        pool.careers[1].period.from = on(TODAY);
        assert_eq!(tie(&pool, &policy, "p1", "p2", kind).unwrap().since, Some(TODAY), "from today on");
    }
}

#[test]
fn several_common_stretches_last_from_the_first_day_to_the_last() {
    let policy = builtin().0;
    let mut pool = two();
    served(&mut pool, "p2", "bureau", ago(2000), None);
    served(&mut pool, "p1", "bureau", ago(1900), Some(ago(1700)));
    served(&mut pool, "p1", "bureau", ago(900), Some(ago(800)));
    let common = tie(&pool, &policy, "p1", "p2", TieKind::Colleague).unwrap();
    assert_eq!((common.since, common.ended), (Some(ago(1900)), Some(ago(800))));
    handled(&mut pool, "p2", "old", None, ago(700), TODAY);
    handled(&mut pool, "p1", "old", None, ago(90), ago(60));
    handled(&mut pool, "p1", "old", None, ago(400), ago(300));
    let common = tie(&pool, &policy, "p1", "p2", TieKind::CoHandled).unwrap();
    assert_eq!((common.since, common.ended), (Some(ago(400)), Some(ago(60))));
}

#[test]
fn of_two_who_led_each_other_equally_long_the_first_is_the_superior() {
    let mut policy = builtin().0;
    let mut pool = two();
    for (who, led, staff) in [("p1", (799, 600), (599, 400)), ("p2", (599, 400), (799, 600))] {
        served(&mut pool, who, "bureau", ago(led.0), Some(ago(led.1))).position = Some(Position::Head);
        served(&mut pool, who, "bureau", ago(staff.0), Some(ago(staff.1)));
    }
    assert_eq!(tie(&pool, &policy, "p1", "p2", TieKind::Superior).unwrap().a.as_str(), "p1");

    // The superior, where a colleague's tie from another department is no stronger.
    policy.ties.superior = policy.ties.colleague;
    for who in ["p1", "p2"] {
        served(&mut pool, who, "bureau", ago(799), Some(ago(400))).department = Some("人事科".to_string());
    }
    assert!(tie(&pool, &policy, "p1", "p2", TieKind::Superior).is_some());
    assert_eq!(tie(&pool, &policy, "p1", "p2", TieKind::Colleague), None);
}

#[test]
fn a_first_day_of_work_or_of_stationing_counts() {
    let mut policy = builtin().0;
    policy.ties.embeddedness.worked_days = 1;
    let mut pool = with_subject();
    pool.parties.get_mut(&"q1".into()).unwrap().leadership = true;
    served(&mut pool, "p1", "bureau", TODAY, None);
    let ties = infer(&pool, &policy.ties, TODAY);
    assert_eq!(ties.embeddedness_of(&"p1".into()).iter().filter(|bond| bond.county.as_str() == "430422").count(), 1);
    assert_eq!(findings(&pool, RoleClass::Lead, "R32").len(), 1);
    (pool.careers[0].kind, pool.careers[0].position) = (SpellKind::Stationed, Some(Position::Head));
    assert_eq!(points(&pool, &policy, "p1", "q1", TieKind::HostLeadership), Some(40));
    assert_eq!(findings(&pool, RoleClass::Lead, "R34").len(), 1);
    pool.careers[0].period.from = on(TODAY.tomorrow().unwrap());
    assert_eq!(findings(&pool, RoleClass::Lead, "R34"), vec![]);
}

#[test]
fn kinship_is_told_from_either_side() {
    let policy = builtin().0;
    let mut pool = two();
    parent(&mut pool, "p1", "p2");
    let ties = infer(&pool, &policy.ties, TODAY);
    let (one, two) = (ActorId::from("p1"), ActorId::from("p2"));
    let tie = ties.between(&one, &two).next().unwrap();
    assert_eq!((tie.a.as_str(), tie.b.as_str()), ("p1", "p2"));
    assert_eq!(tie.kinship_from(&one).unwrap().title().en, "child");
    assert_eq!(tie.kinship_from(&two).unwrap().title().en, "parent");
}

#[test]
fn what_shows_kinship_stands_in_the_order_from_the_smaller_id() {
    let policy = builtin().0;
    let mut pool = two();
    relative(&mut pool, "r1", "bureau", false);
    parent(&mut pool, "r1", "p1");
    parent(&mut pool, "p2", "r1");
    let ties = infer(&pool, &policy.ties, TODAY);
    let shown = |a: &str, b: &str| ties.between(&a.into(), &b.into()).next().unwrap().evidence.clone();
    assert_eq!(shown("p1", "p2"), [shown("p1", "r1"), shown("p2", "r1")].concat());
}

#[test]
fn kin_by_marriage_to_an_adopted_child_call_for_review() {
    let mut pool = two();
    kin(&mut pool, "p1", "wife", KinKind::Spouse { from: None, to: None });
    parent(&mut pool, "father", "wife");
    let kinship = |pool: &Pool| Kin::new(pool, TODAY).relation(&"p1".into(), &"father".into()).unwrap().kinship;
    assert_eq!(kinship(&pool), Kinship::Affine);
    kin(&mut pool, "adopter", "wife", KinKind::Parent(ParentKind::Adoptive));
    assert_eq!(kinship(&pool), Kinship::BirthKinOfAdopted);
}

/// Each is a child of the other's sibling.
#[test]
fn of_two_equal_degrees_the_first_on_record_stands_above() {
    let mut pool = two();
    for (one, child) in [("a", "x"), ("a", "p"), ("p", "y"), ("b", "y"), ("b", "q"), ("q", "x")] {
        parent(&mut pool, one, child);
    }
    let degrees = |from: &str, to: &str| {
        let found = Kin::new(&pool, TODAY).relation(&from.into(), &to.into()).unwrap();
        (found.kinship, found.up, found.down)
    };
    assert_eq!(degrees("x", "y"), (Kinship::Collateral, 1, 2));
    assert_eq!(degrees("y", "x"), (Kinship::Collateral, 2, 1));
}

#[test]
fn those_who_lead_know_each_other_however_many_work_there() {
    let policy = builtin().0;
    let mut pool = two();
    for index in 1..=121 {
        person(&mut pool, &format!("p{index}")).grew_up = None;
        served(&mut pool, &format!("p{index}"), "bureau", date(2020, 1, 1), None);
    }
    (pool.careers[0].position, pool.careers[1].position) = (Some(Position::Deputy), Some(Position::Head));
    let led = tie(&pool, &policy, "p1", "p2", TieKind::Superior).unwrap();
    assert_eq!((led.a.as_str(), led.b.as_str(), led.points), ("p2", "p1", 30));
}

#[test]
fn ties_that_never_fade_never_expire() {
    let mut policy = builtin().0;
    policy.ties.colleague.years = 0;
    let mut pool = two();
    served(&mut pool, "p1", "bureau", ago(9000), Some(ago(5000)));
    served(&mut pool, "p2", "bureau", ago(9000), Some(ago(5000)));
    let lasting = tie(&pool, &policy, "p1", "p2", TieKind::Colleague).unwrap();
    assert_eq!((lasting.points, lasting.ended, lasting.expires), (20, Some(ago(5000)), None));
}

#[test]
fn one_adopter_married_to_the_birth_parent_is_enough() {
    let mut pool = village();
    parent(&mut pool, "mother", "child");
    kin(&mut pool, "mother", "stepfather", KinKind::Spouse { from: None, to: None });
    let near = |pool: &Pool| {
        Kin::new(pool, TODAY).relation(&"child".into(), &"mother".into()).is_some_and(|found| found.is_near())
    };
    for (adopter, still_near) in [("stepfather", true), ("aunt", true)] {
        kin(&mut pool, adopter, "child", KinKind::Parent(ParentKind::Adoptive));
        assert_eq!(near(&pool), still_near, "{adopter}");
    }
    pool.kin.retain(|edge| edge.a.as_str() != "stepfather");
    assert!(!near(&pool));
}

#[test]
fn declarations_count_on_their_day_and_interests_down_to_one_point() {
    let mut pool = with_subject();
    pool.declarations.clear();
    declared(&mut pool, "p1", DeclarationScope::Case("c1".into()), TODAY);
    assert_eq!(findings(&pool, RoleClass::Member, "M09"), vec![]);
    for (days, expected) in [(3589, 1), (3590, 0)] {
        pool.declared_ties.clear();
        tied(&mut pool, "p1", "q1", DeclaredTieKind::Interest).until = Some(on(ago(days)));
        assert_eq!(findings(&pool, RoleClass::Member, "R03").len(), expected, "60 · (3650 − {days}) / 3650");
    }
    person(&mut pool, "p2");
    person(&mut pool, "p3");
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p2".into());
    for (other, expected) in [("p2", 1), ("p3", 0)] {
        pool.declared_ties.clear();
        tied(&mut pool, "p1", other, DeclaredTieKind::Interest);
        assert_eq!(findings(&pool, RoleClass::Member, "R03").len(), expected, "the subject is p2; {other}");
    }
}

#[test]
fn who_left_today_has_left() {
    let mut pool = with_subject();
    let mut words = |day: Date| -> Text {
        pool.people.get_mut(&"p1".into()).unwrap().left = Some(day);
        findings(&pool, RoleClass::Member, "R29").remove(0).words
    };
    assert!(words(TODAY).en.starts_with("left"), "{}", words(TODAY).en);
    assert!(words(TODAY.tomorrow().unwrap()).en.starts_with("leaves"));
}

#[test]
fn ten_points_are_enough_to_review_a_lead() {
    for (share, expected) in [(120, VerdictLevel::Warn), (12, VerdictLevel::Review)] {
        let mut pool = with_subject();
        for index in 1..share {
            person(&mut pool, &format!("p{index}")).grew_up = None;
            served(&mut pool, &format!("p{index}"), "bureau", date(2020, 1, 1), None);
        }
        served(&mut pool, "q1", "bureau", date(2020, 1, 1), None);
        let found = findings(&pool, RoleClass::Lead, "R33");
        assert_eq!(found.iter().map(|finding| finding.level).collect::<Vec<_>>(), [expected], "one of {share}");
    }
}

#[test]
fn a_county_is_close_enough_to_tell_where_a_lead_grew_up() {
    let mut pool = with_subject();
    // A zone with a code of its own within the county.
    let mut zone = pool.gazetteer.regions[&"430426".into()].clone();
    (zone.code, zone.parent) = ("430471".into(), Some("430422".into()));
    pool.gazetteer.regions.insert(zone.code.clone(), zone);
    pool.cases.get_mut(&CaseId::from("c1")).unwrap().region = "430471".into();
    for (home, expected) in [("430471", 1), ("430422", 0), ("430400", 1)] {
        pool.people.get_mut(&"p1".into()).unwrap().grew_up = Some(home.into());
        assert_eq!(findings(&pool, RoleClass::Lead, "R21").len(), expected, "{home}");
    }
}

#[test]
fn a_post_with_a_recorded_end_is_a_present_one_until_that_day_is_over() {
    let mut pool = with_subject();
    served(&mut pool, "p1", "bureau", ago(900), None);
    for (rule, kind) in [("R32", SpellKind::Post), ("R34", SpellKind::Stationed)] {
        pool.careers[0].kind = kind;
        let mut told = |last: Option<Date>| {
            pool.careers[0].period.to = last.map(on);
            findings(&pool, RoleClass::Lead, rule)[0].words.clone()
        };
        let present = told(None);
        assert_eq!([TODAY.tomorrow().unwrap(), TODAY].map(|last| told(Some(last))), [present.clone(), present.clone()]);
        let former = told(Some(ago(1)));
        assert!(former.zh.contains('曾') && !present.zh.contains('曾'), "{former:?} {present:?}");
    }
}

#[test]
fn of_several_postings_the_strictest_counts_and_of_equal_ones_the_present() {
    let mut pool = with_subject();
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    let present = findings(&pool, RoleClass::Member, "R34");
    let posting = served(&mut pool, "p1", "bureau", ago(900), Some(ago(600)));
    (posting.kind, posting.position) = (SpellKind::Stationed, Some(Position::Staff));
    assert_eq!(findings(&pool, RoleClass::Member, "R34"), present);
    pool.careers[0].position = Some(Position::Head);
    let former_head = findings(&pool, RoleClass::Member, "R34");
    assert!(former_head[0].level > present[0].level, "{former_head:?}");
    pool.careers[0].position = Some(Position::Staff);
    pool.people.get_mut(&"p1".into()).unwrap().position = Position::Head;
    assert_eq!(findings(&pool, RoleClass::Member, "R34")[0].level, former_head[0].level);
}

#[test]
fn coverage_counts_a_declaration_of_today_and_what_either_record_of_a_subject_holds() {
    let policy = builtin().0;
    let mut pool = with_subject();
    person(&mut pool, "p2");
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p2".into());
    served(&mut pool, "p2", "bureau", date(2020, 1, 1), None);
    relative(&mut pool, "r1", "bureau", false);
    parent(&mut pool, "r1", "p2");
    let ties = infer(&pool, &policy.ties, TODAY);
    let facts = Facts::new(&pool, &ties);
    assert_eq!(Coverage::of(&pool, &facts, TODAY, &BTreeSet::new()).with_declaration, 2);
    assert_eq!(Coverage::of(&pool, &facts, ago(1), &BTreeSet::new()).with_declaration, 0);
    let subject = CaseCoverage {
        case: "c1".into(),
        has_subject: true,
        subjects: 1,
        with_organisation: 1,
        with_career: 1,
        with_grew_up: 1,
        with_kin: 1,
    };
    assert_eq!(CaseCoverage::of(&pool, &facts, TODAY, &"c1".into()), subject);
}
