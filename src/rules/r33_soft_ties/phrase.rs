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
