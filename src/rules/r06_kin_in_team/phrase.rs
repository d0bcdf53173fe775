//! The words of R06.

use crate::diag::Text;
use crate::ties::kin::Relation;

/// Kin among the leaders of the commission that handles the case.
pub fn kin_leads(relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("其{}是承办机关的领导班子成员", title.zh),
        format!("kin ({}) are among the leaders of the handling commission", title.en),
    )
}

/// A leader of the handling commission with kin who lead one a level away.
pub fn kin_leads_next_level(relation: &Relation) -> Text {
    let title = relation.title();
    Text::new(
        format!("本人是承办机关的领导班子成员，其{}是相邻一级纪委监委的领导班子成员", title.zh),
        format!("a leader of the handling commission, whose kin ({}) lead a commission one level away", title.en),
    )
}
