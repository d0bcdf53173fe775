//! The words of R01.

use crate::diag::Text;

/// A near relative is a party.
pub fn found(party: &str) -> Text {
    Text::new(format!("与当事人 {party} 有近亲属关系"), format!("near relative of party {party}"))
}
