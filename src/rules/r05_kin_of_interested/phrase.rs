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

/// The matter touches an interest of near kin.
pub fn kin_interest(party: &Party, relation: &Relation, confirmed: bool) -> Text {
    let (id, title) = (&party.id, relation.title());
    let state = if confirmed { ("已核实", "confirmed") } else { ("尚未核实", "not yet confirmed") };
    Text::new(
        format!("其{}与当事人 {id} 有利害关系（{}）", title.zh, state.0),
        format!("near kin ({}) have an interest with party {id} ({})", title.en, state.1),
    )
}
