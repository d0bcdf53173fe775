//! The words of R07.

use crate::diag::Text;
use crate::ties::kin::Relation;

/// Near kin lead the subject's organisation.
pub fn kin_lead(organisation: &str, relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}在案件涉及的{organisation}担任领导职务", title.zh),
        format!("kin ({}) hold a leading post at {organisation}, the organ of the case", title.en),
    )
}

/// Near kin lead an organisation that nobody knows.
pub fn kin_lead_unknown(relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}担任领导职务，所在单位未登记，无法排除是本案涉及的单位或者承办机关", title.zh),
        format!(
            "kin ({}) hold a leading post nobody knows where: it may be at the organ or the handling commission of the case",
            title.en
        ),
    )
}
