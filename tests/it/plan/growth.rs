//! A newcomer: when one more person can only help, and why each condition is needed.

use evenhand::pool::{KinKind, ParentKind, Pool, Position, UnitFunction, UnitKind};
use proptest::prelude::*;

use super::sketch::{AS_OF, Somebody, able, add_somebody, add_unit, policy, sketch, small, somebody, sort};
use super::{judged, planned, request, values};
use crate::properties::config;
use crate::records;

/// The newcomer `n`, alone in a unit of their own.
fn join_apart(pool: &mut Pool, newcomer: &Somebody, kind: UnitKind, function: Option<UnitFunction>) {
    add_unit(pool, "u-new", kind, function, if kind == UnitKind::Local { "o-east" } else { "o-city" }, "430421");
    pool.units.get_mut(&"u-new".into()).unwrap().strength = Some(6);
    // Floors are absolute: a head who is not drawn keeps the unit able to lend.
    add_somebody(
        pool,
        "n-head",
        "u-new",
        &Somebody { position: Position::Head, in_pool: false, cleared: false, ..newcomer.clone() },
    );
    add_somebody(pool, "n", "u-new", newcomer);
    sort(pool);
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn a_newcomer_of_a_new_unit_without_ties_never_worsens_the_plan(
        sketch in sketch(6..14, 1..3, 120, true), newcomer in somebody(), local: bool,
    ) {
        let (pool, policy) = (sketch.pool(), policy());
        let Some(before) = planned(&pool, &policy, &request(&pool, &sketch.cases(), AS_OF)) else { return Ok(()) };
        let mut grown = pool.clone();
        let newcomer = Somebody { home: None, ..newcomer };
        join_apart(&mut grown, &newcomer, if local { UnitKind::Local } else { UnitKind::Stationed }, None);
        let after = planned(&grown, &policy, &request(&grown, &sketch.cases(), AS_OF));
        prop_assert!(after.is_some());
        let after = after.unwrap();
        prop_assert!(values(&after) <= values(&before), "{:?} {:?}", values(&after), values(&before));
        prop_assert!(judged(&grown, &policy, &after).certified());
    }
}

/// Tier vectors before and after a change of the small commission.
fn compare(change: impl FnOnce(&mut Pool)) -> (Vec<i64>, Vec<i64>) {
    let (sketch, policy) = (small(), policy());
    let mut pool = sketch.pool();
    let before = planned(&pool, &policy, &request(&pool, &sketch.cases(), AS_OF)).unwrap();
    assert!(before.teams[0].formed);
    change(&mut pool);
    sort(&mut pool);
    let after = planned(&pool, &policy, &request(&pool, &sketch.cases(), AS_OF)).unwrap();
    assert!(judged(&pool, &policy, &after).certified());
    (values(&before), values(&after))
}

#[test]
fn a_newcomer_apart_fills_the_open_slot() {
    let newcomer = able(4, Position::Staff);
    let (before, after) = compare(|pool| join_apart(pool, &newcomer, UnitKind::Local, None));
    assert_eq!((before[0], after[0]), (1, 0));
}

/// Four are enough to have to keep a head, whom this unit lacks: it lends nobody any more.
#[test]
fn a_newcomer_of_a_small_unit_can_raise_its_floor() {
    let newcomer = Somebody { in_pool: false, ..able(3, Position::Staff) };
    let (before, after) = compare(|pool| add_somebody(pool, "n", "u-east", &newcomer));
    assert_eq!((before[0], after[0]), (1, 4));
}

/// The newcomer shows that lead and office are siblings.
#[test]
fn a_newcomer_with_ties_can_make_others_kin() {
    let newcomer = able(4, Position::Staff);
    let (before, after) = compare(|pool| {
        join_apart(pool, &Somebody { in_pool: false, ..newcomer }, UnitKind::Local, None);
        for child in ["p00", "p02", "p03", "p04"] {
            let kind = KinKind::Parent(ParentKind::Birth);
            pool.kin.push(records::kin("n", child, kind));
        }
    });
    assert_eq!((before[0], after[0]), (1, 4));
}

/// Review staff on the roster make the review group a matter to be judged.
#[test]
fn a_first_member_of_the_review_room_binds_every_case() {
    let newcomer = Somebody { in_pool: false, ..able(5, Position::Staff) };
    let (before, after) = compare(|pool| join_apart(pool, &newcomer, UnitKind::Room, Some(UnitFunction::Review)));
    // The room's head is not cleared, which leaves one reviewer where two are needed.
    assert_eq!((before[0], after[0]), (1, 4));
}
