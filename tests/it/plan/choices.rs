//! Small commissions in which one tier alone decides who is drawn.

use evenhand::plan::Assignment;
use evenhand::policy::TierName;
use evenhand::pool::Position;

use super::sketch::{AS_OF, Event, Sketch, able, policy, small};
use super::{planned, request};

/// Who is drawn from a local unit, with a tier switched off or none, under each of some seeds.
fn drawn(sketch: &Sketch, off: Option<TierName>) -> Vec<Assignment> {
    let (pool, mut policy) = (sketch.pool(), policy());
    policy.team.tiers.retain(|tier| Some(tier.name) != off);
    let seeds = 0..12;
    let lent = seeds.flat_map(|seed| {
        let mut request = request(&pool, &sketch.cases(), AS_OF);
        request.seed = seed;
        let plan = planned(&pool, &policy, &request).unwrap();
        let lent: Vec<_> = plan.assignments.into_iter().filter(|it| !it.own).collect();
        assert_eq!(lent.len(), 1);
        lent
    });
    lent.collect()
}

#[test]
fn burden_spares_whoever_was_drawn_before() {
    let mut sketch = small();
    // Late enough for the cool-down to be over.
    sketch.cases[0].start = 60;
    sketch.events = vec![Event::PastDraw(2, 90), Event::PastDraw(3, 30)];
    assert!(drawn(&sketch, None).iter().all(|it| it.person.as_str() == "p04"));
    let people: std::collections::BTreeSet<_> =
        drawn(&sketch, Some(TierName::Burden)).into_iter().map(|it| it.person).collect();
    assert_eq!(people.len(), 3);
}

#[test]
fn travel_prefers_those_at_hand() {
    let mut sketch = small();
    sketch.cases[0].county = 1;
    sketch.cases[0].demand = Some((1, 1));
    sketch.people.extend([4, 4, 4].map(|unit| able(unit, Position::Staff)));
    // None of them is a townsman of the lead.
    sketch.people[2..].iter_mut().for_each(|somebody| somebody.home = Some(0));
    assert!(drawn(&sketch, None).iter().all(|it| it.unit.as_str() == "u-east"));
    assert!(drawn(&sketch, Some(TierName::Travel)).iter().any(|it| it.unit.as_str() == "u-west"));
}

#[test]
fn skill_and_exposure_come_before_the_draw() {
    let mut sketch = small();
    sketch.cases[0].demand = Some((1, 1));
    sketch.people[3].levels = [2, 3];
    assert!(drawn(&sketch, None).iter().all(|it| it.person.as_str() == "p03"));
    assert!(drawn(&sketch, Some(TierName::SkillShortfall)).iter().any(|it| it.person.as_str() != "p03"));
    // The expert grew up where the case is: a warning, which weighs more than the skill.
    sketch.people[3].home = Some(0);
    assert!(drawn(&sketch, None).iter().all(|it| it.person.as_str() != "p03"));
    assert!(drawn(&sketch, Some(TierName::Exposure)).iter().all(|it| it.person.as_str() == "p03"));
}
