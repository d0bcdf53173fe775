//! Sketches that once went wrong.

use evenhand::pool::Position::{Deputy, Head, Staff};

use super::mps::{exported, read};
use super::sketch::{AS_OF, Affair, Bond, Event, Sketch, Somebody, policy};
use super::{planned, request, values};

/// HiGHS 1.15.0's presolve called a worse draw optimal here, and lost the known plan (see `src/solve/engine.rs`).
#[test]
fn the_lottery_is_won_under_a_required_case_too() {
    let nobody = Somebody {
        unit: 0,
        position: Head,
        woman: false,
        in_pool: false,
        cleared: true,
        availability: 1000,
        levels: [0, 0],
        home: None,
    };
    let person = |unit, position, in_pool, cleared, levels, home| Somebody {
        unit,
        position,
        in_pool,
        cleared,
        levels,
        home,
        ..nobody.clone()
    };
    let affair = Affair {
        desk: true,
        priority: 1,
        room: 0,
        county: 2,
        start: 1,
        days: 60,
        sessions: 0,
        female_search: false,
        demand: None,
    };
    let sketch = Sketch {
        people: vec![
            person(0, Head, false, false, [0, 0], Some(1)),
            Somebody { woman: true, ..person(0, Head, true, false, [0, 0], None) },
            Somebody { availability: 800, ..person(0, Staff, false, true, [0, 0], Some(1)) },
            person(2, Deputy, true, true, [0, 3], None),
            person(4, Head, false, false, [0, 0], None),
            Somebody { woman: true, ..person(0, Staff, true, true, [0, 2], Some(0)) },
            person(1, Head, false, true, [0, 0], None),
            person(3, Head, true, true, [2, 2], None),
            person(2, Head, false, false, [0, 0], None),
            person(0, Head, true, true, [2, 0], Some(0)),
        ],
        cases: vec![
            Affair { desk: false, demand: Some((1, 3)), ..affair.clone() },
            Affair { room: 1, county: 1, start: 0, days: 61, female_search: true, ..affair.clone() },
            Affair { county: 0, start: 2, days: 20, ..affair.clone() },
        ],
        bonds: vec![
            Bond::Posts(43, true, 2013, 8),
            Bond::Posts(17, false, 2008, 2),
            Bond::Friends(5, 46),
            Bond::Posts(22, true, 2016, 5),
        ],
        events: vec![Event::PastDraw(10, 10), Event::PastDraw(11, 10)],
        strengths: vec![None; 6],
        reviewers: 0,
    };
    let (pool, policy) = (sketch.pool(), policy());
    let mut request = request(&pool, &sketch.cases(), AS_OF);
    let free = planned(&pool, &policy, &request).unwrap();
    for team in &free.teams {
        request.require = vec![team.case.clone()];
        let Some(plan) = planned(&pool, &policy, &request) else {
            assert!(!team.formed);
            continue;
        };
        let files = exported(&pool, &policy, &request, &plan);
        let optima: Vec<Option<i64>> = files.iter().map(|file| read(file).optimum()).collect();
        assert_eq!(optima, values(&plan).into_iter().map(Some).collect::<Vec<_>>());
        assert!(if team.formed { values(&plan) == values(&free) } else { values(&free) < values(&plan) });
    }
}
