//! The words of R06.

use crate::diag::Text;
use crate::id::ActorId;
use crate::pool::Pool;
use crate::ties::kin::Relation;
use crate::ties::words::label;

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

/// Near kin in one unit; `relation` is seen from the first of `ends`.
pub fn serve_in_one_unit(pool: &Pool, ends: (&ActorId, &ActorId), relation: Relation, unit: &str) -> Text {
    let (me, other, title) = (label(pool, ends.0), label(pool, ends.1), relation.title());
    Text::new(
        format!("{}与其{}{}同在“{unit}”任职", me.zh, title.zh, other.zh),
        format!("{} serves in {unit} together with near kin: {}, {}", me.en, other.en, title.en),
    )
}

/// Near kin in the commission that the first of `ends` helps to lead.
pub fn serve_under_kin(pool: &Pool, ends: (&ActorId, &ActorId), relation: Relation, commission: &str) -> Text {
    let (leader, other, title) = (label(pool, ends.0), label(pool, ends.1), relation.title());
    Text::new(
        format!("{}是“{commission}”的领导班子成员，其{}{}也在该委任职", leader.zh, title.zh, other.zh),
        format!("{} is among the leaders of {commission}, where near kin serve: {}, {}", leader.en, other.en, title.en),
    )
}

/// Near kin who lead commissions one level apart, in the order of `ends`.
pub fn lead_next_levels(
    pool: &Pool,
    ends: (&ActorId, &ActorId),
    relation: Relation,
    [mine, theirs]: [&str; 2],
) -> Text {
    let (me, other, title) = (label(pool, ends.0), label(pool, ends.1), relation.title());
    Text::new(
        format!("{}与其{}{}分别是相邻两级的“{mine}”和“{theirs}”的领导班子成员", me.zh, title.zh, other.zh),
        format!(
            "{} is among the leaders of {mine}, and near kin of {theirs}, one level away: {}, {}",
            me.en, other.en, title.en
        ),
    )
}

/// What to do about near kin whose posts exclude each other.
pub fn move_one() -> Text {
    Text::new(
        "任职回避（R06）：通过交流调整其中一人的岗位；不影响组队，二人不会编入同一专案组。",
        "Posts that exclude each other (R06): move one of them to another. Teams are planned all the same, never with both in one.",
    )
}
