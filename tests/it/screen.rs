//! Every screening rule on a pool of few rows: what blocks, what goes to review, what warns, and each limit to the day.

use std::collections::BTreeSet;

use evenhand::check::{EntryVerdict, Judge};
use evenhand::id::CaseId;
use evenhand::plan::{CaseCoverage, Coverage};
use evenhand::policy::{FolderPolicy, ParameterValue, Policy, RoleClass, VerdictLevel, Verdicts, builtin, load};
use evenhand::pool::{
    Case, CaseStage, Clearance, DeclarationContent, DeclarationScope, DeclaredTie, DeclaredTieKind, KinKind,
    ParentKind, PartyRole, Pool, Position, SpellKind, Unit, UnitKind, Waiver,
};
use evenhand::rules;
use evenhand::screen::{Facts, Screener, Screening, Verdict};
use evenhand::ties::infer;
use jiff::civil::{Date, date};

use super::records;
use super::village::{
    TODAY, attended, declared, handled, kin, on, organisation, parent, party, person, relative, served, tied, village,
};

use RoleClass::{Deputy, Lead, Member};
use VerdictLevel::{Block, Review, Warn};

fn screening(policy: &Policy, pool: &Pool, who: &str, class: RoleClass) -> Screening {
    let ties = infer(pool, &policy.ties, TODAY);
    let screener = Screener::new(pool, &ties, policy, TODAY, rules::screening());
    screener.screen(&pool.people[&who.into()], &pool.cases[&CaseId::from("c1")], class)
}

fn screened(pool: &Pool, who: &str, class: RoleClass) -> Screening {
    screening(&builtin().0, pool, who, class)
}

/// What each rule finds, with points.
fn found(pool: &Pool, who: &str, class: RoleClass) -> Vec<(String, VerdictLevel, i64)> {
    screened(pool, who, class)
        .findings
        .into_iter()
        .map(|finding| (finding.rule, finding.level, finding.points))
        .collect()
}

/// The strictest level that one rule finds, and the points of all that it finds.
fn by(pool: &Pool, who: &str, class: RoleClass, rule: &str) -> Option<(VerdictLevel, i64)> {
    let found = found(pool, who, class);
    let mine = || found.iter().filter(|(code, ..)| code == rule);
    Some((mine().map(|(_, level, _)| *level).max()?, mine().map(|(.., points)| points).sum()))
}

fn with_party(role: PartyRole) -> Pool {
    let mut pool = village();
    person(&mut pool, "p1");
    if role != PartyRole::Subject {
        party(&mut pool, "q0", PartyRole::Subject);
    }
    party(&mut pool, "q1", role);
    pool
}

fn spouse(pool: &mut Pool, a: &str, b: &str) {
    kin(pool, a, b, KinKind::Spouse { from: None, to: None });
}

fn days(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}

#[test]
fn nobody_without_a_tie_is_held_up() {
    let pool = with_party(PartyRole::Subject);
    for class in [Lead, Deputy, Member, RoleClass::Liaison, RoleClass::Trainee] {
        let clear = Screening { verdict: Verdict::Clear, provisional: false, exposure: 0, findings: Vec::new() };
        assert_eq!(screened(&pool, "p1", class), clear);
    }
}

#[test]
fn r01_blocks_near_relatives_of_subjects_and_informants_alone() {
    for (role, expected) in [
        (PartyRole::Subject, Some((Block, 0))),
        (PartyRole::Informant, Some((Block, 0))),
        (PartyRole::Witness, None),
        (PartyRole::Interested, None),
    ] {
        let mut pool = with_party(role);
        parent(&mut pool, "p1", "q1");
        assert_eq!(by(&pool, "p1", Member, "R01"), expected, "child is {role:?}");
    }
    let mut pool = with_party(PartyRole::Informant);
    parent(&mut pool, "grandfather", "father");
    parent(&mut pool, "father", "p1");
    parent(&mut pool, "grandfather", "q1");
    assert_eq!(by(&pool, "p1", Member, "R01"), None, "an uncle is not on the narrow list");
    assert_eq!(by(&pool, "p1", Member, "R04"), Some((Review, 0)), "an informant's wider kin is reviewed");
}

#[test]
fn a_person_who_is_the_subject_is_blocked_and_so_are_their_kin() {
    let mut pool = with_party(PartyRole::Subject);
    person(&mut pool, "p2");
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p2".into());
    parent(&mut pool, "p2", "p1");
    assert_eq!(by(&pool, "p2", Member, "R01"), Some((Block, 0)));
    assert_eq!(by(&pool, "p2", Member, "R05"), Some((Block, 0)));
    assert_eq!(by(&pool, "p1", Member, "R01"), Some((Block, 0)));
}

#[test]
fn m11_reviews_everybody_while_no_subject_is_on_file() {
    for (stage, expected) in [
        (CaseStage::Inquiry, Some((Review, 0))),
        (CaseStage::Review, Some((Review, 0))),
        (CaseStage::Supervision, None),
    ] {
        let mut pool = village();
        person(&mut pool, "p1");
        pool.cases.get_mut(&"c1".into()).unwrap().stage = stage;
        for role in [None, Some(PartyRole::Informant), Some(PartyRole::Witness)] {
            if let Some(role) = role {
                party(&mut pool, "q1", role).role = role;
            }
            for class in [Lead, Deputy, Member] {
                assert_eq!(by(&pool, "p1", class, "M11"), expected, "{stage:?} {role:?}");
            }
            let found = screened(&pool, "p1", Member);
            assert_eq!(found.provisional, expected.is_some(), "the fact is missing");
        }
        party(&mut pool, "q2", PartyRole::Subject);
        assert_eq!(by(&pool, "p1", Member, "M11"), None, "{stage:?}");
        pool.parties.get_mut(&"q2".into()).unwrap().case = "c2".into();
        assert_eq!(by(&pool, "p1", Member, "M11"), expected, "the subject of another case");
    }
}

#[test]
fn r02_blocks_witnesses() {
    let mut pool = with_party(PartyRole::Witness);
    assert_eq!(by(&pool, "p1", Member, "R02"), None);
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p1".into());
    assert_eq!(found(&pool, "p1", Member), vec![("R02".to_string(), Block, 0)]);
}

#[test]
fn r03_reviews_a_declared_interest_and_blocks_a_confirmed_one() {
    let mut pool = with_party(PartyRole::Subject);
    tied(&mut pool, "q1", "p1", DeclaredTieKind::Interest);
    assert_eq!(found(&pool, "p1", Member), vec![("R03".to_string(), Review, 0)]);
    pool.declared_ties[0].confirmed = true;
    assert_eq!(found(&pool, "p1", Member), vec![("R03".to_string(), Block, 0)]);
    pool.declared_ties[0].until = Some(on(date(2016, 11, 1)));
    assert_eq!(found(&pool, "p1", Member), vec![], "ten years later");
}

#[test]
fn r03_sees_the_interests_of_near_relatives_but_not_of_wider_kin() {
    let mut pool = with_party(PartyRole::Subject);
    parent(&mut pool, "father", "p1");
    tied(&mut pool, "father", "q1", DeclaredTieKind::Interest);
    assert_eq!(by(&pool, "p1", Member, "R03"), Some((Review, 0)));
    pool.kin.clear();
    kin(&mut pool, "p1", "father", KinKind::Term("舅舅".to_string()));
    assert_eq!(by(&pool, "p1", Member, "R03"), None);
    let mut pool = with_party(PartyRole::Interested);
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p1".into());
    assert_eq!(by(&pool, "p1", Member, "R03"), Some((Block, 0)));
    let mut pool = with_party(PartyRole::Interested);
    parent(&mut pool, "q1", "p1");
    assert_eq!(by(&pool, "p1", Member, "R03"), Some((Block, 0)));
}

#[test]
fn r03_reviews_the_interests_of_kin_of_unknown_degree_and_the_checker_says_the_same() {
    let policy = builtin().0;
    for (term, confirmed, expected) in [
        ("干爹", false, vec![("R03".to_string(), Review, 0)]),
        ("干爹", true, vec![("R03".to_string(), Review, 0)]),
        ("儿子", true, vec![("R03".to_string(), Block, 0)]),
        ("堂叔", true, vec![("R04".to_string(), Review, 0)]),
    ] {
        let mut pool = with_party(PartyRole::Subject);
        kin(&mut pool, "p1", "elder", KinKind::Term(term.to_string()));
        tied(&mut pool, "elder", "q1", DeclaredTieKind::Interest);
        pool.declared_ties[0].confirmed = confirmed;
        assert_eq!(found(&pool, "p1", Member), expected, "{term}");
        let judge = Judge::new(&pool, &policy, TODAY);
        let (person, case) = (&pool.people[&"p1".into()], &pool.cases[&CaseId::from("c1")]);
        let entries = judge.screen(rules::checks(), person, case, Member, true);
        let refused: Vec<&str> = entries
            .iter()
            .filter(|entry| entry.verdict == EntryVerdict::Fail)
            .map(|entry| entry.rule.as_str())
            .collect();
        assert_eq!(refused, expected.iter().map(|(rule, ..)| rule.as_str()).collect::<Vec<_>>(), "{term}");
    }
}

#[test]
fn r04_reviews_declared_circumstances_and_leaves_the_softer_ones_to_r33() {
    for (kind, rule, level, points) in [
        (DeclaredTieKind::Friend, "R04", Review, 0),
        (DeclaredTieKind::DistantKin, "R04", Review, 0),
        (DeclaredTieKind::Grudge, "R04", Review, 0),
        (DeclaredTieKind::Loan, "R04", Review, 0),
        (DeclaredTieKind::SwornKin, "R04", Review, 0),
        (DeclaredTieKind::Other, "R04", Review, 0),
        (DeclaredTieKind::Classmate, "R33", Warn, 30),
        (DeclaredTieKind::Townsman, "R33", Warn, 20),
        (DeclaredTieKind::Colleague, "R33", Warn, 20),
    ] {
        let mut pool = with_party(PartyRole::Subject);
        tied(&mut pool, "p1", "q1", kind);
        assert_eq!(found(&pool, "p1", Member), vec![(rule.to_string(), level, points)], "{kind:?}");
    }
}

#[test]
fn r04_reviews_kin_beyond_the_list_and_any_kin_of_a_witness() {
    let mut pool = with_party(PartyRole::Subject);
    kin(&mut pool, "p1", "q1", KinKind::Term("堂叔".to_string()));
    assert_eq!(found(&pool, "p1", Lead), vec![("R04".to_string(), Review, 0)]);
    pool.kin[0].kind = KinKind::Term("干爹".to_string());
    assert_eq!(found(&pool, "p1", Lead), vec![("R04".to_string(), Review, 0)], "a term nobody knows");
    pool.kin[0].kind = KinKind::Spouse { from: None, to: Some(on(date(2020, 1, 1))) };
    assert_eq!(found(&pool, "p1", Lead), vec![("R04".to_string(), Review, 0)], "a former spouse");
    let mut pool = with_party(PartyRole::Witness);
    parent(&mut pool, "p1", "q1");
    assert_eq!(found(&pool, "p1", Lead), vec![("R04".to_string(), Review, 0)], "a witness's parent");
}

#[test]
fn r05_blocks_the_wider_kin_of_subjects_and_interested_parties() {
    for (role, expected) in [
        (PartyRole::Subject, Some((Block, 0))),
        (PartyRole::Interested, Some((Block, 0))),
        (PartyRole::Informant, None),
        (PartyRole::Witness, None),
    ] {
        let mut pool = with_party(role);
        spouse(&mut pool, "p1", "wife");
        kin(&mut pool, "wife", "q1", KinKind::Term("表哥".to_string()));
        assert_eq!(by(&pool, "p1", Member, "R05"), expected, "the wife's cousin is {role:?}");
    }
}

#[test]
fn r07_blocks_cases_of_an_organ_that_near_kin_lead() {
    let mut pool = with_party(PartyRole::Subject);
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("bureau".into());
    relative(&mut pool, "uncle", "bureau", false);
    kin(&mut pool, "p1", "uncle", KinKind::Term("叔叔".to_string()));
    assert_eq!(by(&pool, "p1", Member, "R07"), None, "works there without leading");
    relative(&mut pool, "uncle", "bureau", true);
    assert_eq!(by(&pool, "p1", Member, "R07"), Some((Block, 0)));
    pool.kin[0].kind = KinKind::Term("堂叔".to_string());
    assert_eq!(by(&pool, "p1", Member, "R07"), None, "beyond the list");
    pool.kin[0].kind = KinKind::Term("干爹".to_string());
    assert_eq!(by(&pool, "p1", Member, "R07"), Some((Review, 0)), "a term nobody knows may mean near kin");
    let (policy, _) = builtin();
    let judge = Judge::new(&pool, &policy, TODAY);
    let entries = judge.screen(rules::checks(), &pool.people[&"p1".into()], &pool.cases[&"c1".into()], Member, false);
    assert!(entries.iter().any(|entry| entry.rule == "R07" && entry.verdict == EntryVerdict::Fail), "{entries:?}");
    pool.kin.clear();
    person(&mut pool, "p2").position = Position::CommissionLeader;
    spouse(&mut pool, "p1", "p2");
    assert_eq!(by(&pool, "p1", Member, "R07"), None, "leads another organ");
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("commission".into());
    assert_eq!(by(&pool, "p1", Member, "R07"), Some((Block, 0)));
}

#[test]
fn r06_keeps_the_kin_of_leaders_out_of_the_cases_of_their_commission() {
    let mut pool = with_party(PartyRole::Subject);
    person(&mut pool, "boss").position = Position::CommissionLeader;
    spouse(&mut pool, "p1", "boss");
    assert_eq!(by(&pool, "p1", Member, "R06"), Some((Block, 0)), "the spouse leads the handling commission");
    assert_eq!(by(&pool, "boss", Lead, "R06"), None, "whose kin lead nothing");
    pool.kin[0].kind = KinKind::Term("堂叔".to_string());
    assert_eq!(by(&pool, "p1", Member, "R06"), None, "beyond the list");
    pool.kin[0].kind = KinKind::Term("远房表哥".to_string());
    assert_eq!(by(&pool, "p1", Member, "R06"), Some((Review, 0)), "a term nobody knows");
    pool.kin[0].kind = KinKind::Spouse { from: None, to: None };
    pool.people.get_mut(&"boss".into()).unwrap().position = Position::Head;
    assert_eq!(by(&pool, "p1", Member, "R06"), None, "a head of a room is no leader of the commission");
}

#[test]
fn r06_looks_one_level_up_and_down_for_leaders() {
    let mut pool = with_party(PartyRole::Subject);
    person(&mut pool, "boss").position = Position::CommissionLeader;
    organisation(&mut pool, "county", "衡南县纪委监委", "430422");
    relative(&mut pool, "brother", "county", true);
    parent(&mut pool, "mother", "boss");
    parent(&mut pool, "mother", "brother");
    assert_eq!(by(&pool, "boss", Lead, "R06"), None, "no level on record");
    pool.organisations.get_mut(&"county".into()).unwrap().parent = Some("commission".into());
    assert_eq!(by(&pool, "boss", Lead, "R06"), Some((Block, 0)), "the level below");
    let (policy, _) = builtin();
    let judge = Judge::new(&pool, &policy, TODAY);
    let entries = judge.screen(rules::checks(), &pool.people[&"boss".into()], &pool.cases[&"c1".into()], Lead, false);
    assert!(entries.iter().any(|entry| entry.rule == "R06" && entry.verdict == EntryVerdict::Fail), "{entries:?}");
    pool.organisations.get_mut(&"county".into()).unwrap().parent = None;
    pool.organisations.get_mut(&"commission".into()).unwrap().parent = Some("county".into());
    assert_eq!(by(&pool, "boss", Lead, "R06"), Some((Block, 0)), "the level above");
    pool.people.get_mut(&"boss".into()).unwrap().position = Position::Head;
    assert_eq!(by(&pool, "boss", Lead, "R06"), None, "not a leader");
}

#[test]
fn r14_keeps_investigation_and_review_apart() {
    let case = |now: CaseStage, then: Option<CaseStage>, code: &str| {
        let mut pool = with_party(PartyRole::Subject);
        pool.cases.get_mut(&"c1".into()).unwrap().stage = now;
        handled(&mut pool, "p1", code, then, date(2026, 1, 1), date(2026, 3, 1));
        let screening = screened(&pool, "p1", Member);
        screening.findings.first().map(|finding| (finding.level, finding.missing_fact))
    };
    use CaseStage::{Detention, Filed, Inquiry, Preliminary};
    for stage in [Preliminary, Filed, Detention] {
        assert_eq!(case(CaseStage::Review, Some(stage), "c1"), Some((Block, false)), "{stage:?}");
        assert_eq!(case(stage, Some(CaseStage::Review), "c1"), Some((Block, false)), "{stage:?}");
        assert_eq!(case(CaseStage::FirstReview, Some(stage), "c1"), Some((Block, false)), "{stage:?}");
        assert_eq!(case(stage, Some(CaseStage::FirstReview), "c1"), Some((Block, false)), "{stage:?}");
    }
    assert_eq!(case(Filed, Some(Preliminary), "c1"), None, "going on is allowed");
    assert_eq!(case(CaseStage::Review, Some(CaseStage::FirstReview), "c1"), None, "both are reviews");
    assert_eq!(case(CaseStage::FirstReview, None, "c1"), Some((Review, true)), "a stage that is not on record");
    assert_eq!(case(CaseStage::Review, Some(Inquiry), "c1"), None);
    assert_eq!(case(CaseStage::Review, Some(Filed), "c2"), None, "another case");
    assert_eq!(case(CaseStage::Review, None, "c1"), Some((Review, true)), "the stage is not on record");
}

#[test]
fn r21_is_stricter_with_leads_and_fails_closed_for_them() {
    let mut pool = with_party(PartyRole::Subject);
    let home = |pool: &mut Pool, region: Option<&str>| {
        pool.people.get_mut(&"p1".into()).unwrap().grew_up = region.map(Into::into);
        [Lead, Deputy, Member].map(|class| by(pool, "p1", class, "R21"))
    };
    assert_eq!(home(&mut pool, Some("430422101")), [Some((Block, 0)), Some((Review, 0)), Some((Warn, 5))]);
    assert_eq!(home(&mut pool, Some("430426")), [None, None, None]);
    assert_eq!(home(&mut pool, Some("430400")), [Some((Review, 0)), Some((Review, 0)), None], "known too roughly");
    assert_eq!(home(&mut pool, None), [Some((Review, 0)), Some((Review, 0)), None]);
    assert!(screened(&pool, "p1", Lead).provisional);
}

#[test]
fn r27_wants_the_clearance_of_the_case() {
    let mut pool = with_party(PartyRole::Subject);
    for (level, expected) in
        [(Clearance::Confidential, None), (Clearance::Secret, None), (Clearance::TopSecret, Some((Block, 0)))]
    {
        pool.cases.get_mut(&"c1".into()).unwrap().clearance = level;
        assert_eq!(by(&pool, "p1", Member, "R27"), expected, "{level:?}");
    }
}

#[test]
fn whoever_lacks_nothing_but_a_clearance_is_unqualified_and_not_recused() {
    let unqualified = |pool: &Pool| {
        let screening = screened(pool, "p1", Member);
        (screening.verdict, screening.is_unqualified())
    };
    let mut pool = with_party(PartyRole::Subject);
    assert_eq!(unqualified(&pool), (Verdict::Clear, false));
    tied(&mut pool, "q1", "p1", DeclaredTieKind::Interest);
    assert_eq!(unqualified(&pool), (Verdict::Review, false));
    pool.cases.get_mut(&"c1".into()).unwrap().clearance = Clearance::TopSecret;
    assert_eq!(unqualified(&pool), (Verdict::Block, true), "a review beside it recuses nobody");
    pool.declared_ties[0].confirmed = true;
    assert_eq!(unqualified(&pool), (Verdict::Block, false));
    pool.cases.get_mut(&"c1".into()).unwrap().clearance = Clearance::None;
    assert_eq!(unqualified(&pool), (Verdict::Block, false));
}

#[test]
fn r29_bars_who_has_left_or_leaves_before_the_end() {
    let mut pool = with_party(PartyRole::Subject);
    let end = pool.cases[&CaseId::from("c1")].to;
    for (left, expected) in
        [(Some(TODAY), Some((Block, 0))), (Some(end), Some((Block, 0))), (Some(days(end, 1)), None), (None, None)]
    {
        pool.people.get_mut(&"p1".into()).unwrap().left = left;
        assert_eq!(by(&pool, "p1", Member, "R29"), expected, "{left:?}");
    }
    pool.cases.get_mut(&"c1".into()).unwrap().to = days(TODAY, -9);
    for (left, expected) in [(TODAY, Some((Block, 0))), (days(TODAY, 1), None)] {
        pool.people.get_mut(&"p1".into()).unwrap().left = Some(left);
        assert_eq!(by(&pool, "p1", Member, "R29"), expected, "asked for today, in a case that is over: {left}");
    }
}

#[test]
fn r32_ends_after_three_and_five_years_to_the_day() {
    let mut pool = with_party(PartyRole::Subject);
    let subject = pool.parties.get_mut(&"q1".into()).unwrap();
    subject.organisation = Some("bureau".into());
    subject.department = Some("办公室".to_string());
    served(&mut pool, "p1", "bureau", date(2010, 1, 1), None);
    for (last, expected) in [
        (None, Some((Review, 0))),
        (Some(date(2023, 11, 21)), Some((Review, 0))),
        (Some(date(2023, 11, 20)), Some((Warn, 10))),
        (Some(date(2021, 11, 21)), Some((Warn, 10))),
        (Some(date(2021, 11, 20)), None),
    ] {
        pool.careers[0].period.to = last.map(on);
        assert_eq!(by(&pool, "p1", Member, "R32"), expected, "{last:?}");
    }
    pool.careers[0].period.to = None;
    pool.careers[0].department = Some("人事科".to_string());
    assert_eq!(by(&pool, "p1", Member, "R32"), Some((Review, 0)), "another department of the same unit");
    let mut narrow = builtin().0;
    let scope = narrow.rules.rules.get_mut("R32").unwrap().parameters.get_mut("unit_scope").unwrap();
    scope.value = ParameterValue::Word("department".to_string());
    assert_eq!(screening(&narrow, &pool, "p1", Member).verdict, Verdict::Clear, "departments by the folder's policy");
    pool.careers[0].department = None;
    assert_eq!(screening(&narrow, &pool, "p1", Member).verdict, Verdict::Review, "which one is not on record");
    pool.careers[0].kind = SpellKind::Stationed;
    assert_eq!(by(&pool, "p1", Member, "R32"), None, "stationed is not working there");
    pool.careers[0].kind = SpellKind::Post;
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = None;
    assert_eq!(by(&pool, "p1", Member, "R32"), Some((Review, 0)), "nobody knows whether it is the same unit");
}

#[test]
fn r32_looks_at_departments_inside_the_commission_that_handles_the_case() {
    let mut pool = with_party(PartyRole::Subject);
    let subject = pool.parties.get_mut(&"q1".into()).unwrap();
    subject.organisation = Some("commission".into());
    subject.department = Some("信访室".to_string());
    served(&mut pool, "p1", "commission", date(2010, 1, 1), None);
    pool.careers[0].department = Some("案件审理室".to_string());
    assert_eq!(by(&pool, "p1", Member, "R32"), None, "a colleague of another room");
    pool.careers[0].department = Some("信访室".to_string());
    assert_eq!(by(&pool, "p1", Member, "R32"), Some((Review, 0)), "the same room");
    pool.careers[0].department = Some("案件审理室".to_string());
    pool.cases.get_mut(&"c1".into()).unwrap().body = "bureau".into();
    assert_eq!(by(&pool, "p1", Member, "R32"), Some((Review, 0)), "another commission handles it");
}

#[test]
fn a_rule_is_applied_on_the_days_on_which_it_holds() {
    let mut pool = with_party(PartyRole::Subject);
    attended(&mut pool, "p1", "湘潭大学", Some("法学"), date(2010, 9, 1), date(2014, 6, 30));
    attended(&mut pool, "q1", "湘潭大学", Some("法学"), date(2010, 9, 1), date(2014, 6, 30));
    let (before, after) = (TODAY.yesterday().unwrap(), TODAY.tomorrow().unwrap());
    for (days, holds) in [
        (format!("valid_from = {TODAY}"), true),
        (format!("valid_from = {after}"), false),
        (format!("valid_to = {TODAY}"), true),
        (format!("valid_to = {before}"), false),
        (format!("valid_from = {before}\nvalid_to = {after}"), true),
    ] {
        let (folder, faults) = FolderPolicy::read(&format!("[rule.R33]\n{days}\n"));
        assert_eq!(faults, []);
        let (policy, faults) = load("default", None, &folder);
        assert_eq!(faults, []);
        let found = screening(&policy, &pool, "p1", Member).findings;
        assert_eq!(found.iter().any(|finding| finding.rule == "R33"), holds, "{days}");
        let judge = Judge::new(&pool, &policy, TODAY);
        let (person, case) = (&pool.people[&"p1".into()], &pool.cases[&"c1".into()]);
        let entries = judge.screen(rules::checks(), person, case, Member, true);
        assert_eq!(entries.iter().any(|entry| entry.rule == "R33"), holds, "{days}, by the checker");
    }
}

#[test]
fn r33_reviews_leads_from_ten_points_on_and_warns_members() {
    let mut pool = with_party(PartyRole::Subject);
    attended(&mut pool, "p1", "湘潭大学", Some("法学"), date(2010, 9, 1), date(2014, 6, 30));
    attended(&mut pool, "q1", "湘潭大学", Some("法学"), date(2010, 9, 1), date(2014, 6, 30));
    assert_eq!(by(&pool, "p1", Lead, "R33"), Some((Review, 0)), "11 points");
    assert_eq!(by(&pool, "p1", Deputy, "R33"), Some((Review, 0)));
    assert_eq!(by(&pool, "p1", Member, "R33"), Some((Warn, 11)));
    for school in &mut pool.schools {
        school.period.to = Some(on(date(2013, 6, 30)));
    }
    assert_eq!(by(&pool, "p1", Lead, "R33"), Some((Warn, 9)), "a weak tie only warns");
    pool.parties.get_mut(&"q1".into()).unwrap().role = PartyRole::Witness;
    assert_eq!(by(&pool, "p1", Lead, "R33"), None, "subjects only");
}

#[test]
fn r34_recuses_the_head_from_the_leadership_of_the_host_and_looks_at_the_others() {
    let mut pool = with_party(PartyRole::Subject);
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("bureau".into());
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    let each = |pool: &Pool| [Lead, Deputy, Member].map(|class| by(pool, "p1", class, "R34"));
    let reviewed = Some((Review, 0));
    assert_eq!(each(&pool), [reviewed, reviewed, Some((Warn, 20))], "a member of the group");
    pool.people.get_mut(&"p1".into()).unwrap().position = Position::Head;
    assert_eq!(each(&pool), [reviewed; 3], "its head, as a lead in every role");
    pool.parties.get_mut(&"q1".into()).unwrap().leadership = true;
    assert_eq!(each(&pool), [Some((Block, 0)); 3], "and the subject is of the leadership");
    pool.people.get_mut(&"p1".into()).unwrap().position = Position::Staff;
    assert_eq!(each(&pool), [reviewed, reviewed, Some((Warn, 20))]);
    let mut policy = builtin().0;
    let setting = policy.rules.rules.get_mut("R34").unwrap().parameters.get_mut("host_exclusion").unwrap();
    setting.value = ParameterValue::Switch(true);
    assert_eq!(screening(&policy, &pool, "p1", Member).verdict, Verdict::Block);
}

/// The strictest level that one rule finds, on which the checker must agree.
fn agreed(policy: &Policy, pool: &Pool, who: &str, class: RoleClass, rule: &str) -> VerdictLevel {
    let findings = screening(policy, pool, who, class).findings;
    let level = findings.iter().filter(|finding| finding.rule == rule).map(|finding| finding.level).max();
    let judge = Judge::new(pool, policy, TODAY);
    let (person, case) = (&pool.people[&who.into()], &pool.cases[&CaseId::from("c1")]);
    let entries = judge.screen(rules::checks(), person, case, class, false);
    let judged = entries.iter().find(|entry| entry.rule == rule).unwrap().personal;
    let level = level.unwrap_or(VerdictLevel::None);
    assert_eq!(judged, Some(level), "{rule} {class:?} {entries:?}");
    level
}

/// A school under an office under the bureau, and a second office beside the first; the subject works at the school.
fn below_the_bureau() -> Pool {
    let mut pool = with_party(PartyRole::Subject);
    for (id, name, above) in
        [("office", "教育局考试院", "bureau"), ("beside", "教育局电教馆", "bureau"), ("school", "衡南县一中", "office")]
    {
        organisation(&mut pool, id, name, "430422");
        pool.organisations.get_mut(&id.into()).unwrap().parent = Some(above.into());
    }
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("school".into());
    pool
}

#[test]
fn r34_holds_for_the_organs_under_the_host_without_a_leadership() {
    let mut pool = below_the_bureau();
    let policy = builtin().0;
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    let each = |pool: &Pool| [Lead, Deputy, Member].map(|class| agreed(&policy, pool, "p1", class, "R34"));
    assert_eq!(each(&pool), [Review, Review, Warn], "a member of the group, two steps above");
    assert_eq!(by(&pool, "p1", Member, "R34"), Some((Warn, 20)));
    let words = screened(&pool, "p1", Member).findings.remove(0);
    assert_eq!(words.words.zh, "被审查调查人 q1 所在单位是驻在单位衡南县教育局的下属单位：现驻衡南县教育局");
    let line = &words.evidence[1].words.zh;
    assert_eq!(line, "由下至上的隶属关系：衡南县一中 → 教育局考试院 → 衡南县教育局");
    pool.parties.get_mut(&"q1".into()).unwrap().leadership = true;
    pool.people.get_mut(&"p1".into()).unwrap().position = Position::Head;
    assert_eq!(each(&pool), [Review; 3], "its head; the school's leadership is not the bureau's");
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("office".into());
    assert_eq!(each(&pool), [Review; 3], "one step above");
    let mut strict = builtin().0;
    let setting = strict.rules.rules.get_mut("R34").unwrap().parameters.get_mut("host_exclusion").unwrap();
    setting.value = ParameterValue::Switch(true);
    assert_eq!(agreed(&strict, &pool, "p1", Member, "R34"), Block);
    pool.organisations.get_mut(&"office".into()).unwrap().parent = None;
    assert_eq!(each(&pool), [VerdictLevel::None; 3], "nothing says what stands above");
}

#[test]
fn r34_holds_neither_beside_the_host_nor_above_it() {
    let mut pool = below_the_bureau();
    let policy = builtin().0;
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    for (host, works, expected) in [
        ("beside", "office", VerdictLevel::None),
        ("beside", "school", VerdictLevel::None),
        ("office", "bureau", VerdictLevel::None),
        ("school", "office", VerdictLevel::None),
        ("office", "school", Review),
        ("school", "school", Review),
    ] {
        pool.units.get_mut(&"group".into()).unwrap().host = Some(host.into());
        pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some(works.into());
        assert_eq!(agreed(&policy, &pool, "p1", Lead, "R34"), expected, "stationed at {host}, works at {works}");
    }
}

#[test]
fn r34_remembers_a_posting_above_the_organ_for_three_years() {
    let mut pool = below_the_bureau();
    let policy = builtin().0;
    served(&mut pool, "p1", "bureau", date(2018, 1, 1), None).kind = SpellKind::Stationed;
    for (last, expected) in [(date(2023, 11, 21), Review), (date(2023, 11, 20), VerdictLevel::None)] {
        pool.careers[0].period.to = Some(on(last));
        assert_eq!(agreed(&policy, &pool, "p1", Lead, "R34"), expected, "{last}");
    }
    pool.careers[0].period.to = None;
    pool.careers[0].position = Some(Position::Head);
    assert_eq!(agreed(&policy, &pool, "p1", Member, "R34"), Review, "as head");
    assert_eq!(agreed(&policy, &pool, "p1", Lead, "R32"), VerdictLevel::None, "another unit, and no work there");
    pool.careers[0].kind = SpellKind::Post;
    assert_eq!(agreed(&policy, &pool, "p1", Lead, "R32"), VerdictLevel::None, "work above is work in another unit");
}

#[test]
fn r04_reviews_kin_who_lead_an_organ_above_and_r07_blocks_those_who_lead_it() {
    let mut pool = below_the_bureau();
    let policy = builtin().0;
    relative(&mut pool, "uncle", "bureau", true);
    kin(&mut pool, "p1", "uncle", KinKind::Term("叔叔".to_string()));
    let level = |pool: &Pool| ["R04", "R07"].map(|rule| agreed(&policy, pool, "p1", Member, rule));
    const NONE: VerdictLevel = VerdictLevel::None;
    for (leads, works, expected) in [
        ("bureau", "school", [Review, NONE]),
        ("bureau", "office", [Review, NONE]),
        ("bureau", "bureau", [NONE, Block]),
        ("office", "school", [Review, NONE]),
        ("school", "office", [NONE, NONE]),
        ("office", "bureau", [NONE, NONE]),
        ("beside", "office", [NONE, NONE]),
        ("beside", "school", [NONE, NONE]),
    ] {
        pool.relatives.get_mut(&"uncle".into()).unwrap().organisation = Some(leads.into());
        pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some(works.into());
        assert_eq!(level(&pool), expected, "the uncle leads {leads}, the subject works at {works}");
    }
    relative(&mut pool, "uncle", "bureau", true);
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("school".into());
    let finding = screened(&pool, "p1", Member).findings.remove(0);
    assert_eq!(finding.words.zh, "其伯叔姑舅姨在衡南县教育局担任领导职务，案件涉及其下属单位");
    pool.kin[0].kind = KinKind::Term("干爹".to_string());
    assert_eq!(level(&pool), [Review, NONE], "may be near kin");
    pool.kin[0].kind = KinKind::Term("堂叔".to_string());
    assert_eq!(level(&pool), [NONE, NONE], "beyond the list");
    pool.kin[0].kind = KinKind::Term("叔叔".to_string());
    relative(&mut pool, "uncle", "bureau", false);
    assert_eq!(level(&pool), [NONE, NONE], "works there without leading");
}

#[test]
fn r04_reviews_former_spouses_and_birth_kin_who_lead_the_organ_one_above_or_the_commission() {
    let mut pool = below_the_bureau();
    let policy = builtin().0;
    relative(&mut pool, "other", "school", true);
    relative(&mut pool, "foster", "beside", false);
    let divorce = Some(on(TODAY.yesterday().unwrap()));
    let former = vec![records::kin("p1", "other", KinKind::Spouse { from: None, to: divorce })];
    let adopted =
        vec![records::parent("other", "p1"), records::kin("foster", "p1", KinKind::Parent(ParentKind::Adoptive))];
    for rows in [former, adopted] {
        pool.kin = rows;
        for (leads, expected) in [
            ("school", Review),
            ("office", Review),
            ("bureau", Review),
            ("commission", Review),
            ("beside", VerdictLevel::None),
        ] {
            relative(&mut pool, "other", leads, true);
            assert_eq!(agreed(&policy, &pool, "p1", Member, "R04"), expected, "leads {leads}");
            for rule in ["R06", "R07"] {
                assert_eq!(agreed(&policy, &pool, "p1", Member, rule), VerdictLevel::None, "{rule}, leads {leads}");
            }
        }
        pool.relatives.get_mut(&"other".into()).unwrap().organisation = None;
        assert_eq!(agreed(&policy, &pool, "p1", Member, "R04"), Review, "nobody knows where");
        relative(&mut pool, "other", "school", false);
        assert_eq!(agreed(&policy, &pool, "p1", Member, "R04"), VerdictLevel::None, "works there without leading");
    }
}

/// What is entered under the id of a party is told of the person who it is, on either side of a row.
#[test]
fn ties_entered_under_a_party_of_another_case_are_the_person_s() {
    let mut pool = with_party(PartyRole::Subject);
    let policy = builtin().0;
    pool.cases.insert("c2".into(), Case { id: "c2".into(), open: false, ..pool.cases[&CaseId::from("c1")].clone() });
    for (id, person) in [("x2", "p1"), ("x3", "p3")] {
        let row = party(&mut pool, id, PartyRole::Witness);
        (row.case, row.person, row.organisation) = ("c2".into(), Some(person.into()), None);
    }
    person(&mut pool, "p3").grew_up = None;
    let rules = ["R03", "R04", "R33"];
    let judged = |pool: &Pool| rules.map(|rule| agreed(&policy, pool, "p1", Lead, rule));
    const NONE: VerdictLevel = VerdictLevel::None;
    assert_eq!(judged(&pool), [NONE; 3]);
    // The subject of the second round is the person p3, who is the witness x3 of another case, too.
    for (other, is_twin) in [("q1", false), ("x3", true)] {
        pool.parties.get_mut(&"q1".into()).unwrap().person = is_twin.then(|| "p3".into());
        for (me, kind, confirmed, expected) in [
            ("x2", DeclaredTieKind::Interest, true, [Block, NONE, NONE]),
            ("x2", DeclaredTieKind::Interest, false, [Review, NONE, NONE]),
            ("x2", DeclaredTieKind::Loan, false, [NONE, Review, NONE]),
            ("x2", DeclaredTieKind::Classmate, true, [NONE, NONE, Review]),
            ("p1", DeclaredTieKind::Interest, true, [Block, NONE, NONE]),
            ("p1", DeclaredTieKind::Grudge, false, [NONE, Review, NONE]),
        ] {
            for (actor, to) in [(me, other), (other, me)] {
                pool.declared_ties = vec![DeclaredTie { confirmed, ..records::declared(actor, to, kind) }];
                assert_eq!(judged(&pool), expected, "{actor} {to} {kind:?}");
            }
        }
        pool.declared_ties = vec![records::declared("p1", "x2", DeclaredTieKind::Interest)];
        assert_eq!(judged(&pool), [NONE; 3], "with oneself");
    }
}

#[test]
fn r05_blocks_a_confirmed_interest_of_near_kin_and_r04_reviews_that_of_others() {
    let mut pool = with_party(PartyRole::Subject);
    let policy = builtin().0;
    relative(&mut pool, "r1", "bureau", false);
    let rules = ["R03", "R04", "R05"];
    const NONE: VerdictLevel = VerdictLevel::None;
    for (term, confirmed, unconfirmed) in [
        ("哥哥", [Block, NONE, NONE], [Review, NONE, NONE]),
        ("岳父", [NONE, NONE, Block], [NONE, NONE, Review]),
        ("姐夫", [NONE, NONE, Block], [NONE, NONE, Review]),
        ("表哥", [NONE, NONE, Block], [NONE, NONE, Review]),
        ("亲家", [NONE, NONE, Block], [NONE, NONE, Review]),
        ("前妻", [NONE, Review, NONE], [NONE, Review, NONE]),
        ("堂侄", [NONE, Review, NONE], [NONE, Review, NONE]),
        ("干爹", [Review, NONE, NONE], [Review, NONE, NONE]),
    ] {
        pool.kin = vec![records::kin("p1", "r1", KinKind::Term(term.to_string()))];
        for (is_confirmed, expected) in [(true, confirmed), (false, unconfirmed)] {
            let tie = records::declared("r1", "q1", DeclaredTieKind::Interest);
            pool.declared_ties = vec![DeclaredTie { confirmed: is_confirmed, ..tie }];
            let judged = rules.map(|rule| agreed(&policy, &pool, "p1", Member, rule));
            assert_eq!(judged, expected, "{term}, confirmed: {is_confirmed}");
        }
    }
}

/// Whatever the career says, a person works where the own unit, or the row of a party who the person is, says.
#[test]
fn r32_reviews_whoever_is_on_the_establishment_of_the_subject_s_organ() {
    let mut pool = with_party(PartyRole::Subject);
    let policy = builtin().0;
    let judged = |pool: &Pool| agreed(&policy, pool, "p1", Member, "R32");
    assert_eq!(judged(&pool), VerdictLevel::None);
    let room = pool.units[&"room".into()].clone();
    let with_unit = |kind, body: &str, name: &str| {
        let mut pool = pool.clone();
        let unit = Unit { kind, body: body.into(), name: name.to_string(), ..room.clone() };
        pool.units.insert(unit.id.clone(), unit);
        pool
    };
    let table = |pool: &Pool| {
        let found = screened(pool, "p1", Member).findings.into_iter().find(|finding| finding.rule == "R32");
        found.unwrap().evidence[0].table
    };
    let external = with_unit(UnitKind::External, "office", "考试院");
    assert_eq!((judged(&external), table(&external)), (Review, "people"));
    assert_eq!(judged(&with_unit(UnitKind::External, "bureau", "教育局")), VerdictLevel::None);
    // In the handling commission it is the department that counts.
    let with_subject = |pool: &Pool, department: Option<&str>| {
        let mut pool = pool.clone();
        let subject = pool.parties.get_mut(&"q1".into()).unwrap();
        (subject.organisation, subject.department) = (Some("commission".into()), department.map(str::to_string));
        pool
    };
    for (department, expected) in [(Some("第一室"), Review), (Some("第二室"), VerdictLevel::None), (None, Review)]
    {
        let pool = with_subject(&with_unit(UnitKind::Room, "commission", "第一室"), department);
        assert_eq!(judged(&pool), expected, "{department:?}");
        let local = with_subject(&with_unit(UnitKind::Local, "commission", "第一室"), department);
        assert_eq!(judged(&local), Review, "{department:?}, of the whole commission");
    }
    let row = party(&mut pool, "x2", PartyRole::Witness);
    (row.person, row.organisation) = (Some("p1".into()), Some("office".into()));
    assert_eq!((judged(&pool), table(&pool)), (Review, "parties"), "by the own row as a party");
}

#[test]
fn the_head_of_an_external_unit_leads_its_body() {
    let mut pool = with_party(PartyRole::Subject);
    let policy = builtin().0;
    person(&mut pool, "p3").unit = "bureau-unit".into();
    let unit = Unit { kind: UnitKind::External, body: "office".into(), ..pool.units[&"room".into()].clone() };
    pool.units.insert("bureau-unit".into(), Unit { id: "bureau-unit".into(), ..unit });
    spouse(&mut pool, "p1", "p3");
    for (position, expected) in
        [(Position::Head, Block), (Position::Deputy, VerdictLevel::None), (Position::CommissionLeader, Block)]
    {
        pool.people.get_mut(&"p3".into()).unwrap().position = position;
        assert_eq!(agreed(&policy, &pool, "p1", Member, "R07"), expected, "{position:?}");
    }
    pool.units.get_mut(&"bureau-unit".into()).unwrap().kind = UnitKind::Room;
    pool.people.get_mut(&"p3".into()).unwrap().position = Position::Head;
    assert_eq!(agreed(&policy, &pool, "p1", Member, "R07"), VerdictLevel::None, "one room of it");
}

#[test]
fn a_subject_of_two_posts_works_at_both() {
    let mut pool = with_party(PartyRole::Subject);
    let policy = builtin().0;
    relative(&mut pool, "wife", "bureau", true);
    spouse(&mut pool, "p1", "wife");
    person(&mut pool, "p2").unit = "group".into();
    person(&mut pool, "p3");
    served(&mut pool, "p3", "bureau", date(2020, 1, 1), Some(date(2024, 12, 31)));
    let judged = |pool: &Pool| {
        let asked = [("p1", Member, "R07"), ("p2", Lead, "R34"), ("p3", Member, "R32")];
        asked.map(|(who, class, rule)| agreed(&policy, pool, who, class, rule))
    };
    assert_eq!(judged(&pool), [VerdictLevel::None; 3], "of the office alone");
    served(&mut pool, "q1", "bureau", date(2019, 1, 1), None).kind = SpellKind::Concurrent;
    assert_eq!(judged(&pool), [Block, Review, Review]);
    pool.careers.iter_mut().find(|spell| spell.actor == "q1".into()).unwrap().period.to = Some(on(date(2026, 11, 19)));
    assert_eq!(judged(&pool), [VerdictLevel::None; 3], "until the day before");
}

/// `check` stops at such a roster; a pool from elsewhere is screened to an end all the same.
#[test]
fn organisations_that_stand_above_themselves_end_the_line() {
    let mut pool = below_the_bureau();
    let policy = builtin().0;
    pool.organisations.get_mut(&"bureau".into()).unwrap().parent = Some("school".into());
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    person(&mut pool, "p2");
    relative(&mut pool, "uncle", "beside", true);
    kin(&mut pool, "p2", "uncle", KinKind::Term("叔叔".to_string()));
    for (works, stationed, kin) in [
        ("school", Review, VerdictLevel::None),
        ("office", Review, VerdictLevel::None),
        ("bureau", Review, VerdictLevel::None),
        ("beside", Review, Block),
    ] {
        pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some(works.into());
        assert_eq!(agreed(&policy, &pool, "p1", Lead, "R34"), stationed, "{works}");
        assert_eq!(agreed(&policy, &pool, "p2", Lead, "R07"), kin, "{works}");
    }
}

#[test]
fn r34_remembers_a_posting_for_three_years() {
    let mut pool = with_party(PartyRole::Subject);
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("bureau".into());
    let posting = served(&mut pool, "p1", "bureau", date(2018, 1, 1), None);
    (posting.kind, posting.position) = (SpellKind::Stationed, Some(Position::Staff));
    for (last, expected) in
        [(date(2023, 11, 21), Some((Warn, 20))), (date(2023, 11, 20), None), (date(2020, 1, 1), None)]
    {
        pool.careers[0].period.to = Some(on(last));
        assert_eq!(by(&pool, "p1", Member, "R34"), expected, "{last}");
    }
}

#[test]
fn m09_asks_for_a_declaration_of_the_last_year_or_for_the_case() {
    let mut pool = with_party(PartyRole::Subject);
    pool.cases.get_mut(&"c1".into()).unwrap().from = TODAY;
    let case = || DeclarationScope::Case("c1".into());
    for (scope, day, expected) in [
        (DeclarationScope::General, days(TODAY, -365), None),
        (DeclarationScope::General, days(TODAY, -366), Some((Review, 0))),
        (DeclarationScope::General, days(TODAY, 1), Some((Review, 0))),
        (case(), days(TODAY, -365), None),
        (case(), days(TODAY, -366), Some((Review, 0))),
        (case(), days(TODAY, 1), Some((Review, 0))),
        (DeclarationScope::Case("c2".into()), TODAY, Some((Review, 0))),
    ] {
        pool.declarations.clear();
        declared(&mut pool, "p1", scope.clone(), day);
        assert_eq!(by(&pool, "p1", Member, "M09"), expected, "{scope:?} {day}");
    }
    let screening = screened(&pool, "p1", Member);
    assert_eq!((screening.verdict, screening.provisional), (Verdict::Review, true));
}

/// Whether screening and the checker, each on its own, let somebody serve only provisionally, or not at all.
fn provisional(pool: &Pool, who: &str, class: RoleClass, rule: &str) -> bool {
    let policy = builtin().0;
    let finding = screened(pool, who, class).findings.into_iter().find(|finding| finding.rule == rule);
    let missing = finding.is_some_and(|finding| finding.level == Review && finding.missing_fact);
    let judge = Judge::new(pool, &policy, TODAY);
    let (person, case) = (&pool.people[&who.into()], &pool.cases[&CaseId::from("c1")]);
    let entries = judge.screen(rules::checks(), person, case, class, true);
    let owed = entries.iter().any(|entry| entry.rule == rule && entry.verdict == EntryVerdict::Provisional);
    assert_eq!(missing, owed, "{rule} {entries:?}");
    missing
}

#[test]
fn m09_asks_where_what_somebody_declared_to_have_is_entered() {
    let mut empty = with_party(PartyRole::Subject);
    empty.parties.get_mut(&"q1".into()).unwrap().organisation = Some("bureau".into());
    empty.declarations.clear();
    let answer = |pool: &mut Pool, scope: Option<&str>, day: Date, content| {
        let scope = scope.map_or(DeclarationScope::General, |case| DeclarationScope::Case(case.into()));
        declared(pool, "p1", scope, day);
        pool.declarations.last_mut().unwrap().content = content;
    };
    let open = |pool: &Pool| provisional(pool, "p1", Member, "M09");
    let mut general = empty.clone();
    answer(&mut general, None, days(TODAY, -9), DeclarationContent::Listed);
    assert!(open(&general), "nothing is entered");
    let mut entered = general.clone();
    parent(&mut entered, "father", "p1");
    assert!(!open(&entered), "a kin row");
    let mut entered = general.clone();
    tied(&mut entered, "father", "p1", DeclaredTieKind::Interest);
    assert!(!open(&entered), "an interest");
    for (day, expected) in [(-8, false), (-9, true), (-10, true)] {
        let mut answered = general.clone();
        answer(&mut answered, None, days(TODAY, day), DeclarationContent::None);
        assert_eq!(open(&answered), expected, "none, {day} days from today");
    }
    answer(&mut general, Some("c2"), days(TODAY, -1), DeclarationContent::None);
    assert!(open(&general), "about another case");

    let mut special = empty.clone();
    answer(&mut special, None, days(TODAY, -9), DeclarationContent::None);
    answer(&mut special, Some("c2"), TODAY, DeclarationContent::Listed);
    assert!(!open(&special), "another case");
    answer(&mut special, Some("c1"), TODAY, DeclarationContent::Listed);
    assert!(open(&special), "nothing is entered for this case");
    parent(&mut special, "father", "p1");
    assert!(open(&special), "a row that does not lead to the case");
    let mut entered = special.clone();
    tied(&mut entered, "q1", "father", DeclaredTieKind::Loan);
    assert!(!open(&entered), "the father's loan");
    let mut entered = special.clone();
    relative(&mut entered, "father", "bureau", false);
    assert!(!open(&entered), "the father's workplace");
    let mut entered = special.clone();
    parent(&mut entered, "father", "q1");
    assert_eq!(screened(&entered, "p1", Member).verdict, Verdict::Block);
    assert!(!open(&entered), "kin");
    tied(&mut special, "p1", "q1", DeclaredTieKind::Friend);
    assert!(!open(&special), "a friend");
}

#[test]
fn a_subject_of_whom_nobody_knows_where_they_work_is_a_missing_fact_about_everybody() {
    let mut pool = with_party(PartyRole::Subject);
    let rules = |pool: &Pool, class| ["R32", "R33", "R34"].map(|rule| provisional(pool, "p1", class, rule));
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = None;
    pool.careers.retain(|spell| spell.actor.as_str() != "q1");
    assert_eq!(rules(&pool, Lead), [true; 3]);
    assert_eq!(rules(&pool, Deputy), [true; 3]);
    assert_eq!(rules(&pool, Member), [true, false, false], "who would only be warned is not held up");
    assert!(screened(&pool, "p1", Member).provisional);
    let mut other = pool.clone();
    other.parties.get_mut(&"q1".into()).unwrap().role = PartyRole::Witness;
    assert_eq!(rules(&other, Lead), [false; 3], "not a subject");
    let mut known = pool.clone();
    served(&mut known, "q1", "bureau", date(2020, 1, 1), None);
    assert_eq!(rules(&known, Lead), [false; 3], "a present post");
    pool.parties.get_mut(&"q1".into()).unwrap().person = Some("p2".into());
    assert_eq!(rules(&pool, Lead), [true; 3], "a person who is not on the roster");
    person(&mut pool, "p2");
    assert_eq!(rules(&pool, Lead), [false; 3], "a person of a unit");
}

#[test]
fn a_missing_fact_never_softens_a_known_tie() {
    let mut pool = with_party(PartyRole::Subject);
    pool.declarations.clear();
    tied(&mut pool, "p1", "q1", DeclaredTieKind::Grudge);
    let screening = screened(&pool, "p1", Member);
    assert_eq!((screening.verdict, screening.provisional), (Verdict::Review, false));
    parent(&mut pool, "q1", "p1");
    let screening = screened(&pool, "p1", Member);
    assert_eq!((screening.verdict, screening.provisional), (Verdict::Block, false));
}

#[test]
fn m10_warns_by_embeddedness_in_the_county_of_the_case() {
    let mut pool = with_party(PartyRole::Subject);
    pool.people.get_mut(&"p1".into()).unwrap().grew_up = Some("430422101".into());
    assert_eq!(by(&pool, "p1", Member, "M10"), Some((Warn, 10)));
    assert_eq!(screened(&pool, "p1", Member).exposure, 15, "and five of R21");
    pool.cases.get_mut(&"c1".into()).unwrap().region = "430426".into();
    assert_eq!(found(&pool, "p1", Lead), vec![]);
}

#[test]
fn a_waiver_sets_a_review_aside_until_it_expires_and_never_a_block() {
    let mut pool = with_party(PartyRole::Subject);
    tied(&mut pool, "p1", "q1", DeclaredTieKind::Interest);
    let waiver = Waiver {
        rule: "interest-in-case".to_string(),
        person: "p1".into(),
        case: "c1".into(),
        reason: "持股已处置".to_string(),
        author: "李某".to_string(),
        approver: "王某".to_string(),
        expires: date(2027, 2, 28),
    };
    pool.waivers.push(waiver.clone());
    let screening = screened(&pool, "p1", Member);
    assert_eq!(screening.verdict, Verdict::Clear);
    assert_eq!(screening.findings[0].waived_by.as_deref(), Some("王某"));
    for spoiled in [
        Waiver { expires: date(2027, 2, 27), ..waiver.clone() },
        Waiver { expires: days(TODAY, -1), ..waiver.clone() },
        Waiver { case: "c2".into(), ..waiver.clone() },
        Waiver { rule: "R04".to_string(), ..waiver.clone() },
        Waiver { reason: " ".to_string(), ..waiver.clone() },
    ] {
        pool.waivers = vec![spoiled];
        assert_eq!(screened(&pool, "p1", Member).verdict, Verdict::Review);
    }
    pool.waivers = vec![waiver.clone()];
    let policy = builtin().0;
    let certified = |pool: &Pool| {
        let (person, case) = (&pool.people[&"p1".into()], &pool.cases[&CaseId::from("c1")]);
        Judge::new(pool, &policy, TODAY).is_clear(rules::checks(), person, case, Member)
    };
    assert!(certified(&pool));
    pool.waivers[0].expires = date(2027, 2, 27);
    assert!(!certified(&pool), "it ends a day before the case");
    assert!(screened(&pool, "p1", Member).findings[0].words.en.contains("2027-02-27"));
    pool.cases.get_mut(&"c1".into()).unwrap().to = days(TODAY, -9);
    for (expires, holds) in [(days(TODAY, -10), false), (days(TODAY, -9), true), (days(TODAY, -1), true)] {
        pool.waivers[0].expires = expires;
        let clear = screened(&pool, "p1", Member).verdict == Verdict::Clear;
        assert_eq!((certified(&pool), clear), (holds, holds), "{expires}: the case is over");
    }
    pool.waivers = vec![waiver];
    pool.declared_ties[0].confirmed = true;
    assert_eq!(screened(&pool, "p1", Member).verdict, Verdict::Block, "confirmed: nobody may waive it");
}

#[test]
fn a_rule_that_is_off_or_set_to_nothing_finds_nothing() {
    let mut pool = with_party(PartyRole::Subject);
    parent(&mut pool, "p1", "q1");
    let mut policy = builtin().0;
    policy.rules.rules.get_mut("R05").unwrap().enabled = false;
    let none = Verdicts { lead: VerdictLevel::None, deputy: VerdictLevel::None, member: VerdictLevel::None };
    policy.rules.rules.get_mut("R01").unwrap().verdict = Some(none);
    assert_eq!(screening(&policy, &pool, "p1", Member).findings, vec![]);
}

#[test]
fn coverage_counts_what_is_on_record() {
    let mut pool = with_party(PartyRole::Subject);
    person(&mut pool, "p2").grew_up = None;
    pool.declarations.clear();
    pool.careers.clear();
    served(&mut pool, "p1", "bureau", date(2020, 1, 1), None);
    parent(&mut pool, "q1", "p2");
    declared(&mut pool, "p1", DeclarationScope::General, date(2025, 11, 21));
    let ties = infer(&pool, &builtin().0.ties, TODAY);
    let facts = Facts::new(&pool, &ties);
    let whole =
        Coverage { people: 2, with_career: 1, with_kin: 2, with_grew_up: 1, with_declaration: 1, cases: Vec::new() };
    let none = BTreeSet::new();
    assert_eq!(Coverage::of(&pool, &facts, TODAY, &none), whole);
    let next = Coverage { with_declaration: 0, ..whole };
    assert_eq!(Coverage::of(&pool, &facts, days(TODAY, 1), &none), next, "a year later it no longer counts");
    let mut subject = CaseCoverage {
        case: "c1".into(),
        has_subject: true,
        subjects: 1,
        with_organisation: 1,
        with_career: 0,
        with_grew_up: 0,
        with_kin: 1,
    };
    assert_eq!(CaseCoverage::of(&pool, &facts, TODAY, &"c1".into()), subject);
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = None;
    subject.with_organisation = 0;
    assert_eq!(CaseCoverage::of(&pool, &Facts::new(&pool, &ties), TODAY, &"c1".into()), subject);
    for (stage, has_subject) in [
        (CaseStage::Inquiry, true),
        (CaseStage::Preliminary, true),
        (CaseStage::Filed, true),
        (CaseStage::Detention, true),
        (CaseStage::FirstReview, true),
        (CaseStage::Review, true),
        (CaseStage::Supervision, false),
    ] {
        pool.cases.get_mut(&"c1".into()).unwrap().stage = stage;
        let facts = Facts::new(&pool, &ties);
        assert_eq!(CaseCoverage::of(&pool, &facts, TODAY, &"c1".into()).has_subject, has_subject, "{stage:?}");
    }
}

#[test]
fn a_host_is_told_from_an_organisation_that_only_bears_its_name() {
    let mut pool = with_party(PartyRole::Subject);
    organisation(&mut pool, "other", "衡南县教育局", "430422");
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("other".into());
    pool.people.get_mut(&"p1".into()).unwrap().unit = "group".into();
    assert_eq!(pool.units[&"group".into()].kind, UnitKind::Stationed);
    assert_eq!(by(&pool, "p1", Lead, "R34"), None);
}

#[test]
fn the_subject_of_a_case_that_is_not_over_is_reviewed_for_every_other() {
    let mut pool = with_party(PartyRole::Subject);
    let this = pool.cases[&CaseId::from("c1")].clone();
    pool.cases.insert("c2".into(), Case { id: "c2".into(), ..this.clone() });
    let row = party(&mut pool, "q2", PartyRole::Subject);
    (row.case, row.person, row.organisation) = ("c2".into(), Some("p1".into()), None);
    let policy = builtin().0;
    let reviewed = |pool: &Pool| {
        let judge = Judge::new(pool, &policy, TODAY);
        let is_reviewed = |class| {
            let found = by(pool, "p1", class, "R04");
            assert_eq!(judge.is_clear(rules::checks(), &pool.people[&"p1".into()], &this, class), found.is_none());
            found == Some((Review, 0))
        };
        let [lead, deputy, member] = [Lead, Deputy, Member].map(is_reviewed);
        assert!(lead == deputy && deputy == member);
        member
    };
    assert!(reviewed(&pool));
    for role in [PartyRole::Witness, PartyRole::Informant, PartyRole::Interested] {
        pool.parties.get_mut(&"q2".into()).unwrap().role = role;
        assert!(!reviewed(&pool), "{role:?}");
    }
    pool.parties.get_mut(&"q2".into()).unwrap().role = PartyRole::Subject;
    let eve = days(this.from, -1);
    for (open, to, expected) in
        [(true, eve, true), (false, eve, false), (false, this.from, true), (false, this.to, true)]
    {
        let other = pool.cases.get_mut(&CaseId::from("c2")).unwrap();
        (other.open, other.from, other.to) = (open, date(2026, 1, 1), to);
        assert_eq!(reviewed(&pool), expected, "open: {open}, until {to}");
    }
}

#[test]
fn a_waiver_that_the_person_approved_does_not_count() {
    let mut pool = with_party(PartyRole::Subject);
    pool.people.get_mut(&"p1".into()).unwrap().name = "Anna Li".to_string();
    tied(&mut pool, "p1", "q1", DeclaredTieKind::Interest);
    let waiver = Waiver {
        rule: "R03".to_string(),
        person: "p1".into(),
        case: "c1".into(),
        reason: "持股已处置".to_string(),
        author: "p1".to_string(),
        approver: String::new(),
        expires: date(2027, 2, 28),
    };
    let policy = builtin().0;
    for (approvers, counts) in [
        (&["p1"][..], false),
        (&[" P 1 "], false),
        (&["Anna Li"], false),
        (&["anna　li"], false),
        (&["p2"], true),
        (&["Anna"], true),
        (&["p1", "p2"], true),
        (&["p2", "p1"], true),
        (&["书记Anna Li"], false),
        (&["市纪委副书记 anna li"], false),
        (&["Anna Li（书记）"], false),
        (&["anna li书记"], false),
        (&["Anna Li副组长、p2"], false),
        (&["书记p1同志"], false),
        (&["Anna Lin"], true),
        (&["p12"], true),
        (&["书记p12"], true),
        (&["Joanna Li"], true),
        (&["anna li明书记"], true),
    ] {
        let signed = |approver: &&str| Waiver { approver: (*approver).to_string(), ..waiver.clone() };
        pool.waivers = approvers.iter().map(signed).collect();
        let screening = screened(&pool, "p1", Member);
        assert_eq!(screening.verdict == Verdict::Clear, counts, "{approvers:?}");
        assert_eq!(
            screening.findings[0].waived_by.as_deref(),
            counts.then(|| *approvers.iter().find(|one| **one != "p1").unwrap())
        );
        assert_eq!(screening.findings[0].words.en.contains("the very person"), !counts);
        let (person, case) = (&pool.people[&"p1".into()], &pool.cases[&CaseId::from("c1")]);
        let judge = Judge::new(&pool, &policy, TODAY);
        assert_eq!(judge.is_clear(rules::checks(), person, case, Member), counts, "{approvers:?}");
    }
}

#[test]
fn r04_reviews_near_kin_of_the_head_of_the_group_stationed_at_the_subject_s_organ() {
    let mut pool = with_party(PartyRole::Subject);
    let policy = builtin().0;
    pool.parties.get_mut(&"q1".into()).unwrap().organisation = Some("bureau".into());
    person(&mut pool, "p3").unit = "group".into();
    spouse(&mut pool, "p1", "p3");
    for (position, expected) in [(Position::Head, Review), (Position::Deputy, VerdictLevel::None)] {
        pool.people.get_mut(&"p3".into()).unwrap().position = position;
        assert_eq!(agreed(&policy, &pool, "p1", Member, "R04"), expected, "{position:?}");
    }
    pool.people.get_mut(&"p3".into()).unwrap().position = Position::Head;
    party(&mut pool, "q2", PartyRole::Subject).organisation = Some("elsewhere".into());
    assert_eq!(agreed(&policy, &pool, "p1", Member, "R04"), Review, "one of two subjects");
    pool.units.get_mut(&"group".into()).unwrap().host = Some("office".into());
    assert_eq!(agreed(&policy, &pool, "p1", Member, "R04"), VerdictLevel::None, "of another organ");
}
