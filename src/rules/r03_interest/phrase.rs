//! The words of R03.

use crate::diag::Text;
use crate::pool::Party;
use crate::ties::kin::Relation;

/// The person or a near relative is an interested party; `relation` is what the party is to the person.
pub fn is_interested(party: &Party, relation: Option<&Relation>) -> Text {
    let id = &party.id;
    match relation.map(Relation::title) {
        None => Text::new(format!("本人是本案利害关系人 {id}"), format!("is interested party {id} of the case")),
        Some(title) => Text::new(
            format!("本案利害关系人 {id} 是其近亲属（{}）", title.zh),
            format!("interested party {id} is a near relative ({})", title.en),
        ),
    }
}

/// The person or kin has an interest shared with a party; `relation` is what the relative is to the person.
pub fn has_interest(party: &Party, relation: Option<&Relation>, confirmed: bool) -> Text {
    let id = &party.id;
    let state = if confirmed { ("已核实", "confirmed") } else { ("尚未核实", "not yet confirmed") };
    if relation.is_some_and(Relation::is_unknown) {
        return Text::new(
            format!("关系远近不明的亲属与当事人 {id} 有利害关系（{}），是否属于近亲属未查明", state.0),
            format!("kin of unknown degree, perhaps a near relative, has an interest with party {id} ({})", state.1),
        );
    }
    match relation.map(Relation::title) {
        None => Text::new(
            format!("与当事人 {id} 有利害关系（{}）", state.0),
            format!("has an interest with party {id} ({})", state.1),
        ),
        Some(title) => Text::new(
            format!("近亲属（{}）与当事人 {id} 有利害关系（{}）", title.zh, state.0),
            format!("a near relative ({}) has an interest with party {id} ({})", title.en, state.1),
        ),
    }
}
