//! The words of R34.

use std::collections::BTreeSet;

use crate::diag::{Text, plural};
use crate::pool::Party;

/// Stationed at the subject's organ, now or lately.
pub fn stationed(party: &Party, years: i64, head: bool, now: bool) -> Text {
    let id = &party.id;
    let (zh, en) = match (head, now) {
        (true, true) => ("现任派驻其单位的派驻机构负责人".to_string(), "heads the group stationed there".to_string()),
        (false, true) => ("现驻其单位".to_string(), "is stationed there".to_string()),
        (true, false) => (
            format!("{years}年内曾任派驻其单位的派驻机构负责人"),
            format!("headed the group stationed there less than {} ago", plural(years, "year")),
        ),
        (false, false) => {
            (format!("{years}年内曾驻其单位"), format!("was stationed there less than {} ago", plural(years, "year")))
        }
    };
    Text::new(format!("被审查调查人 {id}：{zh}"), format!("organ of subject {id}: {en}"))
}

/// Stationed at an organ above the subject's, now or lately.
pub fn stationed_above(party: &Party, host: &str, years: i64, head: bool, now: bool) -> Text {
    let id = &party.id;
    let (zh, en) = match (head, now) {
        (true, true) => ("现任该派驻机构负责人".to_string(), "heads the group stationed at the host".to_string()),
        (false, true) => (format!("现驻{host}"), "is stationed at the host".to_string()),
        (true, false) => (
            format!("{years}年内曾任该派驻机构负责人"),
            format!("headed the group stationed at the host less than {} ago", plural(years, "year")),
        ),
        (false, false) => (
            format!("{years}年内曾驻{host}"),
            format!("was stationed at the host less than {} ago", plural(years, "year")),
        ),
    };
    Text::new(
        format!("被审查调查人 {id} 所在单位是驻在单位{host}的下属单位：{zh}"),
        format!("organ of subject {id}, under the host {host}: {en}"),
    )
}

/// Nobody knows where the subject works.
pub fn unknown(party: &Party) -> Text {
    let id = &party.id;
    Text::new(
        format!("被审查调查人 {id} 的工作单位未登记，履历也查不到现任单位，无法排除现驻或者曾驻该单位"),
        format!(
            "where subject {id} works is not on record, nor known from the career, so having been stationed there cannot be ruled out"
        ),
    )
}

/// Stationed at the subject's organ or above it, nobody knows as what.
pub fn untold(party: &Party) -> Text {
    let id = &party.id;
    Text::new(
        format!("曾驻被审查调查人 {id} 所在单位或者其上级单位，职务层次未登记，无法排除曾任派驻机构负责人"),
        format!(
            "was stationed at the organ of subject {id} or above it in a position that is not on record, so having headed the group cannot be ruled out"
        ),
    )
}

/// Of a stationed group of which nobody knows where it is stationed.
pub fn hostless() -> Text {
    Text::new(
        "所在派驻组的驻在单位未登记，无法排除现驻被审查调查人所在单位",
        "the host of the person's stationed group is not on record, so being stationed at the subject's organ cannot be ruled out",
    )
}

/// Stationed at hosts that are not on file.
pub fn unmatched(hosts: &BTreeSet<&str>) -> Text {
    let hosts: Vec<&str> = hosts.iter().copied().collect();
    Text::new(
        format!("履历中驻在的单位不在机构表（{}），无法排除曾驻被审查调查人所在单位", hosts.join("、")),
        format!(
            "the career names a host that is not on file ({}), so having been stationed at the subject's organ cannot be ruled out",
            hosts.join(", ")
        ),
    )
}
