//! What is not on record of where people and subjects worked is reviewed as a missing fact, by screening and by the
//! checker alike, on each day and after each answer.

use evenhand::check::{EntryVerdict, Judge};
use evenhand::diag::codes;
use evenhand::id::CaseId;
use evenhand::plan::CaseCoverage;
use evenhand::policy::{ParameterValue, Policy, RoleClass, VerdictLevel, builtin};
use evenhand::pool::read::Spans;
use evenhand::pool::validate::validate;
use evenhand::pool::{
    DeclarationContent, DeclarationScope, KinKind, PartialDate, PartyRole, Period, Pool, Position, Spell, SpellKind,
    UnitKind,
};
use evenhand::rules;
use evenhand::screen::{Facts, Finding, Screener};
use evenhand::ties::infer;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::records;
use super::village::{TODAY, declared, kin, on, party, person, relative, served, village};

use RoleClass::{Deputy, Lead, Member};

/// What a rule finds about `p1`; the checker must be as strict, and as ready to take the person provisionally.
#[track_caller]
fn found_by(policy: &Policy, pool: &Pool, class: RoleClass, rule: &str) -> Vec<Finding> {
    let ties = infer(pool, &policy.ties, TODAY);
    let screener = Screener::new(pool, &ties, policy, TODAY, rules::screening());
    let (person, case) = (&pool.people[&"p1".into()], &pool.cases[&CaseId::from("c1")]);
    let mut findings = screener.screen(person, case, class).findings;
    findings.retain(|finding| finding.rule == rule);
    let judge = Judge::new(pool, policy, TODAY);
    let entries = judge.screen(rules::checks(), person, case, class, true);
    let verdict = entries.iter().find(|entry| entry.rule == rule).map(|entry| entry.verdict);
    let expected = findings.iter().map(|finding| match finding.level {
        VerdictLevel::Review if finding.missing_fact => EntryVerdict::Provisional,
        VerdictLevel::Warn => EntryVerdict::Warn,
        _ => EntryVerdict::Fail,
    });
    assert_eq!(verdict, Some(expected.max().unwrap_or(EntryVerdict::Pass)), "{rule} {findings:#?} {entries:#?}");
    findings
}

#[track_caller]
fn found(pool: &Pool, class: RoleClass, rule: &str) -> Vec<Finding> {
    found_by(&builtin().0, pool, class, rule)
}

/// How many missing facts R32 to R34 find, where they find nothing else.
#[track_caller]
fn missing(pool: &Pool, class: RoleClass) -> [usize; 3] {
    ["R32", "R33", "R34"].map(|rule| {
        let findings = found(pool, class, rule);
        let reviews = findings.iter().all(|it| it.missing_fact && it.level == VerdictLevel::Review && it.points == 0);
        assert!(reviews, "{findings:#?}");
        findings.len()
    })
}

/// A person with a career, and a subject of an office that nobody has anything to do with.
fn strangers() -> Pool {
    let mut pool = village();
    person(&mut pool, "p1");
    party(&mut pool, "q1", PartyRole::Subject);
    pool
}

fn without_career() -> Pool {
    let mut pool = strangers();
    pool.careers.retain(|spell| spell.actor.as_str() == "q1");
    pool
}

fn answer(pool: &mut Pool, case: Option<&str>, day: Date, content: DeclarationContent) {
    declared(pool, "p1", case.map_or(DeclarationScope::General, |case| DeclarationScope::Case(case.into())), day);
    pool.declarations.last_mut().unwrap().content = content;
}

/// Whether answers of `p1`, each of so many days from today, about a case or in general, leave R32 with its question.
fn is_open_after(pool: &Pool, answers: &[(Option<&str>, i64, DeclarationContent)]) -> bool {
    let mut pool = pool.clone();
    pool.cases.get_mut(&"c1".into()).unwrap().from = TODAY;
    for (case, day, content) in answers {
        answer(&mut pool, *case, TODAY.saturating_add(day.days()), *content);
    }
    let class = [Lead, Member].map(|class| !found(&pool, class, "R32").is_empty());
    assert_eq!(class[0], class[1]);
    class[0]
}

#[track_caller]
fn is_settled_by_an_answer_for_the_case(pool: &Pool) {
    use DeclarationContent::{Listed, None as Nothing};
    let (this, other) = (Some("c1"), Some("c2"));
    for (answers, open) in [
        (&[(None, 0, Nothing)][..], true),
        (&[(other, 0, Nothing)], true),
        (&[(this, 0, Nothing)], false),
        (&[(this, -365, Nothing)], false),
        (&[(this, -366, Nothing)], true),
        (&[(this, -366, Nothing), (this, -1, Listed)], true),
        (&[(this, -366, Listed), (this, -1, Nothing)], false),
        (&[(this, 1, Nothing)], true),
        (&[(this, 0, Listed)], true),
        (&[(this, -2, Nothing), (this, -1, Listed)], true),
        (&[(this, -1, Nothing), (this, -1, Listed)], true),
        (&[(this, -1, Nothing), (this, 1, Listed)], false),
        (&[(this, -1, Nothing), (other, 0, Listed)], false),
        (&[(this, -1, Listed), (this, 0, Nothing)], false),
        (&[(this, -1, Nothing), (None, 0, Nothing)], false),
    ] {
        assert_eq!(is_open_after(pool, answers), open, "{answers:?}");
    }
}

#[test]
fn a_person_without_a_career_is_reviewed_once_in_a_case_against_somebody() {
    let mut pool = without_career();
    assert_eq!([Lead, Deputy, Member].map(|class| missing(&pool, class)), [[1, 1, 0], [1, 1, 0], [1, 0, 0]]);
    assert!(found(&pool, Member, "R32")[0].words.zh.contains("本人履历未登记"));
    assert!(found(&pool, Lead, "R33")[0].words.zh.contains("本人履历未登记"));
    party(&mut pool, "q2", PartyRole::Subject);
    assert_eq!(missing(&pool, Lead), [1, 1, 0], "once, however many subjects there are");
    let own = pool.parties.get_mut(&"q1".into()).unwrap();
    (own.person, own.organisation) = (Some("p1".into()), None);
    pool.careers.retain(|spell| spell.actor.as_str() != "q1");
    assert_eq!(missing(&pool, Lead), [1, 1, 0], "the other subject is enough");
    pool.parties.remove(&"q2".into());
    assert_eq!(missing(&pool, Lead), [0; 3], "nobody but the person");
    for role in [PartyRole::Witness, PartyRole::Informant, PartyRole::Interested] {
        pool.parties.clear();
        party(&mut pool, "q1", role);
        assert_eq!(missing(&pool, Lead), [0; 3], "{role:?}");
    }
    pool.parties.clear();
    assert_eq!(missing(&pool, Lead), [0; 3]);
}

#[test]
fn a_row_of_career_or_an_answer_for_the_case_settles_it() {
    is_settled_by_an_answer_for_the_case(&without_career());
    let mut pool = without_career();
    pool.careers.push(records::soldier("q1"));
    assert_eq!(missing(&pool, Lead), [1, 1, 0], "somebody else's");
    pool.careers.push(records::soldier("p1"));
    assert_eq!(missing(&pool, Lead), [0; 3]);
    let mut pool = without_career();
    party(&mut pool, "w1", PartyRole::Witness).person = Some("p1".into());
    pool.parties.get_mut(&"w1".into()).unwrap().case = "c2".into();
    assert_eq!(missing(&pool, Lead), [1, 1, 0]);
    pool.careers.push(records::soldier("w1"));
    assert_eq!(missing(&pool, Lead), [0; 3], "a row of the witness who the person is");
    answer(&mut pool, Some("c1"), TODAY, DeclarationContent::None);
    pool.careers.retain(|spell| spell.actor.as_str() == "q1");
    assert_eq!(missing(&pool, Lead), [0; 3], "R33 asks no more than R32");
}

/// The case begins so many days before the day, and the person declares so many days before that.
#[test]
fn an_answer_for_a_case_that_has_begun_is_as_old_as_on_its_first_day() {
    let open = |begun: i64, ahead: i64| {
        let mut pool = without_career();
        let from = TODAY.saturating_sub(begun.days());
        pool.cases.get_mut(&"c1".into()).unwrap().from = from;
        answer(&mut pool, Some("c1"), from.saturating_sub(ahead.days()), DeclarationContent::None);
        pool.declarations.retain(|made| made.scope != DeclarationScope::General);
        let owed = found(&pool, Member, "M09").len();
        assert_eq!(missing(&pool, Lead), [owed, owed, 0]);
        owed == 1
    };
    for (begun, ahead, expected) in [
        (500, 0, false),
        (500, -200, false),
        (500, 365, false),
        (500, 366, true),
        (0, 365, false),
        (0, 366, true),
        // It has yet to begin.
        (-30, 365, false),
        (-30, 366, true),
    ] {
        assert_eq!(open(begun, ahead), expected, "{begun} {ahead}");
    }
    let mut policy = builtin().0;
    let days = policy.rules.rules.get_mut("M09").unwrap().parameters.get_mut("declaration_days").unwrap();
    days.value = ParameterValue::Number(10);
    let mut pool = without_career();
    pool.cases.get_mut(&"c1".into()).unwrap().from = TODAY;
    answer(&mut pool, Some("c1"), TODAY.saturating_sub(10.days()), DeclarationContent::None);
    assert_eq!(found_by(&policy, &pool, Lead, "R32").len(), 0);
    pool.declarations.last_mut().unwrap().date = TODAY.saturating_sub(11.days());
    assert_eq!(found_by(&policy, &pool, Lead, "R32").len(), 1);
}

/// Rows of service that last from one day to another, or on.
fn with_rows(rows: &[(Date, Option<Date>)]) -> Pool {
    let mut pool = without_career();
    for (from, to) in rows {
        served(&mut pool, "p1", "commission", *from, *to);
    }
    pool
}

#[test]
fn a_row_out_of_time_or_of_study_tells_nothing_of_the_years_asked_about() {
    let (asked, longer) = (date(2023, 11, 21), date(2021, 11, 21));
    let first = |day: Date| with_rows(&[(date(2000, 1, 1), Some(day))]);
    for (pool, expected) in [
        (first(asked.yesterday().unwrap()), [1, 1, 0]),
        (first(longer.yesterday().unwrap()), [1, 1, 0]),
        (with_rows(&[(TODAY.tomorrow().unwrap(), None)]), [1, 1, 0]),
        (with_rows(&[(TODAY, Some(TODAY.yesterday().unwrap()))]), [1, 1, 0]),
        (with_rows(&[(longer, None)]), [0, 0, 0]),
        (with_rows(&[(asked, None)]), [0, 1, 0]),
    ] {
        assert_eq!(missing(&pool, Lead), expected, "{:?}", pool.careers);
    }
    let mut pool = with_rows(&[(date(2000, 1, 1), None)]);
    for kind in [
        SpellKind::Post,
        SpellKind::TemporaryPosting,
        SpellKind::Secondment,
        SpellKind::Concurrent,
        SpellKind::Military,
        SpellKind::Stationed,
        SpellKind::Study,
    ] {
        pool.careers[0].kind = kind;
        assert_eq!(missing(&pool, Lead)[0], usize::from(kind == SpellKind::Study), "{kind:?}");
    }
    assert!(found(&pool, Lead, "R32")[0].words.zh.starts_with("本人近 3 年的履历未登记"));
    assert!(found(&pool, Lead, "R33")[0].words.zh.starts_with("本人近 5 年的履历未登记"));
}

#[test]
fn a_gap_of_more_days_than_allowed_is_missing_wherever_it_lies() {
    let asked = date(2023, 11, 21);
    let day = |days: i64| asked.saturating_add(days.days());
    let back = |days: i64| TODAY.saturating_sub(days.days());
    let gaps = |rows: &[(Date, Option<Date>)]| {
        let told = found(&with_rows(rows), Member, "R32");
        assert!(told.len() <= 1);
        told.first().map(|finding| finding.words.zh.clone()).unwrap_or_default()
    };
    assert_eq!(gaps(&[(day(60), None)]), "");
    assert!(gaps(&[(day(61), None)]).contains("2023-11-21 至 2024-01-20"), "{}", gaps(&[(day(61), None)]));
    assert_eq!(gaps(&[(day(0), Some(back(60)))]), "");
    assert!(gaps(&[(day(0), Some(back(61)))]).contains(&format!("{} 至 {TODAY}", back(60))));
    assert_eq!(gaps(&[(day(0), Some(day(9))), (day(70), None)]), "");
    assert!(gaps(&[(day(0), Some(day(9))), (day(71), None)]).contains(&format!("{} 至 {}", day(10), day(70))));
    assert!(gaps(&[(day(71), None), (day(0), Some(day(9)))]).contains(&format!("{} 至 {}", day(10), day(70))));
    let long = [(day(0), Some(day(9))), (day(0), Some(day(500))), (day(40), Some(day(41))), (day(501), None)];
    assert_eq!(gaps(&long), "", "the longest row counts");
    let two = [(day(0), Some(day(9))), (day(80), Some(day(99))), (day(200), None)];
    assert!(gaps(&two).contains(&format!("{} 至 {}", day(100), day(199))), "the longest gap is named");
    let equal = [(day(0), Some(day(9))), (day(80), Some(day(99))), (day(170), None)];
    assert!(gaps(&equal).contains(&format!("{} 至 {}", day(10), day(79))), "of two that are as long the first");
    assert_eq!(gaps(&[(day(-900), Some(day(0))), (day(61), None)]), "", "the first day asked about is on record");
    assert!(gaps(&[(day(-900), Some(day(-1))), (day(61), None)]).contains(&format!("{asked} 至 {}", day(60))));
    let mut policy = builtin().0;
    let gap = policy.rules.rules.get_mut("R32").unwrap().parameters.get_mut("gap_days").unwrap();
    gap.value = ParameterValue::Number(0);
    let next = [(day(0), Some(day(9))), (day(10), None)];
    assert_eq!(found_by(&policy, &with_rows(&next), Member, "R32").len(), 0);
    assert_eq!(found_by(&policy, &with_rows(&[next[0], (day(11), None)]), Member, "R32").len(), 1);
}

#[test]
fn months_and_years_that_meet_leave_no_gap() {
    let mut pool = with_rows(&[(TODAY, Some(TODAY)), (TODAY, None)]);
    let months = |year, month| PartialDate::month(year, month).unwrap();
    pool.careers[0].period = Period { from: PartialDate::year(2010).unwrap(), to: Some(months(2024, 6)) };
    for (month, expected) in [(7, 0), (8, 0), (9, 1)] {
        pool.careers[1].period = Period { from: months(2024, month), to: None };
        assert_eq!(missing(&pool, Lead), [expected, expected, 0], "{month}");
    }
}

#[test]
fn nothing_is_asked_about_the_time_before_the_service() {
    let mut pool = with_rows(&[(date(2025, 7, 1), None)]);
    assert_eq!(missing(&pool, Lead), [1, 1, 0]);
    let entered = |pool: &Pool, day: PartialDate| {
        let mut pool = pool.clone();
        pool.people.get_mut(&"p1".into()).unwrap().entered = Some(day);
        missing(&pool, Lead)
    };
    let month = |month| PartialDate::month(2025, month).unwrap();
    assert_eq!(entered(&pool, month(7)), [0, 0, 0]);
    assert_eq!(entered(&pool, month(5)), [1, 1, 0], "61 days");
    assert_eq!(entered(&pool, on(date(2025, 5, 2))), [0, 0, 0], "60 days");
    assert_eq!(entered(&pool, on(TODAY.tomorrow().unwrap())), [1, 1, 0], "no entry yet says nothing");
    pool.careers.retain(|spell| spell.actor.as_str() == "q1");
    assert_eq!(entered(&pool, on(TODAY)), [1, 1, 0], "a newcomer's first row is missing too");
    served(&mut pool, "p1", "commission", TODAY, None);
    assert_eq!(entered(&pool, on(TODAY)), [0, 0, 0], "a newcomer's first day");
    assert_eq!(entered(&pool, on(TODAY.tomorrow().unwrap())), [1, 1, 0]);
}

#[test]
fn what_is_entered_of_a_person_as_a_party_counts_like_the_persons_own() {
    let mut pool = strangers();
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("bureau".into());
    party(&mut pool, "w1", PartyRole::Witness).person = Some("p1".into());
    pool.parties.get_mut(&"w1".into()).unwrap().case = "c2".into();
    served(&mut pool, "w1", "bureau", date(2020, 1, 1), None);
    assert_eq!(found(&pool, Member, "R32")[0].level, VerdictLevel::Review);
    (pool.careers[0].kind, pool.careers[0].position) = (SpellKind::Stationed, Some(Position::Staff));
    assert_eq!(found(&pool, Member, "R32"), []);
    assert_eq!(found(&pool, Member, "R34")[0].level, VerdictLevel::Warn);
}

#[test]
fn an_employer_not_on_file_is_reviewed_while_it_may_have_been_the_subjects_unit() {
    let mut pool = strangers();
    let spell = served(&mut pool, "p1", "bureau", date(2010, 1, 1), None);
    (spell.organisation, spell.organisation_text) = (None, "衡南县建材总公司".to_string());
    is_settled_by_an_answer_for_the_case(&pool);
    for class in [Lead, Deputy, Member] {
        assert_eq!(missing(&pool, class), [1, 0, 0]);
        assert!(found(&pool, class, "R32")[0].words.zh.contains("“衡南县建材总公司”"));
    }
    let months = |year, month| PartialDate::month(year, month).unwrap();
    for (from, to, open) in [
        (on(date(2010, 1, 1)), None, true),
        (on(date(2010, 1, 1)), Some(on(date(2023, 11, 21))), true),
        (on(date(2010, 1, 1)), Some(on(date(2023, 11, 20))), false),
        (on(date(2010, 1, 1)), Some(months(2023, 11)), true),
        (on(date(2010, 1, 1)), Some(months(2023, 10)), false),
        (on(TODAY), None, true),
        (on(TODAY.tomorrow().unwrap()), None, false),
    ] {
        pool.careers[0].period = Period { from, to };
        assert_eq!(missing(&pool, Member), [usize::from(open), 0, 0], "{from} {to:?}");
    }
    pool.careers[0].period = Period { from: on(date(2010, 1, 1)), to: None };
    let mut shorter = builtin().0;
    let years = shorter.rules.rules.get_mut("R32").unwrap().parameters.get_mut("review_years").unwrap();
    years.value = ParameterValue::Number(2);
    pool.careers[0].period.to = Some(on(date(2024, 11, 20)));
    assert_eq!(found_by(&shorter, &pool, Member, "R32").len(), 0);
    pool.careers[0].period.to = Some(on(date(2024, 11, 21)));
    assert_eq!(found_by(&shorter, &pool, Member, "R32").len(), 1);
    for (kind, expected) in [
        (SpellKind::TemporaryPosting, 1),
        (SpellKind::Secondment, 1),
        (SpellKind::Concurrent, 1),
        (SpellKind::Study, 0),
        (SpellKind::Military, 0),
        (SpellKind::Stationed, 0),
    ] {
        pool.careers[0].kind = kind;
        let stationed = usize::from(kind == SpellKind::Stationed);
        assert_eq!(missing(&pool, Lead), [expected, 0, stationed], "{kind:?}");
    }
}

#[test]
fn employers_not_on_file_are_named_together_and_settled_by_entering_them() {
    let mut pool = strangers();
    served(&mut pool, "p1", "衡南县建材总公司", date(2010, 1, 1), None).organisation = None;
    let second = served(&mut pool, "p1", "", date(2012, 1, 1), None);
    second.organisation = None;
    let findings = found(&pool, Member, "R32");
    assert_eq!((findings.len(), findings[0].evidence.len()), (1, 2));
    assert!(findings[0].words.zh.contains("“衡南县建材总公司”") && findings[0].words.zh.contains("空白单位"));
    pool.careers[1].organisation = Some("commission".into());
    assert_eq!(missing(&pool, Member), [1, 0, 0]);
    pool.careers[0].organisation = Some("commission".into());
    assert_eq!(missing(&pool, Member), [0; 3]);
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p1".into());
    pool.careers[0].organisation = None;
    assert_eq!(missing(&pool, Member), [0; 3], "no subject besides the person");
}

#[test]
fn a_missing_fact_about_the_career_never_softens_a_known_spell() {
    let mut pool = strangers();
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("bureau".into());
    served(&mut pool, "p1", "bureau", date(2010, 1, 1), None);
    served(&mut pool, "p1", "bureau", date(2010, 1, 1), None).organisation = None;
    let findings = found(&pool, Member, "R32");
    assert_eq!(findings.len(), 2);
    assert!(findings.iter().any(|finding| !finding.missing_fact && finding.level == VerdictLevel::Review));
    answer(&mut pool, Some("c1"), TODAY, DeclarationContent::None);
    let findings = found(&pool, Member, "R32");
    assert_eq!(findings.iter().map(|finding| finding.missing_fact).collect::<Vec<_>>(), [false]);
}

/// A subject whose own row says nothing of work, and a person who worked at the bureau and is stationed there.
fn career_alone() -> Pool {
    let mut pool = strangers();
    pool.careers.retain(|spell| spell.actor.as_str() != "q1");
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = None;
    served(&mut pool, "p1", "bureau", date(2015, 1, 1), Some(date(2025, 1, 1)));
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    pool
}

/// Whether R32 and R34 know where the subject works; R33 asks nothing while any service of the subject's is on record.
#[track_caller]
fn knows_the_bureau(pool: &Pool) -> bool {
    let known = ["R32", "R34"].map(|rule| {
        let findings = found(pool, Lead, rule);
        assert_eq!(findings.len(), 1, "{findings:#?}");
        !findings[0].missing_fact
    });
    assert_eq!(known[0], known[1]);
    let soft = found(pool, Lead, "R33");
    let serves = |spell: &Spell| {
        let begun = spell.period.from.earliest() <= TODAY;
        spell.actor != "p1".into() && spell.kind != SpellKind::Study && begun
    };
    let silent = soft.iter().all(|finding| !finding.missing_fact);
    assert_eq!(silent, pool.careers.iter().any(serves), "{soft:#?}");
    known[0]
}

#[test]
fn a_subject_works_where_the_career_says_that_a_post_lasts() {
    let mut pool = career_alone();
    assert_eq!(["R32", "R33", "R34"].map(|rule| found(&pool, Lead, rule)[0].missing_fact), [true; 3]);
    served(&mut pool, "q1", "bureau", date(2025, 6, 1), None);
    assert!(knows_the_bureau(&pool));
    let until = |pool: &Pool, from: Date, to: Option<Date>| {
        let mut pool = pool.clone();
        pool.careers[1].period = Period { from: on(from), to: to.map(on) };
        knows_the_bureau(&pool)
    };
    let (yesterday, tomorrow) = (TODAY.yesterday().unwrap(), TODAY.tomorrow().unwrap());
    assert!(until(&pool, date(2025, 6, 1), Some(TODAY)));
    assert!(!until(&pool, date(2025, 6, 1), Some(yesterday)), "no longer");
    assert!(until(&pool, TODAY, None));
    assert!(!until(&pool, tomorrow, None), "not yet");
    for kind in [SpellKind::Stationed, SpellKind::Study, SpellKind::Military] {
        pool.careers[1].kind = kind;
        assert!(!knows_the_bureau(&pool), "{kind:?}");
    }
    pool.careers[1].kind = SpellKind::Secondment;
    assert!(knows_the_bureau(&pool));
    pool.careers[1].organisation = None;
    assert!(!knows_the_bureau(&pool), "not on file");
    answer(&mut pool, Some("c1"), TODAY, DeclarationContent::None);
    assert!(!knows_the_bureau(&pool), "the person's answer does not tell where the subject works");
}

#[test]
fn the_career_of_the_person_who_the_subject_is_tells_it_too_beside_the_unit() {
    let mut pool = career_alone();
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p2".into());
    served(&mut pool, "p2", "bureau", date(2025, 6, 1), None);
    assert!(knows_the_bureau(&pool), "a person who is not on the roster");
    person(&mut pool, "p2");
    assert!(knows_the_bureau(&pool), "a post beside the one in the unit");
    let post =
        pool.careers.iter_mut().find(|spell| spell.organisation == Some("bureau".into()) && spell.actor == "p2".into());
    post.unwrap().period.to = Some(on(TODAY.yesterday().unwrap()));
    pool.parties.get_mut(&"q1".into()).unwrap().department = Some("第九室".to_string());
    for rule in ["R32", "R34"] {
        assert_eq!(found(&pool, Lead, rule), [], "the body of the unit counts: {rule}");
    }
}

#[test]
fn of_several_present_posts_each_counts_and_one_not_on_file_leaves_a_doubt() {
    let mut pool = career_alone();
    served(&mut pool, "q1", "commission", date(2025, 6, 1), None);
    assert_eq!((found(&pool, Lead, "R32"), found(&pool, Lead, "R34")), (vec![], vec![]));
    served(&mut pool, "q1", "bureau", date(2025, 6, 1), None).kind = SpellKind::Concurrent;
    assert!(knows_the_bureau(&pool));
    pool.careers[1].organisation = None;
    for rule in ["R32", "R34"] {
        let mut missing: Vec<bool> = found(&pool, Lead, rule).iter().map(|finding| finding.missing_fact).collect();
        missing.sort();
        assert_eq!(missing, [false, true], "{rule}");
    }
    let ties = infer(&pool, &builtin().0.ties, TODAY);
    let coverage =
        |pool: &Pool| CaseCoverage::of(pool, &Facts::new(pool, &ties), TODAY, &"c1".into()).with_organisation;
    assert_eq!(coverage(&pool), 0);
    pool.careers.remove(1);
    assert_eq!(coverage(&pool), 1);
    pool.careers.remove(1);
    assert_eq!(coverage(&pool), 0);
}

#[test]
fn the_present_post_tells_the_department_unless_the_subjects_own_row_does() {
    let mut policy = builtin().0;
    let scope = policy.rules.rules.get_mut("R32").unwrap().parameters.get_mut("unit_scope").unwrap();
    scope.value = ParameterValue::Word("department".to_string());
    let mut pool = career_alone();
    served(&mut pool, "q1", "bureau", date(2025, 6, 1), None);
    let reviewed = |pool: &Pool| found_by(&policy, pool, Member, "R32").len();
    assert_eq!(reviewed(&pool), 1, "both of the same department");
    pool.careers[1].department = Some("基建股".to_string());
    assert_eq!(reviewed(&pool), 0);
    pool.careers[1].department = None;
    assert_eq!(reviewed(&pool), 1, "which one is not on record");
    pool.parties.get_mut(&"q1".into()).unwrap().department = Some("基建股".to_string());
    assert_eq!(reviewed(&pool), 0);
    pool.careers[1].department = Some("办公室".to_string());
    assert_eq!(reviewed(&pool), 0, "the subject's own row goes first");
}

/// `check` warns of a subject where R32 would ask about everybody.
#[test]
fn check_says_of_which_subject_nobody_knows_the_present_workplace() {
    let warned = |pool: &Pool| {
        let told = validate(pool, &Spans::default(), TODAY);
        let told = told.iter().any(|fault| fault.code == codes::W0511);
        assert_eq!(told, found(pool, Member, "R32").iter().any(|finding| finding.missing_fact));
        told
    };
    let mut pool = career_alone();
    assert!(warned(&pool));
    served(&mut pool, "q1", "bureau", date(2025, 6, 1), Some(TODAY));
    assert!(!warned(&pool));
    pool.careers[1].period.to = Some(on(TODAY.yesterday().unwrap()));
    assert!(warned(&pool));
    pool.careers[1].period.to = None;
    served(&mut pool, "q1", "bureau", date(2025, 6, 1), None).organisation = None;
    assert!(warned(&pool));
    pool.careers[2].kind = SpellKind::Study;
    assert!(!warned(&pool));
}

/// Where the row of a relative in a leading post is silent, the career tells the organisation; where both are, nobody
/// knows, and `check` says so.
#[test]
fn kin_who_lead_nobody_knows_what_are_a_missing_fact() {
    let mut pool = village();
    person(&mut pool, "p1");
    party(&mut pool, "q1", PartyRole::Subject);
    relative(&mut pool, "uncle", "bureau", true);
    pool.relatives.get_mut(&"uncle".into()).unwrap().organisation = None;
    kin(&mut pool, "p1", "uncle", KinKind::Term("叔叔".to_string()));
    let told = |pool: &Pool| {
        let warned = validate(pool, &Spans::default(), TODAY).iter().any(|fault| fault.code == codes::W0514);
        let found = found(pool, Member, "R07");
        assert_eq!(warned, found.iter().any(|finding| finding.missing_fact));
        found.iter().map(|finding| (finding.level, finding.missing_fact)).collect::<Vec<_>>()
    };
    let (unknown, blocked) = ((VerdictLevel::Review, true), (VerdictLevel::Block, false));
    assert_eq!(told(&pool), [unknown]);
    pool.kin[0].kind = KinKind::Term("干爹".to_string());
    assert_eq!(told(&pool), [unknown], "may be near kin");
    pool.kin[0].kind = KinKind::Term("叔叔".to_string());
    served(&mut pool, "uncle", "bureau", date(2025, 6, 1), Some(TODAY.yesterday().unwrap()));
    assert_eq!(told(&pool), [unknown], "until the day before");
    pool.careers[0].period.to = None;
    assert_eq!(told(&pool), [], "at another organ");
    served(&mut pool, "uncle", "office", date(2025, 6, 1), None).kind = SpellKind::Concurrent;
    assert_eq!(told(&pool), [blocked], "of two posts either may be the leading one");
    pool.careers.iter_mut().find(|spell| spell.organisation == Some("bureau".into())).unwrap().organisation = None;
    assert_eq!(told(&pool), [blocked, unknown], "an employer not on file");
    relative(&mut pool, "uncle", "bureau", true);
    assert_eq!(told(&pool), [], "the row goes first");
}

/// A party's leadership of a blank organisation is that of the person's unit or of the present posts.
#[test]
fn parties_who_lead_nobody_knows_what_are_a_missing_fact() {
    let mut pool = village();
    person(&mut pool, "p1");
    party(&mut pool, "q1", PartyRole::Subject);
    party(&mut pool, "q2", PartyRole::Witness).leadership = true;
    kin(&mut pool, "p1", "q2", KinKind::Spouse { from: None, to: None });
    let told = |pool: &Pool, rule: &str| -> Vec<_> {
        found(pool, Member, rule).iter().map(|finding| (finding.level, finding.missing_fact)).collect()
    };
    assert_eq!(told(&pool, "R07"), [(VerdictLevel::Review, true)]);
    served(&mut pool, "q2", "office", date(2025, 6, 1), None);
    assert_eq!(told(&pool, "R07"), [(VerdictLevel::Block, false)]);
    pool.parties.get_mut(&"q2".into()).unwrap().organisation = Some("bureau".into());
    assert_eq!(told(&pool, "R07"), []);
    person(&mut pool, "p2");
    let witness = pool.parties.get_mut(&"q2".into()).unwrap();
    (witness.organisation, witness.person) = (None, Some("p2".into()));
    assert_eq!(told(&pool, "R06"), [(VerdictLevel::Block, false)], "the person's unit is the commission's");
}

#[test]
fn kin_who_lead_the_organisation_of_the_present_post_block() {
    let mut pool = career_alone();
    relative(&mut pool, "uncle", "bureau", true);
    kin(&mut pool, "p1", "uncle", KinKind::Term("叔叔".to_string()));
    assert_eq!(found(&pool, Member, "R07"), []);
    served(&mut pool, "q1", "bureau", date(2025, 6, 1), None).position = Some(Position::Head);
    assert_eq!(found(&pool, Member, "R07")[0].level, VerdictLevel::Block);
    pool.careers[1].period.to = Some(on(TODAY.yesterday().unwrap()));
    assert_eq!(found(&pool, Member, "R07"), []);
    let listed = |pool: &mut Pool| answer(pool, Some("c1"), TODAY, DeclarationContent::Listed);
    pool.relatives.get_mut(&"uncle".into()).unwrap().leading = false;
    listed(&mut pool);
    assert_eq!(found(&pool, Member, "M09").len(), 1, "nothing leads to the case");
    pool.careers[1].period.to = None;
    assert_eq!(found(&pool, Member, "M09"), [], "the uncle's workplace does");
}

/// A member of the group stationed at the bureau, and a subject of the bureau's leadership.
fn stationed() -> Pool {
    let mut pool = strangers();
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    let subject = pool.parties.get_mut(&"q1".into()).unwrap();
    (subject.organisation, subject.leadership) = (Some("bureau".into()), true);
    pool
}

#[test]
fn a_group_of_unknown_host_may_be_stationed_at_the_subjects_organ() {
    let mut pool = stationed();
    pool.units.get_mut(&"group".into()).unwrap().host = None;
    assert_eq!([Lead, Deputy, Member].map(|class| missing(&pool, class)[2]), [1, 1, 0], "a member would be warned");
    assert!(found(&pool, Lead, "R34")[0].words.zh.contains("驻在单位未登记"));
    answer(&mut pool, Some("c1"), TODAY, DeclarationContent::None);
    assert_eq!(missing(&pool, Lead)[2], 1, "the unit's host is not for the person to declare");
    pool.people.get_mut(&"p1".into()).unwrap().position = Position::Head;
    assert_eq!([Lead, Member].map(|class| missing(&pool, class)[2]), [1, 1], "its head would be recused");
    for kind in [UnitKind::Room, UnitKind::Local, UnitKind::External] {
        pool.units.get_mut(&"group".into()).unwrap().kind = kind;
        assert_eq!(missing(&pool, Lead)[2], 0, "{kind:?}");
    }
    pool.units.get_mut(&"group".into()).unwrap().kind = UnitKind::Stationed;
    let mut strict = builtin().0;
    let setting = strict.rules.rules.get_mut("R34").unwrap().parameters.get_mut("host_exclusion").unwrap();
    setting.value = ParameterValue::Switch(true);
    pool.people.get_mut(&"p1".into()).unwrap().position = Position::Staff;
    assert!(found_by(&strict, &pool, Member, "R34")[0].missing_fact);
    pool.parties.clear();
    assert_eq!(missing(&pool, Lead)[2], 0, "nobody to be stationed at");
}

#[test]
fn a_host_not_on_file_may_be_the_subjects_organ() {
    let mut pool = strangers();
    let spell = served(&mut pool, "p1", "bureau", date(2010, 1, 1), None);
    (spell.organisation, spell.organisation_text) = (None, "衡南县教体局".to_string());
    (spell.kind, spell.position) = (SpellKind::Stationed, Some(Position::Staff));
    assert_eq!([Lead, Deputy, Member].map(|class| missing(&pool, class)[2]), [1, 1, 0], "a member would be warned");
    assert!(found(&pool, Lead, "R34")[0].words.zh.contains("（衡南县教体局）"));
    for (position, expected) in [(Some(Position::Head), 1), (None, 1), (Some(Position::Deputy), 0)] {
        pool.careers[0].position = position;
        assert_eq!(missing(&pool, Member)[2], expected, "{position:?}");
    }
    let mut twice = pool.clone();
    twice.careers.insert(1, Spell { position: Some(Position::Head), ..twice.careers[0].clone() });
    assert_eq!(missing(&twice, Member)[2], 1, "one of two postings was the head's");
    for (last, expected) in [(date(2023, 11, 21), 1), (date(2023, 11, 20), 0)] {
        pool.careers[0].period.to = Some(on(last));
        assert_eq!(missing(&pool, Lead)[2], expected, "{last}");
    }
    pool.careers[0].period = Period { from: on(TODAY.tomorrow().unwrap()), to: None };
    assert_eq!(missing(&pool, Lead)[2], 0, "not yet");
    pool.careers[0].period.from = on(TODAY);
    assert_eq!(missing(&pool, Lead)[2], 1);
    answer(&mut pool, Some("c1"), TODAY, DeclarationContent::None);
    assert_eq!(missing(&pool, Lead)[2], 0, "answered for the case");
}

#[test]
fn a_posting_in_a_position_not_on_record_may_have_been_the_heads() {
    let mut pool = strangers();
    let subject = pool.parties.get_mut(&"q1".into()).unwrap();
    (subject.organisation, subject.leadership) = (Some("bureau".into()), true);
    served(&mut pool, "p1", "bureau", date(2010, 1, 1), None).kind = SpellKind::Stationed;
    let levels = |pool: &Pool, class| -> Vec<(VerdictLevel, bool)> {
        found(pool, class, "R34").iter().map(|finding| (finding.level, finding.missing_fact)).collect()
    };
    use VerdictLevel::{Block, Review, Warn};
    let told = |pool: &Pool| [Lead, Member].map(|class| levels(pool, class));
    pool.careers[0].position = None;
    let open = vec![(Review, true), (Review, false)];
    assert_eq!(told(&pool), [open.clone(), vec![(Review, true), (Warn, false)]], "the head would be recused");
    pool.careers[0].position = Some(Position::Staff);
    assert_eq!(told(&pool), [vec![(Review, false)], vec![(Warn, false)]]);
    pool.careers[0].position = Some(Position::Head);
    assert_eq!(told(&pool), [vec![(Block, false)], vec![(Block, false)]]);
    pool.careers[0].position = None;
    pool.parties.get_mut(&"q1".into()).unwrap().leadership = false;
    let member = vec![(Review, true), (Warn, false)];
    assert_eq!(told(&pool), [vec![(Review, false)], member], "a lead is reviewed as the head would be");
    served(&mut pool, "p1", "bureau", date(2011, 1, 1), None).kind = SpellKind::Stationed;
    pool.careers[0].position = Some(Position::Head);
    assert_eq!(told(&pool), [vec![(Review, false)], vec![(Review, false)]], "headed it at another time");
}

#[test]
fn a_subject_without_a_recent_career_may_have_been_a_colleague_unless_the_lead_answers_for_the_case() {
    let mut pool = strangers();
    pool.careers.retain(|spell| spell.actor.as_str() != "q1");
    assert_eq!([Lead, Deputy, Member].map(|class| missing(&pool, class)), [[0, 1, 0], [0, 1, 0], [0, 0, 0]]);
    assert!(found(&pool, Lead, "R33")[0].words.zh.contains("q1 的近年履历未登记"));
    let mut answered = pool.clone();
    answer(&mut answered, Some("c1"), TODAY, DeclarationContent::None);
    assert_eq!(missing(&answered, Lead), [0; 3]);
    served(&mut pool, "q1", "office", date(2010, 1, 1), Some(date(2021, 11, 20)));
    assert_eq!(missing(&pool, Lead)[1], 1, "too long ago");
    pool.careers[0].period.to = Some(on(date(2021, 11, 21)));
    assert_eq!(missing(&pool, Lead)[1], 0);
    pool.careers[0].kind = SpellKind::Study;
    assert_eq!(missing(&pool, Lead)[1], 1, "study is no service");
}

#[test]
fn what_was_answered_about_a_case_no_general_declaration_takes_back() {
    let mut pool = strangers();
    pool.declarations.clear();
    let open = |pool: &Pool| !found(pool, Member, "M09").is_empty();
    let days = |days: i64| TODAY.saturating_add((-days).days());
    answer(&mut pool, Some("c1"), days(9), DeclarationContent::Listed);
    assert!(open(&pool));
    answer(&mut pool, None, days(5), DeclarationContent::None);
    assert!(open(&pool), "the yearly form answers another question");
    answer(&mut pool, Some("c1"), days(2), DeclarationContent::None);
    assert!(!open(&pool));
    pool.declarations.clear();
    answer(&mut pool, None, days(9), DeclarationContent::Listed);
    assert!(open(&pool));
    for scope in [None, Some("c1")] {
        let mut pool = pool.clone();
        answer(&mut pool, scope, days(5), DeclarationContent::None);
        assert!(!open(&pool), "{scope:?}");
    }
}
