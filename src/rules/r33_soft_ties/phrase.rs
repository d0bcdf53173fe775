//! The words of R33.

use crate::diag::{Text, plural};
use crate::pool::Party;
use crate::screen::{Untold, words};
use crate::ties::Tie;

/// A soft tie to a subject.
pub fn tied(party: &Party, tie: &Tie) -> Text {
    let (title, points) = (tie.kind.title(), tie.points);
    Text::new(
        format!("与被审查调查人 {}：{}（{points} 分）", party.id, title.zh),
        format!("with subject {}: {} ({})", party.id, title.en, plural(points, "point")),
    )
}

/// Neither where the subject works nor the career of the last years is on record.
pub fn unknown(party: &Party) -> Text {
    let id = &party.id;
    Text::new(
        format!("被审查调查人 {id} 的工作单位和近年履历均未登记，无法排除同事、上下级关系"),
        format!(
            "neither organisation nor recent career of subject {id} is on record, so having been colleagues cannot be ruled out"
        ),
    )
}

/// The career of the subject's last years is not on record.
pub fn past_unknown(party: &Party) -> Text {
    let id = &party.id;
    Text::new(
        format!("被审查调查人 {id} 的近年履历未登记，无法排除同事、上下级关系"),
        format!("the recent career of subject {id} is not on record, so having been colleagues cannot be ruled out"),
    )
}

/// Where the person worked in the last years is not on record.
pub fn untold(years: i64, untold: Untold) -> Text {
    let Text { zh, en } = words::untold(years, untold);
    Text::new(
        format!("{zh}，无法排除与被审查调查人有同事、上下级关系"),
        format!("{en}, so having been colleagues of a subject cannot be ruled out"),
    )
}
