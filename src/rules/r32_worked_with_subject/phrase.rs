//! The words of R32.

use std::collections::BTreeSet;

use crate::diag::{Text, plural};
use crate::pool::Party;
use crate::screen::{Untold, words};

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

/// Nobody knows where the subject works.
pub fn unknown(party: &Party) -> Text {
    let id = &party.id;
    Text::new(
        format!("被审查调查人 {id} 的工作单位未登记，履历也查不到现任单位，无法排除曾在同一单位工作"),
        format!(
            "where subject {id} works is not on record, nor known from the career, so having worked there cannot be ruled out"
        ),
    )
}

/// Where the person worked in the last years is not on record.
pub fn untold(years: i64, untold: Untold) -> Text {
    let Text { zh, en } = words::untold(years, untold);
    Text::new(
        format!("{zh}，无法排除曾在被审查调查人所在单位工作"),
        format!("{en}, so having worked in a subject's unit cannot be ruled out"),
    )
}

/// The person worked, until lately, for employers that are not on file.
pub fn unmatched(employers: &BTreeSet<&str>) -> Text {
    let quoted = |open: &str, close: &str, blank: &str| -> Vec<String> {
        let each = employers.iter();
        each.map(|name| if name.is_empty() { blank.to_string() } else { format!("{open}{name}{close}") }).collect()
    };
    Text::new(
        format!(
            "履历中的{}与机构表对应不上，无法排除就是被审查调查人所在单位",
            quoted("“", "”", "空白单位").join("、")
        ),
        format!(
            "{} in the career matches no organisation on file, so it cannot be ruled out that it is a subject's unit",
            quoted("“", "”", "a blank employer").join(", ")
        ),
    )
}
