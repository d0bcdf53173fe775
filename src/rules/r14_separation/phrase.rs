//! The words of R14.

use crate::diag::Text;

/// Worked on the investigation of a case in review.
pub fn investigated() -> Text {
    Text::new(
        "参加过本案的初核、立案审查调查或者留置，不得参加审理、初审",
        "worked on the investigation of this case and cannot review it",
    )
}

/// Reviewed a case that is being investigated.
pub fn reviewed() -> Text {
    Text::new("参加过本案审理或者初审，不得参加审查调查", "reviewed this case and cannot investigate it")
}

/// Worked on the case at a stage that is not on record.
pub fn stage_unknown() -> Text {
    Text::new(
        "参加过本案但办案阶段未登记，不能确定是否属于查审分离情形",
        "worked on this case at a stage that is not on record",
    )
}
