//! R06 kin-in-one-team 亲属不同组.
//!
//! **What it requires.** Near kin do not serve in one team. Whoever has near kin among the leaders of the handling commission
//! does not serve in its cases, nor does a leader of it whose kin lead a commission one level away.
//!
//! **Source.** 监察官法 §24; one team is our reading.
//!
//! **Formulation.** For each kin pair and case: the options of both add up to at most one. On a person and a case:
//! block for near kin who lead the case's `body` (position 委班子成员, a party of the leadership, or a relative in a
//! leading post of that organisation), and for a leader of the `body` whose kin lead its parent organisation or one
//! whose parent it is. Kin of unknown degree are kept apart, and go to review here. Former spouses, and
//! kin only through the birth parents of somebody adopted, are not on the law's list; they are kept apart as well, and as
//! for leaders they are R04's.
//!
//! Who may hold which post binds no team: `check` warns (W0517) of each pair of near kin who serve in one unit, of
//! whom one leads the other's commission, or who lead commissions one level apart, external bodies aside.
//!
//! **Example.** Two cousins from different counties never sit in the same team.
//!
//! **Known gaps.** As R01. Levels are those of the organisations table. A commission entered as one unit counts as one department.

mod check;
mod phrase;
mod post;
mod posts;
mod screen;

pub use posts::kin_in_posts;

/// The rule.
pub struct KinInTeam;

/// The rule's code.
pub(super) const CODE: &str = "R06";
