//! The words of R04.

use crate::diag::Text;
use crate::pool::Party;
use crate::ties::Tie;
use crate::ties::kin::Relation;

/// A declared tie.
pub fn declared(party: &Party, tie: &Tie) -> Text {
    let title = tie.kind.title();
    Text::new(format!("与当事人 {} 有{}", party.id, title.zh), format!("{} of party {}", title.en, party.id))
}

/// Kin whom the stricter rules leave to review.
pub fn kin(party: &Party, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("当事人 {} 是其亲属（{}）", party.id, title.zh),
        format!("party {} is kin ({})", party.id, title.en),
    )
}

/// Kin beyond the lists have an interest in a party.
pub fn kin_interest(party: &Party, relation: &Relation) -> Text {
    let (id, title) = (&party.id, relation.title());
    Text::new(
        format!("其{}与当事人 {id} 有利害关系", title.zh),
        format!("kin ({}) have an interest with party {id}", title.en),
    )
}

/// The person is the subject of another case.
pub fn subject(party: &Party) -> Text {
    let (id, case) = (&party.id, &party.case);
    Text::new(format!("本人是案件 {case} 的被审查调查人（{id}）"), format!("is the subject of case {case} ({id})"))
}

/// Kin lead the subject's organisation.
pub fn kin_lead(organisation: &str, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}在案件涉及的{organisation}担任领导职务", title.zh),
        format!("{} in a leading post at {organisation}, the organ of the case", title.en),
    )
}

/// Kin are among the leaders of the handling commission.
pub fn kin_lead_case(relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}是承办机关的领导班子成员", title.zh),
        format!("{} among the leaders of the handling commission", title.en),
    )
}

/// Kin lead an organisation that nobody knows.
pub fn kin_lead_unknown(relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}担任领导职务，所在单位未登记，无法排除是本案涉及的单位或者承办机关", title.zh),
        format!(
            "{} in a leading post nobody knows where: it may be at the organ or the handling commission of the case",
            title.en
        ),
    )
}

/// Kin lead an organisation above the subject's.
pub fn kin_lead_above(organisation: &str, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}在{organisation}担任领导职务，案件涉及其下属单位", title.zh),
        format!("kin ({}) hold a leading post at {organisation}, under which the organ of the case stands", title.en),
    )
}

/// Kin head the group stationed at the subject's organisation.
pub fn kin_stationed(organisation: &str, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}是派驻案件涉及的{organisation}的派驻机构负责人", title.zh),
        format!("{} heads the group stationed at {organisation}, the organ of the case", title.en),
    )
}
