//! The independent checker: certifies a plan that is right, and names the rule that each corruption breaks.

mod corrupted;
mod world;

use std::collections::BTreeSet;

use evenhand::check::{EntryVerdict, Judge, PERSONAL, Report, Subject};
use evenhand::diag::Language;
use evenhand::plan::{Assignment, Plan, ProvisionalUse, WaiverUsed};
use evenhand::policy::{ParameterValue, TierName};
use evenhand::pool::{
    Assignment as Service, CaseStage, Clearance, Declaration, DeclarationScope, DeclaredTie, DeclaredTieKind, KinKind,
    Leave, PartyRole, Waiver,
};
use evenhand::report::team;
use evenhand::rules;
use jiff::civil::date;
use world::{AS_OF, FROM, TO, World, party, world};

use crate::records;

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
            // R06 also looks at the kin of everybody in the team.
            let wanted = if screening.code() == "R06" { 2 } else { 1 };
            assert_eq!(of_rule, wanted, "{} {}", assignment.person, screening.code());
        }
    }
    assert!(report.entries.iter().all(|entry| !entry.words.zh.is_empty() && !entry.words.en.is_empty()));
}

#[test]
fn a_changed_roster_is_said_first_and_judged_by_today() {
    let world = world();
    let plan = world.plan.clone().sealed();
    let judge = Judge::new(&world.pool, &world.policy, AS_OF).with_roster("another");
    let report = judge.certify(&plan, rules::checks());
    assert_eq!((report.entries[0].rule.as_str(), report.entries[0].verdict), ("plan", EntryVerdict::Warn));
    assert!(report.entries[0].words.en.contains("has changed"), "{:?}", report.entries[0]);
    assert!(report.certified());
    let same = Judge::new(&world.pool, &world.policy, AS_OF).with_roster("roster");
    assert!(same.certify(&plan, rules::checks()).entries[0].verdict == EntryVerdict::Pass);
}

#[test]
fn a_plan_of_which_hardly_anything_is_on_file_belongs_to_another_roster() {
    let mut world = world();
    let told = |world: &World| {
        let judge = Judge::new(&world.pool, &world.policy, AS_OF).with_roster("another");
        judge.certify(&world.plan.clone().sealed(), rules::checks()).entries[0].words.clone()
    };
    let everybody = world.plan.assignments.len();
    assert_eq!((everybody, world.plan.input.cases.len()), (5, 2));
    for position in 0..everybody {
        // Of seven cases and people two are on file: more than a quarter.
        assert!(told(&world).en.contains("has changed"), "{position} are missing");
        world.plan.assignments[position].person = format!("stranger-{position}").as_str().into();
    }
    assert!(told(&world).en.contains("has changed"), "both cases are on file");
    world.plan.input.cases[0] = "elsewhere".into();
    world.plan.teams.remove(0);
    world.plan.assignments.iter_mut().for_each(|assignment| assignment.case = "elsewhere".into());
    let words = told(&world);
    assert!(words.en.contains("1 of its 2 cases and 5 of its 5 people are not in this one"), "{words:?}");
    assert!(words.zh.contains("另一份名册"), "{words:?}");
}

#[test]
fn an_edit_of_anything_the_plan_states_is_noticed_and_does_not_make_it_unlawful() {
    let world = world();
    let sealed = world.plan.clone().sealed();
    assert_eq!((world.plan.is_edited(), sealed.is_edited()), (None, Some(false)));
    assert_eq!(sealed.clone().sealed(), sealed, "the digest is none of its own content");
    let read: Plan = serde_json::from_str(&sealed.to_json().unwrap()).unwrap();
    assert_eq!(read.is_edited(), Some(false));
    let edits: [fn(&mut Plan); 6] = [
        |plan| plan.input.as_of = FROM,
        |plan| plan.solver.version = "0".to_string(),
        |plan| plan.solver.evenhand = "other".to_string(),
        |plan| plan.policy.name = "other".to_string(),
        |plan| plan.input.fingerprint = "other".to_string(),
        |plan| plan.digest = Some("0".to_string()),
    ];
    for (position, edit) in edits.into_iter().enumerate() {
        let mut plan = sealed.clone();
        edit(&mut plan);
        assert_eq!(plan.is_edited(), Some(true), "{position}");
        let report = Judge::new(&world.pool, &world.policy, AS_OF).certify(&plan, rules::checks());
        assert!(report.entries[0].words.en.contains("edited after it was written"), "{position}");
        assert!(report.certified(), "{position}: {:#?}", report.failures().collect::<Vec<_>>());
    }
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
    DeclaredTie { confirmed, ..records::declared("a-safe", "s-1", DeclaredTieKind::Interest) }
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

    for own in ["a-safe".to_string(), unsigned.pool.people[&"a-safe".into()].name.clone()] {
        let mut own_approval = waived();
        own_approval.pool.waivers[0].approver.clone_from(&own);
        own_approval.plan.waivers_used[0].approver = own;
        assert_eq!(failing(&judged(&own_approval)), BTreeSet::from(["R03"]));
    }

    let mut confirmed = waived();
    confirmed.pool.declared_ties = vec![interest(true)];
    assert_eq!(failing(&judged(&confirmed)), BTreeSet::from(["R03"]));
}

#[test]
fn a_waiver_that_lasted_until_the_case_was_over_holds_whenever_the_plan_is_judged() {
    let failing_on = |expires, today| {
        let mut world = waived();
        world.pool.waivers[0].expires = expires;
        world.plan.waivers_used[0].expires = expires;
        let report = Judge::new(&world.pool, &world.policy, today).certify(&world.plan, rules::checks());
        failing(&report).into_iter().map(str::to_string).collect::<Vec<_>>()
    };
    let short = TO.yesterday().unwrap();
    for today in [AS_OF, FROM, short, TO, TO.tomorrow().unwrap(), date(2026, 12, 1)] {
        assert_eq!(failing_on(TO, today), Vec::<String>::new(), "{today}");
        assert_eq!(failing_on(short, today), ["R03", "plan"], "a day too short, {today}");
    }
}

#[test]
fn whoever_leaves_the_service_after_the_case_was_over_served_rightly() {
    let failing_on = |left, today| {
        let mut world = world();
        world.pool.people.get_mut(&"a-safe".into()).unwrap().left = Some(left);
        let report = Judge::new(&world.pool, &world.policy, today).certify(&world.plan, rules::checks());
        failing(&report).into_iter().map(str::to_string).collect::<Vec<_>>()
    };
    let after = TO.tomorrow().unwrap();
    for today in [AS_OF, TO, after, date(2026, 12, 1)] {
        assert_eq!(failing_on(after, today), Vec::<String>::new(), "{today}");
        assert_eq!(failing_on(TO, today), ["R29"], "the last day, {today}");
    }
}

#[test]
fn a_missing_declaration_is_provisional_only_where_the_plan_says_so() {
    let mut world = world();
    world.pool.declarations.retain(|declaration| declaration.person.as_str() != "a-safe");
    world.plan.coverage.with_kin -= 1;
    world.plan.coverage.with_declaration -= 1;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["M09"]));

    world.allow_provisional(1);
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]), "the owed declaration is not listed");

    let rules = vec!["M09".to_string()];
    world.plan.provisional.push(ProvisionalUse { person: "a-safe".into(), case: "c-1".into(), rules });
    let report = judged(&world);
    assert!(report.certified() && !report.is_final());

    for wrong in [0, 2] {
        let tier = &mut world.plan.tiers[2];
        (tier.value, tier.used, tier.bound) = (wrong, wrong, wrong);
        assert_eq!(failing(&judged(&world)), BTreeSet::from(["objective"]), "{wrong} owed");
    }
    world.plan.tiers.remove(2);
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["objective"]), "nobody counts who owes a declaration");
    world.policy.team.tiers.retain(|tier| tier.name != TierName::Provisional);
    world.plan.policy.fingerprint = world.policy.fingerprint();
    assert!(judged(&world).certified(), "the policy switches the tier off");
}

#[test]
fn declarations_owed_are_a_tier_of_provisional_plans_alone() {
    let mut world = world();
    world.allow_provisional(0);
    let report = judged(&world);
    assert!(report.certified() && report.is_final(), "{:#?}", report.failures().collect::<Vec<_>>());
    world.plan.input.provisional = false;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["objective"]));
}

#[test]
fn a_career_that_is_not_on_record_is_provisional_until_it_is_entered_or_answered_for_the_case() {
    let mut world = world();
    world.pool.careers.retain(|spell| spell.actor.as_str() != "a-lead");
    world.plan.coverage.with_career -= 1;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R32", "R33"]));
    world.allow_provisional(1);
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["plan"]), "what is owed is not listed");
    let rules = vec!["R32".to_string(), "R33".to_string()];
    world.plan.provisional.push(ProvisionalUse { person: "a-lead".into(), case: "c-1".into(), rules });
    let report = judged(&world);
    assert!(report.certified() && !report.is_final(), "{:#?}", report.failures().collect::<Vec<_>>());
    let scope = DeclarationScope::Case("c-1".into());
    world.pool.declarations.push(Declaration { scope, ..records::declaration("a-lead", date(2026, 5, 1)) });
    world.plan.provisional.clear();
    world.plan.tiers.remove(2);
    world.allow_provisional(0);
    let report = judged(&world);
    assert!(report.certified() && report.is_final(), "{:#?}", report.failures().collect::<Vec<_>>());
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
    world.allow_provisional(0);
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R15"]), "they are not listed");

    world.plan.provisional_reviewers = vec![owed("r-1", "c-1"), owed("r-2", "c-1")];
    let report = judged(&world);
    assert!(report.certified() && !report.is_final(), "{:#?}", report.failures().collect::<Vec<_>>());
    let open = report.entries.iter().filter(|entry| entry.verdict == EntryVerdict::Provisional);
    assert_eq!(open.map(|entry| entry.rule.as_str()).collect::<Vec<_>>(), ["R15"]);
    let failing_on = |left, today| {
        let mut pool = world.pool.clone();
        pool.people.get_mut(&"r-1".into()).unwrap().left = Some(left);
        let report = Judge::new(&pool, &world.policy, today).certify(&world.plan, rules::checks());
        report.failures().any(|entry| entry.rule == "R15")
    };
    for today in [AS_OF, date(2026, 12, 1)] {
        assert_eq!([TO, TO.tomorrow().unwrap()].map(|left| failing_on(left, today)), [true, false], "{today}");
    }

    world.plan.input.provisional = false;
    assert_eq!(failing(&judged(&world)), BTreeSet::from(["R15", "objective"]), "the plan is not a provisional one");
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
fn without_evidence_nobody_can_tell_which_rule_recuses_somebody() {
    let blocked: [fn(&mut World); 5] = [
        |world| world.pool.declared_ties.push(interest(true)),
        |world| world.pool.people.get_mut(&"a-safe".into()).unwrap().clearance = Clearance::None,
        |world| world.pool.people.get_mut(&"a-safe".into()).unwrap().left = Some(date(2026, 8, 1)),
        |world| {
            let days = (date(2026, 4, 1), date(2026, 5, 1));
            let served = records::service("a-safe", "c-1", "safety", days);
            world.pool.assignments.push(Service { stage: Some(CaseStage::Review), load: 0, ..served });
        },
        |world| {
            party(&mut world.pool, "w-1", PartyRole::Witness);
            world.pool.parties.get_mut(&"w-1".into()).unwrap().person = Some("a-safe".into());
        },
    ];
    let mut hits = BTreeSet::new();
    let mut shown = BTreeSet::new();
    for spoil in blocked {
        let mut world = world();
        spoil(&mut world);
        let report = judged(&world);
        hits.insert(failing(&report).into_iter().map(str::to_string).collect::<Vec<_>>());
        let redacted = report.redacted();
        assert_eq!(failing(&redacted), BTreeSet::from([PERSONAL]));
        shown.insert(serde_json::to_string(&redacted).unwrap());
    }
    assert_eq!((hits.len(), shown.len()), (5, 1), "{hits:?}");
    assert!(shown.first().unwrap().contains("需回避"));
}

#[test]
fn without_evidence_the_worst_verdict_and_its_waiver_are_told() {
    let told = |world: &World| {
        let report = judged(world).redacted();
        let about = Subject::assignment(&"c-1".into(), &"a-safe".into());
        let mut merged = report.entries.iter().filter(|entry| entry.subject == about && entry.rule == PERSONAL);
        let entry = merged.next().unwrap().clone();
        assert!(merged.next().is_none(), "one entry");
        let screening: Vec<&str> = rules::screening().iter().map(|rule| rule.code()).collect();
        assert_eq!((entry.rules.iter().map(String::as_str).collect::<Vec<_>>(), entry.points), (screening, 0));
        (entry.verdict, entry.words.zh)
    };
    let mut clear = world();
    assert_eq!(told(&clear), (EntryVerdict::Pass, "可用".to_string()));
    clear.pool.declared_ties.push(interest(false));
    assert_eq!(told(&clear), (EntryVerdict::Fail, "需审查，没有获得豁免".to_string()));
    let mut waived = waived();
    assert_eq!(told(&waived), (EntryVerdict::Waived, "需审查，已经批准豁免".to_string()));
    waived.plan.waivers_used.clear();
    let report = judged(&waived).redacted();
    let rules = report.entries.iter().filter(|entry| entry.rule != PERSONAL);
    let naming: Vec<_> = rules.filter(|entry| entry.words.zh.contains("R03")).collect();
    assert!(naming.is_empty() && !report.certified(), "{naming:?}");
}

#[test]
fn without_evidence_exposure_is_told_as_far_as_the_plan_states_it() {
    let mut world = world();
    world.plan.assignments[0].exposure += 1000;
    world.plan.tiers.iter_mut().filter(|tier| tier.name == TierName::Exposure).for_each(|tier| tier.used += 1000);
    let about = |report: &Report| -> Vec<String> {
        report.failures().filter(|entry| entry.words.en.contains("xposure")).map(|it| it.words.en.clone()).collect()
    };
    let report = judged(&world);
    let told = about(&report);
    assert!(told.len() == 2 && told.iter().all(|words| words.contains("the plan states 10")), "{told:?}");
    let kept_back = about(&report.redacted());
    assert_eq!(kept_back.len(), 2);
    assert!(kept_back.iter().all(|words| words.contains("is not what the records give")), "{kept_back:?}");
    assert!(kept_back.iter().all(|words| !words.contains(|c: char| c.is_ascii_digit())), "{kept_back:?}");
}

#[test]
fn kin_in_one_team_stand_with_what_speaks_against_each_of_them() {
    let mut world = world();
    world.pool.kin.push(records::kin("a-own", "a-safe", KinKind::Spouse { from: None, to: None }));
    let report = judged(&world);
    let hit: Vec<&Subject> =
        report.failures().filter(|entry| entry.rule == "R06").map(|entry| &entry.subject).collect();
    let about = |person: &str| Subject::assignment(&"c-1".into(), &person.into());
    assert_eq!(hit, [&about("a-own"), &about("a-safe")]);
    let redacted = judged(&world).redacted();
    let blocked = redacted.failures().filter(|entry| entry.rule == PERSONAL).map(|entry| entry.subject.clone());
    assert_eq!(blocked.collect::<Vec<_>>(), [about("a-own"), about("a-safe")]);
    assert!(redacted.entries.iter().all(|entry| entry.rule != "R06"));
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

#[test]
fn a_pair_is_printed_with_its_days_where_they_are_not_those_of_the_case() {
    let mut world = world();
    let printed = |world: &World, language| {
        let view = team::view(&world.plan, &judged(world), &world.pool, &world.policy, language);
        team::text(&view, language)
    };
    let pair = |text: String| text.lines().find(|line| line.contains("l-1") && line.contains('+')).map(str::to_string);
    let whole = pair(printed(&world, Language::En)).unwrap();
    assert!(!whole.contains("2026"), "{whole}");
    world.plan.teams[0].pairs[0].to = date(2026, 7, 31);
    let part = pair(printed(&world, Language::En)).unwrap();
    assert!(part.ends_with("(2026-07-01 to 2026-07-31)"), "{part}");
    assert!(printed(&world, Language::Zh).contains("（2026-07-01 至 2026-07-31）"));
}

#[test]
fn leave_within_a_service_is_printed_with_its_days() {
    let mut world = world();
    world.pool.leave = [(date(2026, 6, 25), date(2026, 7, 2)), (date(2026, 6, 1), date(2026, 6, 30))]
        .map(|(from, to)| Leave { person: "a-safe".into(), from, to })
        .to_vec();
    let printed = |language| {
        let view = team::view(&world.plan, &judged(&world), &world.pool, &world.policy, language);
        team::text(&view, language)
    };
    let lines = |text: String, label| text.lines().filter(|line| line.contains(label)).map(str::to_string).collect();
    let [zh, en]: [Vec<String>; 2] =
        [lines(printed(Language::Zh), "任职期间请假"), lines(printed(Language::En), "on leave ")];
    assert!(zh.len() == 1 && zh[0].ends_with("（2026-07-01 至 2026-07-02）"), "{zh:?}");
    assert!(en.len() == 1 && en[0].ends_with("(2026-07-01 to 2026-07-02)"), "{en:?}");
}

#[test]
fn a_team_that_is_short_of_hands_for_some_days_is_told_of_before_the_certificate() {
    let mut world = world();
    let printed = |world: &World, language| {
        let view = team::view(&world.plan, &judged(world), &world.pool, &world.policy, language);
        team::text(&view, language)
    };
    assert!(!printed(&world, Language::En).contains("Warnings"), "nothing to warn of");
    let days = (date(2026, 6, 1), date(2026, 12, 31));
    let stage = Some(CaseStage::Detention);
    world.pool.assignments.push(Service { stage, ..records::service("a-safe", "c-1", "safety", days) });
    world.pool.assignments.sort();
    world.pool.leave = vec![Leave { person: "a-safe".into(), from: date(2026, 7, 3), to: date(2026, 7, 4) }];
    let (zh, en) = (printed(&world, Language::Zh), printed(&world, Language::En));
    let (report, from) = (judged(&world), "2026-07-03");
    let warned = report.entries.iter().find(|entry| entry.rule == "R13" && entry.words.zh.contains(from)).unwrap();
    for (page, title, words, verdict) in
        [(zh, "提示", &warned.words.zh, "独立核验"), (en, "Warnings", &warned.words.en, "Independent check")]
    {
        let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part} is not in {page}"));
        let told = page[at(&format!("{title}\u{1b}"))..at(verdict)].split_whitespace().collect::<String>();
        assert!(told.contains("c-1R13") && told.contains(&words.split_whitespace().collect::<String>()), "{told}");
    }
}
