//! One tie per pair and kind.

use std::cmp::Reverse;

use crate::ties::{Tie, TieKind};

/// Keeps the strongest tie of each kind for each pair; of colleagues and superior the stronger, the
/// superior if they are equal.
pub(super) fn strongest(mut ties: Vec<Tie>) -> Vec<Tie> {
    ties.sort_by(|x, y| {
        let key = |tie: &Tie| (pair(tie).0.clone(), pair(tie).1.clone(), family(tie.kind));
        key(x).cmp(&key(y)).then_with(|| rank(x).cmp(&rank(y))).then_with(|| x.cmp(y))
    });
    ties.dedup_by(|later, earlier| pair(later) == pair(earlier) && family(later.kind) == family(earlier.kind));
    ties
}

fn pair(tie: &Tie) -> (&crate::id::ActorId, &crate::id::ActorId) {
    if tie.a <= tie.b { (&tie.a, &tie.b) } else { (&tie.b, &tie.a) }
}

/// Kinds of which only the strongest counts.
fn family(kind: TieKind) -> TieKind {
    match kind {
        TieKind::Superior => TieKind::Colleague,
        kind => kind,
    }
}

fn rank(tie: &Tie) -> (Reverse<i64>, bool, bool, Reverse<Option<jiff::civil::Date>>) {
    (Reverse(tie.points), tie.kind == TieKind::Colleague, tie.ended.is_some(), Reverse(tie.ended))
}
