//! The words of R27.

use crate::diag::Text;
use crate::pool::Clearance;

/// The clearance is too low.
pub fn too_low(has: Clearance, needs: Clearance) -> Text {
    let (has, needs) = (has.title(), needs.title());
    Text::new(
        format!("涉密等级（{}）低于案件密级（{}）", has.zh, needs.zh),
        format!("clearance ({}) below the case's level ({})", has.en, needs.en),
    )
}
