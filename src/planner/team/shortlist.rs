//! With whom the solver begins: for every role the candidates of first choice with the least exposure and burden and the shortest way
//! (before those who owe a declaration), and those who have a wanted skill. Everybody else is held back until a price says that they help; the optimum is the same.

use std::collections::BTreeSet;

use super::journey::Journey;
use super::lottery::draw;
use super::objectives::{lone_burden, lone_preference};
use crate::milp::ColumnId;
use crate::policy::RoleClass;
use crate::rules::frame::TeamFrame;
use crate::rules::skill::{counted_roles, counts};

/// Candidates of a role and segment with whom the solver begins, per slot wanted.
const PER_SLOT: usize = 8;
/// The fewest of them.
const FEWEST: usize = 24;
/// Candidates with a wanted skill, per demand.
const PER_SKILL: usize = 16;

/// Holds back every option that is on no shortlist.
pub fn hold_back_the_rest(frame: &mut TeamFrame, seed: u64) {
    let mut listed: BTreeSet<ColumnId> = BTreeSet::new();
    for case in 0..frame.cases.len() {
        let mut ranked: Vec<usize> = frame.cases[case].options.clone();
        ranked.sort_by_cached_key(|option| {
            let option = &frame.options[*option];
            let journey = Journey::of(frame, option);
            let lot = draw(frame, option, seed);
            let preference = lone_preference(frame, option);
            let burden = lone_burden(frame, option);
            (option.owes, preference, option.exposure, burden, journey.days_away, journey.distance_km, lot)
        });
        list_roles(frame, case, &ranked, &mut listed);
        list_skills(frame, case, &ranked, &mut listed);
        list_pinned(frame, case, &mut listed);
    }
    for option in 0..frame.options.len() {
        let column = frame.options[option].column;
        // Few may lead, and who does decides who is left for the other cases.
        if frame.options[option].class == RoleClass::Lead {
            frame.model.settle_first(column);
        }
        if !listed.contains(&column) {
            frame.model.hold_back(column);
        }
    }
}

fn list_roles(frame: &TeamFrame, case: usize, ranked: &[usize], listed: &mut BTreeSet<ColumnId>) {
    let framed = &frame.cases[case];
    for (position, role) in framed.roles.iter().enumerate() {
        let most = FEWEST.max(PER_SLOT * usize::try_from(role.role.desired).unwrap_or(0));
        for segment in 0..framed.segments.len() {
            let fitting = ranked.iter().map(|option| &frame.options[*option]);
            let fitting = fitting.filter(|option| option.fills(position) && option.covers(segment));
            listed.extend(fitting.take(most).map(|option| option.column));
        }
    }
}

fn list_skills(frame: &TeamFrame, case: usize, ranked: &[usize], listed: &mut BTreeSet<ColumnId>) {
    let pool = frame.screener.pool;
    for demand in &frame.cases[case].skills {
        let roles = counted_roles(&frame.cases[case], demand);
        for level in [demand.level, demand.desired_level] {
            let skilled = ranked.iter().map(|option| &frame.options[*option]);
            let skilled = skilled.filter(|option| counts(pool, demand, &roles, level, option));
            listed.extend(skilled.take(PER_SKILL).map(|option| option.column));
        }
    }
}

fn list_pinned(frame: &TeamFrame, case: usize, listed: &mut BTreeSet<ColumnId>) {
    let pool = frame.screener.pool;
    let id = &frame.cases[case].case.id;
    let pinned: BTreeSet<_> = (pool.pins.iter().filter(|pin| pin.case == *id).map(|pin| &pin.person))
        .chain(pool.assignments.iter().filter(|service| service.case == *id).map(|service| &service.person))
        .collect();
    let options = frame.cases[case].options.iter().map(|option| &frame.options[*option]);
    listed.extend(options.filter(|option| pinned.contains(&option.person.id)).map(|option| option.column));
}
