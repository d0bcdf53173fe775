//! The words of R02.

use crate::diag::Text;
use crate::pool::Party;

/// The person is a witness.
pub fn is_witness(party: &Party) -> Text {
    Text::new(format!("本人是本案证人 {}", party.id), format!("is witness {} in the case", party.id))
}
