//! Every kind of inferred tie: its strength, its limits to the day, its evidence.

use evenhand::diag::Language;
use evenhand::policy::{TieSettings, builtin};
use evenhand::pool::{DeclaredTieKind, PartyRole, Pool, Position, SpellKind};
use evenhand::ties::{EmbeddednessReason, Tie, TieKind, Ties, infer};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::properties::config;
use super::village::{
    TODAY, attended, handled, kin, on, organisation, parent, party, person, relative, served, tied, village,
};

fn settings() -> TieSettings {
    builtin().0.ties
}

fn infer_all(pool: &Pool) -> Ties {
    infer(pool, &settings(), TODAY)
}

/// The ties between `a` and `b`, kind and points.
fn between(pool: &Pool, a: &str, b: &str) -> Vec<(TieKind, i64)> {
    infer_all(pool).between(&a.into(), &b.into()).map(|tie| (tie.kind, tie.points)).collect()
}

fn points(pool: &Pool, a: &str, b: &str, kind: TieKind) -> Option<i64> {
    between(pool, a, b).into_iter().find(|(found, _)| *found == kind).map(|(_, points)| points)
}

fn colleagues(from: Date, to: Date, other_from: Date, other_to: Option<Date>) -> Pool {
    let mut pool = village();
    person(&mut pool, "p1").grew_up = None;
    person(&mut pool, "p2");
    served(&mut pool, "p1", "bureau", from, Some(to));
    served(&mut pool, "p2", "bureau", other_from, other_to);
    pool
}

#[test]
fn colleagues_need_183_common_days() {
    let days = |last| {
        let pool = colleagues(date(2026, 1, 1), last, date(2020, 1, 1), None);
        points(&pool, "p1", "p2", TieKind::Colleague)
    };
    assert_eq!(days(date(2026, 7, 1)), None, "182 days");
    assert_eq!(days(date(2026, 7, 2)), Some(18), "183 days, 141 days ago: 20 · (1825 − 141) / 1825");
}

#[test]
fn common_service_is_added_up_and_its_end_is_the_last_common_day() {
    let mut pool = colleagues(date(2024, 1, 1), date(2024, 4, 30), date(2024, 1, 1), None);
    assert_eq!(points(&pool, "p1", "p2", TieKind::Colleague), None);
    served(&mut pool, "p1", "bureau", date(2026, 8, 1), None);
    assert_eq!(points(&pool, "p1", "p2", TieKind::Colleague), Some(20));
}

#[test]
fn a_blank_department_may_be_any_and_a_blank_organisation_is_none() {
    let both = || colleagues(date(2020, 1, 1), TODAY, date(2020, 1, 1), None);
    let mut pool = both();
    pool.careers[0].department = Some("人事科".to_string());
    assert_eq!(between(&pool, "p1", "p2"), vec![]);
    pool.careers[0].department = None;
    assert_eq!(points(&pool, "p1", "p2", TieKind::Colleague), Some(20));
    pool.careers[1].department = None;
    assert_eq!(points(&pool, "p1", "p2", TieKind::Colleague), Some(20));
    pool.careers[1].organisation = None;
    assert_eq!(between(&pool, "p1", "p2"), vec![]);
}

#[test]
fn study_military_service_and_stationing_make_no_colleagues() {
    for (kind, expected) in [
        (SpellKind::Study, None),
        (SpellKind::Military, None),
        (SpellKind::Stationed, None),
        (SpellKind::Secondment, Some(20)),
        (SpellKind::TemporaryPosting, Some(20)),
        (SpellKind::Concurrent, Some(20)),
    ] {
        let mut pool = colleagues(date(2020, 1, 1), TODAY, date(2020, 1, 1), None);
        pool.careers[0].kind = kind;
        assert_eq!(points(&pool, "p1", "p2", TieKind::Colleague), expected, "{kind:?}");
    }
}

#[test]
fn a_large_department_dilutes_the_tie_until_only_superiors_remain() {
    let mut pool = colleagues(date(2020, 1, 1), TODAY, date(2020, 1, 1), None);
    for index in 3..=12 {
        person(&mut pool, &format!("p{index}"));
        served(&mut pool, &format!("p{index}"), "bureau", date(2010, 1, 1), Some(date(2010, 12, 31)));
    }
    assert_eq!(points(&pool, "p1", "p2", TieKind::Colleague), Some(10), "twelve on record: half of 20");
    for index in 13..=121 {
        person(&mut pool, &format!("p{index}"));
        served(&mut pool, &format!("p{index}"), "bureau", date(2010, 1, 1), Some(date(2010, 12, 31)));
    }
    assert_eq!(between(&pool, "p1", "p2"), vec![], "121 on record: below one point");
    pool.careers[0].position = Some(Position::Deputy);
    assert_eq!(between(&pool, "p1", "p2"), vec![(TieKind::Superior, 30)]);
}

#[test]
fn who_led_the_other_is_the_superior_and_the_stronger_tie_counts() {
    let mut pool = colleagues(date(2020, 1, 1), TODAY, date(2020, 1, 1), None);
    pool.careers[1].position = Some(Position::Head);
    let ties = infer_all(&pool);
    let tie = ties.all().first().expect("a tie");
    assert_eq!((tie.kind, tie.a.as_str(), tie.b.as_str(), tie.points), (TieKind::Superior, "p2", "p1", 30));
    assert_eq!((tie.ended, tie.expires), (None, None));
    pool.careers[0].position = Some(Position::Head);
    assert_eq!(between(&pool, "p1", "p2"), vec![(TieKind::Colleague, 20)], "two heads");
    pool.careers[0].position = Some(Position::CommissionLeader);
    assert_eq!(infer_all(&pool).all()[0].a.as_str(), "p1");
}

#[test]
fn a_date_known_to_the_year_makes_the_tie_longer_but_never_reaches_beyond_today() {
    let mut pool = colleagues(date(2026, 5, 22), TODAY, date(2026, 1, 1), None);
    let year = evenhand::pool::PartialDate::year(2026);
    pool.careers[1].period.to = year;
    let ties = infer_all(&pool);
    assert_eq!(ties.all().len(), 1, "183 days to today");
    assert_eq!(ties.all()[0].ended, None);
    pool.careers[0].period.from = on(date(2026, 5, 23));
    assert_eq!(infer_all(&pool).all().len(), 0, "182 days to today");
}

#[test]
fn a_tie_says_when_it_will_have_faded() {
    let pool = colleagues(date(2020, 1, 1), date(2024, 11, 20), date(2020, 1, 1), None);
    let ties = infer_all(&pool);
    let expires = ties.all()[0].expires.expect("it fades");
    assert_eq!(ties.all()[0].ended, Some(date(2024, 11, 20)));
    let on = |day| infer(&pool, &settings(), day).all().len();
    assert_eq!(on(expires), 0);
    assert_eq!(on(expires.yesterday().expect("a day")), 1);
}

#[test]
fn classmates_shared_a_class_for_half_a_year() {
    let together = |major: Option<&str>, from| {
        let mut pool = village();
        person(&mut pool, "p1");
        party(&mut pool, "q1", PartyRole::Subject);
        attended(&mut pool, "p1", "湘潭大学", Some("法学"), date(2000, 9, 1), date(2004, 6, 30));
        attended(&mut pool, "q1", "湘潭大学", major, from, date(2008, 6, 30));
        !between(&pool, "p1", "q1").is_empty()
    };
    assert!(!together(Some("法学"), date(2002, 9, 1)), "a tie of 2004 has faded by 2026");
    let mut pool = village();
    person(&mut pool, "p1");
    party(&mut pool, "q1", PartyRole::Subject);
    attended(&mut pool, "p1", "湘潭大学", Some("法学"), date(2010, 9, 1), date(2014, 6, 30));
    for (major, from, expected) in [
        (Some("法学"), date(2013, 12, 30), Some(11)),
        (Some("法学"), date(2013, 12, 31), None),
        (Some("会计"), date(2010, 9, 1), None),
        (None, date(2010, 9, 1), Some(11)),
    ] {
        pool.schools.truncate(1);
        attended(&mut pool, "q1", "湘潭大学", major, from, date(2016, 6, 30));
        assert_eq!(points(&pool, "p1", "q1", TieKind::Classmate), expected, "{major:?} {from}");
    }
}

#[test]
fn townspeople_share_a_township_or_a_county_that_both_have_left() {
    let mut pool = village();
    person(&mut pool, "p1").grew_up = Some("430422101".into());
    organisation(&mut pool, "away", "祁东县财政局", "430426");
    let subject = party(&mut pool, "q1", PartyRole::Subject);
    subject.grew_up = Some("430422101".into());
    subject.organisation = Some("bureau".into());
    assert_eq!(points(&pool, "p1", "q1", TieKind::Townsman), Some(20), "one township");
    let home = |pool: &mut Pool, region: &str, organisation: Option<&str>| {
        let subject = pool.parties.get_mut(&"q1".into()).expect("a party");
        subject.grew_up = Some(region.into());
        subject.organisation = organisation.map(Into::into);
        points(pool, "p1", "q1", TieKind::Townsman)
    };
    assert_eq!(home(&mut pool, "430422102", Some("bureau")), None, "the party still works there");
    assert_eq!(home(&mut pool, "430422102", Some("away")), Some(8), "both have left");
    assert_eq!(home(&mut pool, "430422102", None), None, "nobody knows where the party works");
    pool.people.get_mut(&"p1".into()).expect("a person").grew_up = Some("430400".into());
    assert_eq!(home(&mut pool, "430400", Some("away")), None, "a shared city is no tie");
}

#[test]
fn common_cases_add_up_fade_apart_and_are_capped() {
    let mut pool = village();
    person(&mut pool, "p1");
    person(&mut pool, "p2");
    let case = |pool: &mut Pool, case: &str, last: Date| {
        handled(pool, "p1", case, None, date(2024, 1, 1), last);
        handled(pool, "p2", case, None, last, date(2027, 1, 1));
        points(pool, "p1", "p2", TieKind::CoHandled)
    };
    assert_eq!(case(&mut pool, "old1", date(2026, 10, 1)), Some(4), "one common day, fading");
    assert_eq!(case(&mut pool, "old2", TODAY), Some(9), "and five for a running one");
    assert_eq!(case(&mut pool, "old3", TODAY), Some(14));
    assert_eq!(case(&mut pool, "old4", TODAY), Some(15), "at most 15");
    let tomorrow = TODAY.tomorrow().expect("a day");
    let mut pool = village();
    person(&mut pool, "p1");
    person(&mut pool, "p2");
    assert_eq!(case(&mut pool, "next", tomorrow), None, "not yet a fact");
}

#[test]
fn the_head_of_a_stationed_group_is_tied_to_the_leadership_of_its_host() {
    let mut pool = village();
    let head = person(&mut pool, "p1");
    head.unit = "group".into();
    head.position = Position::Head;
    person(&mut pool, "p2").unit = "group".into();
    person(&mut pool, "p3");
    let chief = party(&mut pool, "q1", PartyRole::Subject);
    chief.organisation = Some("bureau".into());
    chief.leadership = true;
    party(&mut pool, "q2", PartyRole::Subject).organisation = Some("bureau".into());
    assert_eq!(points(&pool, "p1", "q1", TieKind::HostLeadership), Some(40));
    assert_eq!(between(&pool, "p1", "q2"), vec![], "not of the leadership");
    assert_eq!(between(&pool, "p2", "q1"), vec![], "not the head");
    let spell = served(&mut pool, "p3", "bureau", date(2020, 1, 1), Some(date(2025, 5, 21)));
    spell.kind = SpellKind::Stationed;
    spell.position = Some(Position::Head);
    assert_eq!(points(&pool, "p3", "q1", TieKind::HostLeadership), Some(19), "548 days ago");
}

#[test]
fn declared_ties_fade_from_their_end_and_each_kind_counts_once() {
    let mut pool = village();
    person(&mut pool, "p1");
    party(&mut pool, "q1", PartyRole::Subject);
    tied(&mut pool, "p1", "q1", DeclaredTieKind::Friend);
    tied(&mut pool, "q1", "p1", DeclaredTieKind::Friend).until = Some(on(date(2021, 11, 21)));
    tied(&mut pool, "p1", "q1", DeclaredTieKind::Loan).until = Some(on(date(2021, 11, 21)));
    let friend = TieKind::Declared(DeclaredTieKind::Friend);
    let loan = TieKind::Declared(DeclaredTieKind::Loan);
    assert_eq!(between(&pool, "p1", "q1"), vec![(friend, 40), (loan, 20)]);
}

#[test]
fn facts_of_a_person_are_facts_of_the_party_who_is_that_person() {
    let mut pool = colleagues(date(2020, 1, 1), TODAY, date(2020, 1, 1), None);
    party(&mut pool, "q1", PartyRole::Subject).person = Some("p2".into());
    assert_eq!(points(&pool, "p1", "q1", TieKind::Colleague), Some(20));
    assert_eq!(between(&pool, "p2", "q1"), vec![], "nobody is tied to oneself");
}

#[test]
fn two_parties_have_no_tie() {
    let mut pool = village();
    party(&mut pool, "q1", PartyRole::Subject);
    party(&mut pool, "q2", PartyRole::Witness);
    served(&mut pool, "q1", "bureau", date(2020, 1, 1), None);
    served(&mut pool, "q2", "bureau", date(2020, 1, 1), None);
    parent(&mut pool, "q1", "q2");
    assert_eq!(infer_all(&pool).all(), &[]);
}

#[test]
fn embeddedness_adds_upbringing_long_work_and_kin() {
    let mut pool = village();
    person(&mut pool, "p1").grew_up = Some("430422101".into());
    let county = |pool: &Pool| {
        let ties = infer_all(pool);
        let bonds = ties.embeddedness_of(&"p1".into());
        let bond = bonds.iter().find(|bond| bond.county.as_str() == "430422");
        bond.map(|bond| (bond.points, bond.reasons.iter().map(|(reason, _)| *reason).collect::<Vec<_>>()))
    };
    assert_eq!(county(&pool), Some((10, vec![EmbeddednessReason::GrewUp])));
    served(&mut pool, "p1", "bureau", date(2020, 1, 2), Some(date(2022, 12, 30)));
    served(&mut pool, "p1", "bureau", date(2021, 1, 1), Some(date(2021, 12, 31))).kind = SpellKind::Concurrent;
    assert_eq!(county(&pool).map(|(points, _)| points), Some(10), "1094 days, a day of two posts counted once");
    pool.careers[0].period.to = Some(on(date(2022, 12, 31)));
    assert_eq!(county(&pool).map(|(points, _)| points), Some(15), "1095 days");
    relative(&mut pool, "r1", "bureau", false);
    parent(&mut pool, "r1", "p1");
    assert_eq!(county(&pool).map(|(points, _)| points), Some(20));
    pool.people.get_mut(&"p1".into()).expect("a person").grew_up = None;
    assert_eq!(county(&pool).map(|(points, _)| points), Some(10));
}

/// A person with one tie of nearly every kind.
fn well_connected() -> Pool {
    let mut pool = village();
    let me = person(&mut pool, "p1");
    me.grew_up = Some("430422101".into());
    me.unit = "group".into();
    me.position = Position::Head;
    me.post_since = evenhand::pool::PartialDate::month(2022, 3);
    person(&mut pool, "p2").grew_up = Some("430422101".into());
    let subject = party(&mut pool, "q1", PartyRole::Subject);
    subject.organisation = Some("bureau".into());
    subject.leadership = true;
    let mut spell = served(&mut pool, "p1", "bureau", date(2015, 7, 1), Some(date(2023, 6, 30))).clone();
    pool.careers[0].post = Some("科员".to_string());
    spell.actor = "q1".into();
    spell.position = Some(Position::Head);
    spell.post = Some("主任".to_string());
    spell.period.to = None;
    pool.careers.push(spell);
    attended(&mut pool, "p1", "湘潭大学", Some("法学"), date(2011, 9, 1), date(2015, 6, 30));
    attended(&mut pool, "p2", "湘潭大学", None, date(2012, 9, 1), date(2016, 6, 30));
    handled(&mut pool, "p1", "c0", None, date(2026, 1, 5), date(2026, 4, 30));
    handled(&mut pool, "p2", "c0", None, date(2026, 2, 1), date(2026, 6, 30));
    tied(&mut pool, "p1", "q1", DeclaredTieKind::Loan).since = Some(on(date(2024, 1, 1)));
    relative(&mut pool, "r1", "bureau", true);
    kin(&mut pool, "p1", "r1", evenhand::pool::KinKind::Term("岳父".to_string()));
    parent(&mut pool, "r1", "q1");
    pool
}

fn listing(ties: &Ties, language: Language) -> String {
    let line = |tie: &Tie| {
        let day = |day: Option<Date>| day.map_or("–".to_string(), |day| day.to_string());
        let head = format!(
            "{} – {} {} {} [{} … {}, {}]\n",
            tie.a,
            tie.b,
            tie.kind.title().get(language),
            tie.points,
            day(tie.since),
            day(tie.ended),
            day(tie.expires)
        );
        let shown = tie.evidence.iter().map(|record| format!("    {}: {}\n", record.table, record.words.get(language)));
        head + &shown.collect::<String>()
    };
    let bonds = ties.embeddedness_of(&"p1".into()).iter().map(|bond| {
        let shown = bond
            .reasons
            .iter()
            .map(|(reason, record)| format!("    {reason:?} {}: {}\n", record.table, record.words.get(language)));
        format!("p1 @ {} {}\n{}", bond.county, bond.points, shown.collect::<String>())
    });
    ties.of(&"p1".into()).map(line).chain(bonds).collect()
}

#[test]
fn a_persons_ties_read_well_in_both_languages() {
    let ties = infer_all(&well_connected());
    insta::assert_snapshot!("ties_of_a_person_zh", listing(&ties, Language::Zh));
    insta::assert_snapshot!("ties_of_a_person_en", listing(&ties, Language::En));
}

proptest! {
    #![proptest_config(config(32))]
    #[test]
    fn the_order_of_rows_changes_nothing(
        careers in Just(well_connected().careers).prop_shuffle(),
        schools in Just(well_connected().schools).prop_shuffle(),
        kin in Just(well_connected().kin).prop_shuffle(),
        assignments in Just(well_connected().assignments).prop_shuffle(),
    ) {
        let pool = well_connected();
        let expected = infer_all(&pool);
        let shuffled = infer_all(&Pool { careers, schools, kin, assignments, ..pool });
        prop_assert_eq!(expected.all(), shuffled.all());
        prop_assert_eq!(expected.embeddedness_of(&"p1".into()), shuffled.embeddedness_of(&"p1".into()));
    }
}
