//! Classmates: same school, same major, at the same time.

use super::bearers::Bearers;
use super::colleague::strengthened;
use super::fade;
use super::stays::{Stay, meetings};
use crate::policy::TieSetting;
use crate::pool::School;
use crate::ties::{Tie, TieKind, words};

/// Everybody who attended one class together long enough.
pub fn classmates(bearers: &Bearers, setting: &TieSetting) -> Vec<Tie> {
    let mut schools: Vec<&School> = bearers.pool.schools.iter().collect();
    schools.sort();
    let stays: Vec<Stay> = schools
        .into_iter()
        .map(|school| Stay {
            source: &school.actor,
            place: school.school.as_str(),
            section: school.major.as_deref(),
            period: school.period,
            command: Stay::STAFF,
            evidence: words::school(bearers.pool, school),
        })
        .collect();
    let mut ties = Vec::new();
    meetings(
        bearers,
        &stays,
        |people| fade::points(setting, 0, people) >= 1,
        |meeting| {
            let tie = bearers.tie(meeting.one, meeting.other, TieKind::Classmate);
            ties.extend(strengthened(bearers, tie, setting, &stays, &meeting));
        },
    );
    ties
}
