//! Rule numbers without a rule.

use crate::diag::Text;

/// Numbers of the R series that no rule bears, and why.
pub fn reserved() -> Vec<(&'static str, Text)> {
    let kept = || {
        Text::new(
            "预留编号，暂无规则；编号不挪作他用",
            "kept free; no rule bears the number and none is renumbered to it",
        )
    };
    ["R09", "R16", "R28", "R30", "R31"].into_iter().map(|code| (code, kept())).collect()
}
