//! Colleagues: two careers that met in one department.

use super::bearers::Bearers;
use super::stays::{Meeting, Stay, meetings};
use super::{fade, superior};
use crate::policy::{TieSetting, TieSettings};
use crate::pool::Spell;
use crate::ties::{Tie, TieKind, words};

/// Colleagues, and superiors with their subordinates, whom the same records show.
pub fn colleagues(bearers: &Bearers, settings: &TieSettings) -> Vec<Tie> {
    let mut spells: Vec<&Spell> = bearers.pool.careers.iter().filter(|spell| is_work(spell)).collect();
    spells.sort();
    let stays: Vec<Stay> = spells.into_iter().filter_map(|spell| stay(bearers, spell)).collect();
    let equals_know_each_other = |people: i64| fade::points(&settings.colleague, 0, people) >= 1;
    let mut ties = Vec::new();
    meetings(bearers, &stays, equals_know_each_other, |meeting| {
        let (tie, setting) = match superior::superior(bearers, &meeting) {
            Some(tie) => (tie, &settings.superior),
            None => (bearers.tie(meeting.one, meeting.other, TieKind::Colleague), &settings.colleague),
        };
        ties.extend(strengthened(bearers, tie, setting, &stays, &meeting));
    });
    ties
}

/// The tie with the strength of a meeting; `None` when that was too short or has faded.
pub(super) fn strengthened(
    bearers: &Bearers,
    tie: Tie,
    setting: &TieSetting,
    stays: &[Stay],
    meeting: &Meeting,
) -> Option<Tie> {
    let (ended, days) = bearers.end(meeting.last);
    let points = fade::points(setting, days, meeting.people);
    (points >= 1 && meeting.days >= setting.overlap_days).then(|| Tie {
        points,
        since: Some(meeting.first),
        ended,
        expires: fade::expires(setting, ended, meeting.people),
        evidence: meeting.evidence(stays),
        ..tie
    })
}

/// Whether a spell is service among colleagues: a post, a temporary posting, a secondment or a concurrent post.
pub fn is_work(spell: &Spell) -> bool {
    spell.kind.is_work()
}

fn stay<'a>(bearers: &Bearers, spell: &'a Spell) -> Option<Stay<'a>> {
    Some(Stay {
        source: &spell.actor,
        place: spell.organisation.as_ref()?.as_str(),
        section: spell.department.as_deref(),
        period: spell.period,
        command: superior::command(spell.position),
        evidence: words::spell(bearers.pool, spell),
    })
}
