//! The words of R01.

use crate::diag::Text;
use crate::pool::Party;
use crate::ties::kin::Relation;

/// The person is a subject or informant of the case.
pub fn is_party(party: &Party) -> Text {
    Text::new(format!("本人即当事人 {}", party.id), format!("is party {} of the case", party.id))
}

/// A near relative is a party.
pub fn found(party: &Party, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("当事人 {} 是其近亲属（{}）", party.id, title.zh),
        format!("party {} is a near relative ({})", party.id, title.en),
    )
}
