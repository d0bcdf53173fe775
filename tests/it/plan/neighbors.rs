//! The rows of the model allow exactly those plans that the checker passes: tried on plans that differ from an
//! obedient one by one assignment.

use std::collections::BTreeMap;

use evenhand::check::Judge;
use evenhand::milp::ColumnId;
use evenhand::plan::Assignment;
use evenhand::policy::Policy;
use evenhand::pool::{Assignment as Service, CaseId, Exemption, Leave, Pool};
use evenhand::rules;
use evenhand::rules::frame::{Ask, TeamFrame, TeamOption, build, post};
use evenhand::screen::Screener;
use evenhand::ties::infer;
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::exhaustive::{broken, plan, seats, serves};
use super::sketch::{AS_OF, Sketch, policy, sketch, sort};
use super::{planned, request};
use crate::records;

type Teams = BTreeMap<CaseId, Vec<Assignment>>;

/// Every rule's rows, without those of the objective.
pub fn rows<'a>(screener: &'a Screener<'a>, cases: &[CaseId]) -> TeamFrame<'a> {
    let mut ask = Ask { cases, provisional: false, rules: rules::team(), excluded: &mut |_, _, _, _| {} };
    let mut frame = build(screener, &mut ask);
    post(&mut frame, rules::team());
    frame
}

/// Whether every assignment is an option and the rows allow them together.
fn allowed(frame: &TeamFrame, teams: &Teams) -> bool {
    let mut values = vec![0; frame.model.columns.len()];
    for serves in teams.values().flatten() {
        let is = |option: &&TeamOption| {
            let framed = &frame.cases[option.case];
            option.person.id == serves.person
                && framed.case.id == serves.case
                && framed.roles[option.role].role.id == serves.role
                && option.also.map(|also| framed.roles[also].role.id.as_str()) == serves.also.as_deref()
        };
        let Some(option) = frame.options.iter().find(is) else { return false };
        if values[option.column.0] == 1 {
            return false;
        }
        values[option.column.0] = 1;
    }
    for framed in &frame.cases {
        values[framed.formed.0] = i64::from(!teams[&framed.case.id].is_empty());
    }
    for member in frame.members.values() {
        values[member.column.0] = member.columns.iter().map(|column| values[column.0]).sum();
        if values[member.column.0] > 1 {
            return false;
        }
    }
    // A unit sends somebody when somebody of it serves; what else counts is as low as the rows let it be.
    let decides = frame.decisions();
    let mut counts: Vec<bool> = (0..values.len()).map(|column| !decides.contains(&ColumnId(column))).collect();
    for row in frame.model.rows.iter().filter(|row| row.name.as_str().starts_with("M05.sends")) {
        let (send, _) = *row.terms.iter().find(|(_, coefficient)| *coefficient < 0).unwrap();
        (values[send.0], counts[send.0]) = (0, false);
        values[send.0] = row.value(&values).min(1);
    }
    (0..values.len()).filter(|column| counts[*column]).for_each(|at| values[at] = frame.model.columns[at].upper);
    frame.model.settle(&mut values, |column| !counts[column.0]);
    frame.model.rows.iter().all(|row| row.bounds.allow(row.value(&values)))
}

/// The teams with one assignment more, one less, or one in another's place.
fn neighbor(judge: &Judge, teams: &Teams, dice: &mut ChaCha8Rng) -> Teams {
    let mut teams = teams.clone();
    let ids: Vec<CaseId> = teams.keys().cloned().collect();
    let case = &judge.pool.cases[ids.choose(dice).unwrap()];
    let template = &judge.policy.templates[&case.template];
    let team = teams.get_mut(&case.id).unwrap();
    let (adds, removes) = *[(true, false), (false, true), (true, true), (true, true)].choose(dice).unwrap();
    let mut seat = *seats(template).choose(dice).unwrap();
    if removes && !team.is_empty() {
        let gone = team.remove(dice.random_range(0..team.len()));
        // Most often somebody else in the same seat, so that only the person is another.
        if dice.random_bool(0.7) {
            let of = |(role, also): &(&str, Option<&str>)| *role == gone.role && *also == gone.also.as_deref();
            seat = seats(template).into_iter().find(of).unwrap();
        }
    }
    if adds {
        let people: Vec<_> = judge.pool.people.values().collect();
        team.push(serves(judge, case, people.choose(dice).unwrap(), seat.0, seat.1));
    }
    teams
}

/// Facts that begin or end on the very days on which something of a case begins or ends, or a day off.
fn add_facts_on_the_edge(pool: &mut Pool, dice: &mut ChaCha8Rng) {
    let ends: Vec<Date> = pool.cases.values().flat_map(|case| [case.from, case.to]).collect();
    let day = |dice: &mut ChaCha8Rng| ends.choose(dice).unwrap().saturating_add(dice.random_range(-1..=1).days());
    for id in pool.people.keys().cloned().collect::<Vec<_>>() {
        let (one, two) = (day(dice), day(dice));
        let (from, to) = (one.min(two), one.max(two));
        let service = |from, to, load, drawn| Service {
            load,
            drawn,
            ..records::service(id.as_str(), "edge", "interview", (from, to))
        };
        match dice.random_range(0..10) {
            0 => pool.leave.push(Leave { person: id, from, to: from }),
            1 => pool.leave.push(Leave { person: id, from: to, to }),
            2 => pool.assignments.push(service(from, to, dice.random_range(2..9) * 100, dice.random_bool(0.5))),
            // The cool-down of R17.
            9 => {
                let begun = pool.cases.values().find(|case| case.from < AS_OF).map(|case| case.id.clone());
                let last = AS_OF.saturating_sub(dice.random_range(1..=2).days());
                let first = last.saturating_sub(dice.random_range(20..60).days());
                let here = begun.map(|case| Service { case, ..service(first, last, 100, true) });
                pool.assignments.extend(here);
            }
            3 => {
                let last = one.saturating_sub(30.days());
                pool.assignments.push(service(last.min(AS_OF), last, 100, true));
            }
            4 => pool.people.get_mut(&id).unwrap().left = Some(one),
            5 => {
                let person = pool.people.get_mut(&id).unwrap();
                person.entered = Some(one.saturating_sub(dice.random_range(1..=3).years()).into());
                person.exemptions.extend([Exemption::SelectedGraduate].into_iter().filter(|_| dice.random_bool(0.5)));
            }
            _ => {}
        }
    }
    sort(pool);
}

/// Compares rows and checker on neighbors of obedient plans; says how many were allowed and how many not.
fn compare(sketch: &Sketch, policy: &Policy, seed: u64) -> Result<[usize; 2], TestCaseError> {
    let (mut pool, cases) = (sketch.pool(), sketch.cases());
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    add_facts_on_the_edge(&mut pool, &mut dice);
    let Some(best) = planned(&pool, policy, &request(&pool, &cases, AS_OF)) else { return Ok([0, 0]) };
    let judge = Judge::new(&pool, policy, AS_OF);
    let ties = infer(&pool, &policy.ties, AS_OF);
    let screener = Screener::new(&pool, &ties, policy, AS_OF, rules::screening());
    let frame = rows(&screener, &cases);
    let of_case = |case: &CaseId| best.assignments.iter().filter(|it| it.case == *case).cloned().collect();
    let mut teams: Teams = cases.iter().map(|case| (case.clone(), of_case(case))).collect();
    let mut found = [0, 0];
    for _ in 0..40 {
        let next = neighbor(&judge, &teams, &mut dice);
        let chosen = next.iter().collect();
        let (ours, broken) = (allowed(&frame, &next), broken(&judge, &plan(&judge, &cases, &chosen), &[]));
        prop_assert_eq!(ours, broken.is_empty(), "{:#?} {:#?}", broken, next);
        found[usize::from(ours)] += 1;
        if ours {
            teams = next;
        }
    }
    Ok(found)
}

/// The sketches from `first` on, six of them; several tests, so that they are run side by side.
fn the_rows_allow_exactly_what_the_checker_passes(first: u64) {
    let mut runner = TestRunner::deterministic();
    let mut policy = policy();
    for code in ["M08", "R20"] {
        policy.rules.rules.get_mut(code).unwrap().enabled = true;
    }
    let mut found = [0, 0];
    for seed in 0..first + 6 {
        let sketch = sketch(6..14, 1..4, 92, true).new_tree(&mut runner).unwrap().current();
        if seed >= first {
            let counts = compare(&sketch, &policy, seed).unwrap_or_else(|error| panic!("{error}\n{sketch:#?}"));
            found = [found[0] + counts[0], found[1] + counts[1]];
        }
    }
    assert!(found.iter().all(|count| *count > 20), "{found:?}");
}

#[test]
fn rows_and_checker_agree_on_the_first_sketches() {
    the_rows_allow_exactly_what_the_checker_passes(0);
}

#[test]
fn rows_and_checker_agree_on_the_second_sketches() {
    the_rows_allow_exactly_what_the_checker_passes(6);
}

#[test]
fn rows_and_checker_agree_on_the_third_sketches() {
    the_rows_allow_exactly_what_the_checker_passes(12);
}

#[test]
fn rows_and_checker_agree_on_the_fourth_sketches() {
    the_rows_allow_exactly_what_the_checker_passes(18);
}

#[test]
fn rows_and_checker_agree_on_the_fifth_sketches() {
    the_rows_allow_exactly_what_the_checker_passes(24);
}
