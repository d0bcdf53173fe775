//! The words of R21.

use crate::diag::Text;

/// Grew up in the county of the case.
pub fn home(county: &str) -> Text {
    Text::new(format!("案件所在的{county}是其成长地"), format!("grew up in {county}, where the case is"))
}

/// The place of upbringing is not known well enough.
pub fn unknown() -> Text {
    Text::new(
        "成长地未登记到县（市、区），不能排除成长地回避",
        "county of upbringing not on record, so the home-county rule cannot be ruled out",
    )
}
