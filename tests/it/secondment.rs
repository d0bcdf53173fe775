//! R18 in the team model: what a person has served in a planned case is not counted beside the option that goes on.

use evenhand::id::{CaseId, PersonId, UnitId};
use evenhand::milp::Model;
use evenhand::policy::{ParameterValue, builtin};
use evenhand::rules;
use evenhand::rules::frame::{Ask, build};
use evenhand::screen::Screener;
use evenhand::ties::infer;
use jiff::ToSpan;
use jiff::civil::date;

use super::village::{TODAY, handled, person, village};

/// Whether R18's rows allow the person to serve as safety officer in all of these cases.
fn allows(model: &Model, cases: &[&str]) -> bool {
    let taken: Vec<String> = cases.iter().map(|case| format!("x.p1.{case}.safety")).collect();
    let values: Vec<i64> =
        model.columns.iter().map(|column| i64::from(taken.iter().any(|name| column.name.as_str() == name))).collect();
    assert_eq!(values.iter().sum::<i64>(), cases.len() as i64, "an option is missing");
    assert!(!model.rows.is_empty());
    model.rows.iter().all(|row| row.bounds.allow(row.value(&values)))
}

#[test]
fn going_on_in_a_case_is_counted_once() {
    let mut pool = village();
    let first = pool.cases[&CaseId::from("c1")].clone();
    for (id, from, to) in [("c2", date(2027, 9, 1), date(2027, 10, 15)), ("c3", date(2028, 5, 1), date(2028, 6, 14))] {
        let case = evenhand::pool::Case { id: CaseId::from(id), from, to, ..first.clone() };
        pool.cases.insert(case.id.clone(), case);
    }
    let p1 = person(&mut pool, "p1");
    p1.unit = UnitId::from("group");
    p1.pools.investigation = true;
    handled(&mut pool, "p1", "c1", None, first.from, first.to);
    pool.assignments[0].drawn = true;
    pool.assignments[0].role = "safety".to_string();
    let (mut policy, _) = builtin();
    let rule = policy.rules.rules.get_mut("R18").unwrap();
    // 90 days in the first case, 45 in each of the others.
    rule.parameters.get_mut("total_days").unwrap().value = ParameterValue::Number(150);

    let ties = infer(&pool, &policy.ties, TODAY);
    let screener = Screener::new(&pool, &ties, &policy, TODAY, rules::screening());
    let cases: Vec<CaseId> = pool.cases.keys().cloned().collect();
    let mut ask = Ask { cases: &cases, provisional: true, rules: rules::team(), excluded: &mut |_, _, _, _| {} };
    let mut frame = build(&screener, &mut ask);
    assert!(frame.by_person.contains_key(&PersonId::from("p1")));
    let limits = rules::team().iter().find(|rule| rule.code() == "R18").unwrap();
    limits.post(policy.rules.active("R18", TODAY).unwrap(), &mut frame);
    assert!(allows(&frame.model, &["c1", "c2"]));
    assert!(allows(&frame.model, &["c1", "c3"]));
    assert!(!allows(&frame.model, &["c1", "c2", "c3"]));
}

#[test]
fn what_was_served_in_a_running_case_before_today_counts_towards_the_total() {
    let mut pool = village();
    let day = |days: i64| TODAY.checked_add(days.days()).unwrap();
    let case = pool.cases.get_mut(&CaseId::from("c1")).unwrap();
    (case.from, case.to) = (day(-300), day(60));
    let p1 = person(&mut pool, "p1");
    p1.unit = UnitId::from("group");
    p1.pools.investigation = true;
    // 201 days, long ago; 61 are ahead.
    handled(&mut pool, "p1", "c1", None, day(-300), day(-100));
    pool.assignments[0].drawn = true;
    for (most, admitted) in [(261, false), (262, true)] {
        let (mut policy, _) = builtin();
        let rule = policy.rules.rules.get_mut("R18").unwrap();
        rule.parameters.get_mut("total_days").unwrap().value = ParameterValue::Number(most);
        let ties = infer(&pool, &policy.ties, TODAY);
        let screener = Screener::new(&pool, &ties, &policy, TODAY, rules::screening());
        let cases = [CaseId::from("c1")];
        let mut ask = Ask { cases: &cases, provisional: true, rules: rules::team(), excluded: &mut |_, _, _, _| {} };
        let frame = build(&screener, &mut ask);
        assert_eq!(frame.by_person.contains_key(&PersonId::from("p1")), admitted, "{most}");
    }
}
