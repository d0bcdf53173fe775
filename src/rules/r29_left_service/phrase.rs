//! The words of R29.

use jiff::civil::Date;

use crate::diag::Text;

/// Out of the service.
pub fn left(day: Date) -> Text {
    Text::new(format!("已离岗离职（{day}起）"), format!("left the service ({day})"))
}

/// Will be out of the service before the work ends.
pub fn leaves(day: Date) -> Text {
    Text::new(format!("办案期间将离岗离职（{day}起）"), format!("leaves the service during the case ({day})"))
}
