//! Screening and the checker share no code; on whole rosters they must say the same of everybody.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use evenhand::check::{EntryVerdict, Judge};
use evenhand::id::{ActorId, CaseId, OrganisationId, PersonId};
use evenhand::policy::{ParameterValue, Policy, RoleClass, builtin};
use evenhand::pool::read::read_folder;
use evenhand::pool::{
    Case, Declaration, DeclarationContent, DeclarationScope, DeclaredTie, DeclaredTieKind, PartialDate, Party,
    PartyRole, Period, Pool,
};
use evenhand::rules;
use evenhand::screen::{Screener, Verdict};
use evenhand::ties::{TieKind, infer};
use jiff::civil::{Date, date};

use super::records;

const AS_OF: Date = date(2026, 6, 1);

fn fixture(name: &str) -> Pool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    read_folder(&folder).pool
}

/// Compares verdict, provisional use and exposure of every `step`-th person for every case in every class.
fn compare_screening(pool: &Pool, policy: &Policy, step: usize) {
    let ties = infer(pool, &policy.ties, AS_OF);
    let screener = Screener::new(pool, &ties, policy, AS_OF, rules::screening());
    let judge = Judge::new(pool, policy, AS_OF);
    let mut warned = 0;
    for person in pool.people.values().step_by(step) {
        for case in pool.cases.values() {
            for class in [RoleClass::Lead, RoleClass::Deputy, RoleClass::Member] {
                let screening = screener.screen(person, case, class);
                let entries = judge.screen(rules::checks(), person, case, class, true);
                let words = || format!("{} {} {class:?}\n{:#?}\n{entries:#?}", person.id, case.id, screening.findings);
                let strictest = entries.iter().map(|entry| entry.verdict).max().unwrap();
                let exposure: i64 = entries.iter().map(|entry| entry.points).sum();
                let expected = match (screening.verdict, screening.provisional) {
                    (Verdict::Clear, _) => strictest <= EntryVerdict::Waived,
                    (Verdict::Review, true) => strictest == EntryVerdict::Provisional,
                    _ => strictest == EntryVerdict::Fail,
                };
                assert!(expected, "verdict {}", words());
                assert_eq!(exposure, screening.exposure, "exposure {}", words());
                warned += usize::from(exposure > 0);
            }
        }
    }
    assert!(warned > 0, "nobody has any exposure: the comparison says nothing");
}

/// Compares the points between every `step`-th person and everybody to whom ties were inferred, and some strangers.
fn compare_pairs(pool: &Pool, policy: &Policy, step: usize) {
    let ties = infer(pool, &policy.ties, AS_OF);
    let judge = Judge::new(pool, policy, AS_OF);
    let mut tied = 0;
    for one in pool.people.keys().step_by(step) {
        let me = ActorId::from(one);
        for other in pool.people.keys().filter(|other| *other != one) {
            let them = ActorId::from(other);
            let bonds = ties.between(&me, &them).filter(|tie| !matches!(tie.kind, TieKind::Kin(_)));
            let inferred: i64 = bonds.map(|tie| tie.points).sum();
            assert_eq!(judge.points_between(one, other), inferred, "{one} {other}");
            tied += usize::from(inferred > 0);
        }
        let near: Vec<PersonId> = ties
            .of(&me)
            .filter(|tie| matches!(tie.kind, TieKind::Kin(relation) if relation.is_near()))
            .map(|tie| PersonId::new(if tie.a == me { tie.b.as_str() } else { tie.a.as_str() }))
            .collect();
        for (other, kin) in judge.kin.kin_of(&me) {
            assert_eq!(near.contains(&PersonId::new(other.as_str())), kin.is_near(), "{one} {other} {kin:?}");
        }
    }
    assert!(tied > 0, "nobody is tied: the comparison says nothing");
}

#[test]
fn screening_and_checker_agree_on_neijiang() {
    let pool = fixture("neijiang");
    compare_screening(&pool, &builtin().0, 3);
    compare_pairs(&pool, &builtin().0, 5);
}

/// The other readings of rules that a folder may choose.
#[test]
fn screening_and_checker_agree_on_neijiang_by_departments() {
    let mut policy = builtin().0;
    let scope = policy.rules.rules.get_mut("R32").unwrap().parameters.get_mut("unit_scope").unwrap();
    scope.value = ParameterValue::Word("department".to_string());
    compare_screening(&fixture("neijiang"), &policy, 3);
}

/// Without the careers of some, with employers not on file, with subjects of whom only the career tells where they
/// work, and with answers for a case: all that is not on record is so for both.
#[test]
fn screening_and_checker_agree_on_neijiang_full_of_holes() {
    let mut pool = fixture("neijiang");
    let silent: BTreeSet<ActorId> = pool.people.keys().step_by(6).map(ActorId::from).collect();
    pool.careers.retain(|spell| !silent.contains(&spell.actor));
    for spell in pool.careers.iter_mut().step_by(7) {
        spell.organisation = None;
    }
    for party in pool.parties.values_mut().filter(|party| party.role == PartyRole::Subject) {
        party.organisation = None;
    }
    for (person, case) in pool.people.keys().step_by(4).zip(pool.cases.keys().cycle()) {
        let (scope, content) = (DeclarationScope::Case(case.clone()), DeclarationContent::None);
        pool.declarations.push(Declaration { person: person.clone(), scope, date: AS_OF, content });
    }
    compare_screening(&pool, &builtin().0, 1);
}

/// With every organisation under another, in lines of several steps, subjects at their ends, and leading relatives and
/// hosts along them.
#[test]
fn screening_and_checker_agree_on_neijiang_where_organisations_stand_in_lines() {
    let mut pool = fixture("neijiang");
    let ids: Vec<OrganisationId> = pool.organisations.keys().cloned().collect();
    // Below the first few, organisation n stands under n / 3: a tree of several levels.
    for (place, id) in ids.iter().enumerate().skip(3) {
        pool.organisations.get_mut(id).unwrap().parent = Some(ids[place / 3].clone());
    }
    let lowest = ids.iter().rev();
    for (party, organ) in pool.parties.values_mut().zip(lowest.cycle()) {
        party.organisation = Some(organ.clone());
    }
    let upper = ids.iter().take(12);
    for (relative, organ) in pool.relatives.values_mut().zip(upper.clone().cycle()) {
        relative.organisation = Some(organ.clone());
        relative.leading = true;
    }
    // Of every third the row is silent; of every sixth the career tells two posts.
    for (place, relative) in pool.relatives.values_mut().enumerate().filter(|(place, _)| place % 3 == 0) {
        relative.organisation = None;
        let posts = ids.iter().skip(place % 12).take(2).filter(|_| place % 2 == 0);
        pool.careers.extend(posts.map(|organ| {
            records::post(
                relative.id.as_str(),
                organ.as_str(),
                Period { from: PartialDate::year(2020).unwrap(), to: None },
            )
        }));
    }
    let hosted = pool.units.values_mut().filter(|unit| unit.host.is_some());
    for (unit, organ) in hosted.zip(upper.cycle()) {
        unit.host = Some(organ.clone());
    }
    let policy = builtin().0;
    compare_screening(&pool, &policy, 3);
    let ties = infer(&pool, &policy.ties, AS_OF);
    let screener = Screener::new(&pool, &ties, &policy, AS_OF, rules::screening());
    let all = pool.people.values().flat_map(|person| pool.cases.values().map(move |case| (person, case)));
    let found = all.flat_map(|(person, case)| screener.screen(person, case, RoleClass::Lead).findings);
    let by_line = found.filter(|finding| finding.evidence.iter().any(|record| record.table == "organisations"));
    let rules: BTreeSet<String> = by_line.map(|finding| finding.rule).collect();
    assert_eq!(rules, BTreeSet::from(["R04".to_owned(), "R34".to_owned()]));
}

/// With every third person a party of a case that is over, every other row of theirs under the id of that party, and
/// interests between them and parties of other cases.
#[test]
fn screening_and_checker_agree_on_neijiang_where_people_are_parties_too() {
    let mut pool = fixture("neijiang");
    let case = pool.cases.keys().next().unwrap().clone();
    let over = CaseId::from("over");
    let closed = Case { id: over.clone(), open: false, ..pool.cases[&case].clone() };
    pool.cases.insert(over, closed);
    let subjects: Vec<ActorId> = pool.parties.keys().map(ActorId::from).collect();
    let mut twins = BTreeMap::new();
    for (place, person) in pool.people.keys().enumerate().filter(|(place, _)| place % 3 == 0) {
        let party = records::party(&format!("as-{person}"), "over", PartyRole::Witness);
        twins.insert(ActorId::from(person), ActorId::from(&party.id));
        let confirmed = place % 2 == 0;
        for (id, kind) in [(person.as_str(), DeclaredTieKind::Friend), (party.id.as_str(), DeclaredTieKind::Interest)] {
            let other = &subjects[place % subjects.len()];
            let tie = DeclaredTie { confirmed, ..records::declared(other.as_str(), id, kind) };
            pool.declared_ties.push(tie);
        }
        pool.parties.insert(party.id.clone(), Party { person: Some(person.clone()), ..party });
    }
    let mut row = 0;
    let mut enter = |actor: &mut ActorId| {
        row += 1;
        if let Some(twin) = twins.get(actor).filter(|_| row % 2 == 0) {
            *actor = twin.clone();
        }
    };
    pool.careers.iter_mut().for_each(|spell| enter(&mut spell.actor));
    pool.schools.iter_mut().for_each(|school| enter(&mut school.actor));
    pool.kin.iter_mut().for_each(|edge| enter(&mut edge.a));
    pool.declared_ties.iter_mut().for_each(|tie| enter(&mut tie.actor));
    compare_screening(&pool, &builtin().0, 2);
    compare_pairs(&pool, &builtin().0, 7);
}

#[test]
fn screening_and_checker_agree_on_hengyang() {
    let pool = fixture("hengyang");
    compare_screening(&pool, &builtin().0, 29);
    compare_pairs(&pool, &builtin().0, 97);
}
