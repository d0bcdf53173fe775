//! The words of R32.

use crate::diag::{Text, plural};
use crate::pool::Party;

/// Worked in the subject's unit, and left less than `years` ago or not at all.
pub fn worked(party: &Party, years: i64, lasting: bool) -> Text {
    let id = &party.id;
    if lasting {
        return Text::new(format!("现在被审查调查人 {id} 所在单位工作"), format!("works in the unit of subject {id}"));
    }
    Text::new(
        format!("曾在被审查调查人 {id} 所在单位工作，离开不满{years}年"),
        format!("worked in the unit of subject {id} and left less than {} ago", plural(years, "year")),
    )
}

/// Neither where the subject works nor a career is on record.
pub fn unknown(party: &Party) -> Text {
    let id = &party.id;
    Text::new(
        format!("被审查调查人 {id} 的工作单位和履历均未登记，无法排除曾在同一单位工作"),
        format!(
            "neither organisation nor career of subject {id} is on record, so having worked there cannot be ruled out"
        ),
    )
}
