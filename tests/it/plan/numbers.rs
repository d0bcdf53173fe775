//! The numbers that the law sets for teams: a team that meets them is formed, with one more asked for it is not.

use evenhand::policy::ParameterValue;
use evenhand::pool::Position;

use super::sketch::{AS_OF, Sketch, able, policy, small};
use super::{judged, planned, request};

/// Two women among eight, one session, a search of a woman and two reviewers.
fn commission() -> Sketch {
    let mut sketch = small();
    sketch.people = vec![able(0, Position::Staff); 8];
    sketch.people[1].unit = 1;
    sketch.people[3].woman = true;
    sketch.people[4].woman = true;
    sketch.reviewers = 2;
    (sketch.cases[0].desk, sketch.cases[0].sessions, sketch.cases[0].female_search) = (false, 1, true);
    sketch
}

#[test]
fn a_team_is_formed_up_to_the_number_and_not_beyond() {
    let mut pool = commission().pool();
    let review = pool.people.values_mut().filter(|person| person.unit.as_str() == "u-review");
    review.for_each(|person| person.pools.investigation = false);
    for (rule, name, most) in
        [("R10", "people_per_session", 3), ("R12", "women", 2), ("R13", "officers", 1), ("R15", "reviewers", 2)]
    {
        for (number, formed) in [(most, true), (most + 1, false)] {
            let mut policy = policy();
            let rule = policy.rules.rules.get_mut(rule).unwrap();
            rule.parameters.get_mut(name).unwrap().value = ParameterValue::Number(number);
            let plan = planned(&pool, &policy, &request(&pool, &commission().cases(), AS_OF)).unwrap();
            assert_eq!(plan.teams[0].formed, formed, "{name} = {number}");
            assert!(judged(&pool, &policy, &plan).certified(), "{name} = {number}");
        }
    }
}

#[test]
fn a_commission_whose_region_is_not_on_record_needs_a_document() {
    let mut pool = commission().pool();
    let needed = |pool: &evenhand::pool::Pool| {
        let plan = planned(pool, &policy(), &request(pool, &commission().cases(), AS_OF)).unwrap();
        assert!(judged(pool, &policy(), &plan).certified());
        plan.teams[0].jurisdiction_document_needed
    };
    assert!(!needed(&pool));
    pool.organisations.get_mut(&"o-city".into()).unwrap().region = None;
    assert!(needed(&pool));
    pool.cases.values_mut().for_each(|case| case.jurisdiction_document = Some("指〔2026〕3号".to_string()));
    assert!(!needed(&pool));
}
