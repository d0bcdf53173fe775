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

/// Nothing is on record of where the person worked.
pub fn no_career() -> Text {
    Text::new(
        "本人履历未登记，无法排除与被审查调查人有同事、上下级关系",
        "the person's career is not on record, so having been colleagues of a subject cannot be ruled out",
    )
}
