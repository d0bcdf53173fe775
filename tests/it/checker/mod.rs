//! The independent checker: certifies a plan that is right, and names the rule that each corruption breaks.

mod corrupted;
mod world;

use std::collections::BTreeSet;

use evenhand::check::{EntryVerdict, Judge, Report, Subject};
use evenhand::plan::{Assignment, ProvisionalUse, WaiverUsed};
use evenhand::policy::{ParameterValue, TierName};
use evenhand::pool::{DeclaredTie, DeclaredTieKind, Waiver};
use evenhand::rules;
use jiff::civil::date;
use world::{AS_OF, FROM, TO, World, world};

fn judged(world: &World) -> Report {
    Judge::new(&world.pool, &world.policy, AS_OF).certify(&world.plan, rules::checks())
}

/// The rules that fail, each once.
fn failing(report: &Report) -> BTreeSet<&str> {
    report.failures().map(|entry| entry.rule.as_str()).collect()
}

#[test]
fn a_right_plan_is_certified_rule_by_rule() {
    let world = world();
    let report = judged(&world);
    assert!(report.certified(), "{:#?}", report.failures().collect::<Vec<_>>());
    assert!(report.is_final());
    for assignment in &world.plan.assignments {
        let subject = Subject::assignment(&assignment.case, &assignment.person);
        for screening in rules::screening() {
            let entries = report.entries.iter().filter(|entry| entry.subject == subject);
            let of_rule = entries.filter(|entry| entry.rule == screening.code()).count();
            assert_eq!(of_rule, 1, "{} {}", assignment.person, screening.code());
        }
    }
    assert!(report.entries.iter().all(|entry| !entry.words.zh.is_empty() && !entry.words.en.is_empty()));
}

#[test]
fn a_changed_roster_is_said_first_and_judged_by_today() {
    let world = world();
    let judge = Judge::new(&world.pool, &world.policy, AS_OF).with_roster("another");
    let report = judge.certify(&world.plan, rules::checks());
    assert_eq!((report.entries[0].rule.as_str(), report.entries[0].verdict), ("plan", EntryVerdict::Warn));
    assert!(report.certified());
    let same = Judge::new(&world.pool, &world.policy, AS_OF).with_roster("roster");
    assert!(same.certify(&world.plan, rules::checks()).entries[0].verdict == EntryVerdict::Pass);
}

#[test]
fn plans_that_differ_only_in_a_second_role_or_a_day_draw_different_lots() {
    let World { pool, policy, plan, .. } = world();
    let lottery = |change: fn(&mut Assignment)| {
        let mut plan = plan.clone();
        change(&mut plan.assignments[1]);
        let tiers = Judge::new(&pool, &policy, AS_OF).tiers(&plan, rules::checks());
        tiers.into_iter().find(|tier| tier.0 == TierName::Lottery).unwrap().2
    };
    let changes: [fn(&mut Assignment); 4] =
        [|_| {}, |it| it.also = Some("safety".to_string()), |it| it.from = TO, |it| it.to = FROM];
    assert_eq!(changes.map(lottery).into_iter().collect::<BTreeSet<_>>().len(), changes.len());
}

/// A declared interest that a waiver sets aside, and the plan says so.
fn waived() -> World {
    let mut world = world();
    world.pool.declared_ties.push(interest(false));
    world.pool.waivers.push(Waiver {
        rule: "interest-in-case".to_string(),
        person: "a-safe".into(),
        case: "c-1".into(),
        reason: "已核实无碍".to_string(),
        author: "室主任".to_string(),
        approver: "书记".to_string(),
        expires: date(2026, 12, 31),
    });
    world.plan.waivers_used.push(WaiverUsed {
        rule: "R03".to_string(),
        person: "a-safe".into(),
        case: "c-1".into(),
        reason: "已核实无碍".to_string(),
        approver: "书记".to_string(),
        expires: date(2026, 12, 31),
    });
    world
}

fn interest(confirmed: bool) -> DeclaredTie {
    DeclaredTie {
        actor: "a-safe".into(),
        other: "s-1".into(),
        kind: DeclaredTieKind::Interest,
        since: None,
        until: None,
        confirmed,
        source: "申报".to_string(),
    }
}

#[test]
fn a_waiver_sets_a_review_aside_and_nothing_else() {
    let world = waived();
    let report = judged(&world);
    assert!(report.certified(), "{:#?}", report.failures().collect::<Vec<_>>());
    let waived_entries = report.entries.iter().filter(|entry| entry.verdict == EntryVerdict::Waived);
    assert_eq!(waived_entries.map(|entry| entry.rule.as_str()).collect::<Vec<_>>(), ["R03"]);

    let mut expired = waived();
    expired.pool.waivers[0].expires = date(2026, 5, 31);
    expired.plan.waivers_used[0].expires = date(2026, 5, 31);
    assert_eq!(failing(&judged(&expired)), BTreeSet::from(["R03", "plan"]));

    let mut unlisted = waived();
    unlisted.plan.waivers_used.clear();
    assert_eq!(failing(&judged(&unlisted)), BTreeSet::from(["plan"]));

    let mut unsigned = waived();
    unsigned.pool.waivers[0].approver.clear();
    unsigned.plan.waivers_used[0].approver.clear();
    assert_eq!(failing(&judged(&unsigned)), BTreeSet::from(["R03"]));

    let mut confirmed = waived();
    confirmed.pool.declared_ties = vec![interest(true)];
    assert_eq!(failing(&judged(&confirmed)), BTreeSet::from(["R03"]));
}

#[test]
fn a_missing_declaration_is_provisional_only_where_the_plan_says_so() {
    let mut world = world();
    world.pool.declarations.retain(|declaration| declaration.person.as_str() != "a-safe");
    world.plan.coverage.with_kin -= 1;
    world.plan.coverage.with_declaration -= 1;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["M09"]));

    world.plan.input.provisional = true;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]), "the owed declaration is not listed");

    let rules = vec!["M09".to_string()];
    world.plan.provisional.push(ProvisionalUse { person: "a-safe".into(), case: "c-1".into(), rules });
    let report = judged(&world);
    assert!(report.certified() && !report.is_final());
}

#[test]
fn reviewers_who_owe_a_declaration_are_listed_one_by_one() {
    let owed = |person: &str, case: &str| ProvisionalUse {
        person: person.into(),
        case: case.into(),
        rules: vec!["M09".to_string()],
    };
    let mut world = world();
    world.pool.declarations.retain(|declaration| !["r-1", "r-2"].contains(&declaration.person.as_str()));
    world.plan.coverage.with_kin -= 2;
    world.plan.coverage.with_declaration -= 2;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R15"]));
    world.plan.input.provisional = true;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R15"]), "they are not listed");

    world.plan.provisional_reviewers = vec![owed("r-1", "c-1"), owed("r-2", "c-1")];
    let report = judged(&world);
    assert!(report.certified() && !report.is_final(), "{:#?}", report.failures().collect::<Vec<_>>());
    let open = report.entries.iter().filter(|entry| entry.verdict == EntryVerdict::Provisional);
    assert_eq!(open.map(|entry| entry.rule.as_str()).collect::<Vec<_>>(), ["R15"]);

    world.plan.input.provisional = false;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R15"]), "the plan is not a provisional one");
    world.plan.input.provisional = true;
    world.plan.provisional_reviewers.push(owed("r-3", "c-1"));
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R15"]), "r-3 is clear");
    world.plan.provisional_reviewers[2] = owed("r-1", "c-2");
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]), "that team is not formed");
    world.plan.provisional_reviewers.pop();
    world.plan.provisional_reviewers[0].rules = vec!["R21".to_string()];
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R15"]), "another rule's fact is missing");
}

#[test]
fn without_evidence_no_entry_tells_whose_tie_it_is() {
    let mut world = world();
    world.pool.declared_ties.push(interest(true));
    world.pool.kin.push(evenhand::pool::KinEdge {
        a: "a-own".into(),
        b: "a-safe".into(),
        kind: evenhand::pool::KinKind::Spouse { from: None, to: None },
    });
    world.plan.tiers[0].used += 1;
    let report = judged(&world);
    assert!(failing(&report).is_superset(&BTreeSet::from(["R03", "R06", "objective"])), "{:?}", failing(&report));
    let redacted = report.clone().redacted();
    assert_eq!(failing(&redacted), failing(&report));
    for (told, kept) in report.entries.iter().zip(&redacted.entries) {
        let secret = rules::screening().iter().any(|rule| rule.code() == told.rule) || told.rule == "R06";
        let kept_back = secret && told.verdict != EntryVerdict::Pass;
        assert_eq!(told.words != kept.words, kept_back, "{told:?}");
        assert_eq!((told.verdict, told.points), (kept.verdict, kept.points));
    }
}

#[test]
fn a_plan_names_what_its_policy_changes() {
    let mut world = world();
    let rules = &mut world.policy.rules.rules;
    rules.get_mut("R27").unwrap().enabled = false;
    rules.get_mut("R32").unwrap().parameters.get_mut("review_years").unwrap().value = ParameterValue::Number(2);
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]), "nothing is listed");

    world.plan.policy.changes = world.policy.changes();
    assert_eq!(world.plan.policy.changes.len(), 2);
    assert!(judged(&world).certified());
    let listed = world.plan.policy.changes.clone();
    world.plan.policy.changes[1].document = Some("〔2026〕7号".to_string());
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]), "no such decision");

    world.plan.policy.changes = listed;
    world.policy.rules.rules.get_mut("R27").unwrap().enabled = true;
    assert!(judged(&world).certified(), "the policy has changed since, which the certificate says first");
    world.plan.policy.fingerprint = world.policy.fingerprint();
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]), "R27 is in force");
}
