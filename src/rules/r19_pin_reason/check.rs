//! R19 on a finished plan.

use super::{CODE, PinReason};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject};
use crate::diag::Text;
use crate::policy::Rule;

impl RuleCheck for PinReason {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let pins = judge.pool.pins.iter().filter(|pin| docket.plan.input.cases.contains(&pin.case)).map(|pin| {
            let mut faults = Vec::new();
            if pin.reason.trim().is_empty() {
                faults.push(Text::new("指定或者排除没有写明理由", "the pin or ban has no reason"));
            }
            if pin.approver.trim().is_empty() {
                faults.push(Text::new("指定或者排除没有批准人", "the pin or ban has no approver"));
            }
            let found = Text::new(
                format!("理由：{}；批准人：{}", pin.reason, pin.approver),
                format!("reason: {}; approved by {}", pin.reason, pin.approver),
            );
            Entry::of_faults(Subject::assignment(&pin.case, &pin.person), CODE, faults, found)
        });
        pins.collect()
    }
}
