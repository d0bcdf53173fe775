//! The words of R04.

use crate::diag::Text;
use crate::pool::Party;
use crate::ties::Tie;
use crate::ties::kin::Relation;

/// A declared tie.
pub fn declared(party: &Party, tie: &Tie) -> Text {
    let title = tie.kind.title();
    Text::new(format!("与当事人 {} 有{}", party.id, title.zh), format!("{} of party {}", title.en, party.id))
}

/// Kin whom the stricter rules leave to review.
pub fn kin(party: &Party, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("当事人 {} 是其亲属（{}）", party.id, title.zh),
        format!("party {} is kin ({})", party.id, title.en),
    )
}
