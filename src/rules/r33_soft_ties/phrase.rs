//! The words of R33.

use crate::diag::{Text, plural};
use crate::pool::Party;
use crate::ties::Tie;

/// A soft tie to a subject.
pub fn tied(party: &Party, tie: &Tie) -> Text {
    let (title, points) = (tie.kind.title(), tie.points);
    Text::new(
        format!("与被审查调查人 {}：{}（{points} 分）", party.id, title.zh),
        format!("with subject {}: {} ({})", party.id, title.en, plural(points, "point")),
    )
}

/// Neither where the subject works nor a career is on record.
pub fn unknown(party: &Party) -> Text {
    let id = &party.id;
    Text::new(
        format!("被审查调查人 {id} 的工作单位和履历均未登记，无法排除同事、上下级关系"),
        format!(
            "neither organisation nor career of subject {id} is on record, so having been colleagues cannot be ruled out"
        ),
    )
}
