//! The words of R05.

use crate::diag::Text;
use crate::pool::Party;
use crate::ties::kin::Relation;

/// The matter touches the person.
pub fn own(party: &Party) -> Text {
    Text::new(
        format!("事项涉及本人（当事人 {}）", party.id),
        format!("the matter is the person's own (party {})", party.id),
    )
}

/// The matter touches near kin.
pub fn kin(party: &Party, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("事项涉及其{}（当事人 {}）", title.zh, party.id),
        format!("the matter touches near kin: party {} ({})", party.id, title.en),
    )
}
