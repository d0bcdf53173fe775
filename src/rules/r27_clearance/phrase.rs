//! The words of R27.

use crate::diag::Text;
use crate::pool::Clearance;

/// The clearance is too low.
pub fn too_low(has: Clearance, needs: Clearance) -> Text {
    let (has, needs) = (title(has), title(needs));
    Text::new(
        format!("涉密等级（{}）低于案件密级（{}）", has.zh, needs.zh),
        format!("clearance ({}) below the case's level ({})", has.en, needs.en),
    )
}

fn title(clearance: Clearance) -> Text {
    match clearance {
        Clearance::None => Text::new("非涉密", "none"),
        Clearance::Confidential => Text::new("秘密", "confidential"),
        Clearance::Secret => Text::new("机密", "secret"),
        Clearance::TopSecret => Text::new("绝密", "top secret"),
    }
}
