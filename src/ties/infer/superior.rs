//! Superiors and subordinates: colleagues of whom one led the other.

use super::bearers::Bearers;
use super::stays::{Meeting, Stay};
use crate::pool::Position;
use crate::ties::{Tie, TieKind};

/// The tie of two colleagues of whom one led the other at some time in that department; `None` when neither did. The
/// superior, side `a`, is who led longer.
pub(super) fn superior(bearers: &Bearers, meeting: &Meeting) -> Option<Tie> {
    if meeting.one_led == 0 && meeting.other_led == 0 {
        return None;
    }
    let one_is_above = meeting.one_led >= meeting.other_led;
    let (above, below) = if one_is_above { (meeting.one, meeting.other) } else { (meeting.other, meeting.one) };
    let tie = bearers.tie(above, below, TieKind::Superior);
    Some(Tie { a: bearers.all[above].id.clone(), b: bearers.all[below].id.clone(), ..tie })
}

/// Where a position stands in the order of command; an unknown one counts as staff, so that whoever led leads.
pub(super) fn command(position: Option<Position>) -> u8 {
    match position {
        Some(Position::CommissionLeader) => 0,
        Some(Position::Head) => 1,
        Some(Position::Deputy) => 2,
        Some(Position::Staff) | None => Stay::STAFF,
    }
}
