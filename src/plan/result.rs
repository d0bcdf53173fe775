//! Why the solver stopped, and the program's exit codes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diag::Text;

/// Why the search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Termination {
    /// Every tier is proven.
    Proven,
    /// The work limit was reached: the same on every machine.
    WorkLimit,
    /// The time limit was reached: another run may end elsewhere.
    TimeLimit,
    /// The user stopped it; reserved: no plan is written then.
    Interrupted,
    /// The solver's floating-point arithmetic contradicted itself; what was reached until then holds.
    Numerical,
    /// No plan obeys the hard rules; reserved: there is no plan to write then.
    Infeasible,
}

impl Termination {
    /// The sentence that reports print.
    pub fn sentence(self) -> Text {
        match self {
            Termination::Proven => Text::new("各层目标均已证明最优", "every tier is proven optimal"),
            Termination::WorkLimit => Text::new("达到计算量上限", "stopped at the work limit"),
            Termination::TimeLimit => {
                Text::new("达到时间上限，结果不可逐字重现", "stopped at the time limit; another run may differ")
            }
            Termination::Numerical => Text::new(
                "求解器因数值误差停止，已得结果仍然有效",
                "the solver stopped on a numerical difficulty; what was reached until then holds",
            ),
            Termination::Interrupted => Text::new("被用户中断", "stopped by the user"),
            Termination::Infeasible => Text::new("在硬性规则下无可行方案", "no plan obeys the hard rules"),
        }
    }
}

/// The program's exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ExitCode {
    /// Every slot is filled and every tier proven; or the command did what it was asked.
    Success = 0,
    /// The command line is wrong.
    Usage = 2,
    /// The input has errors.
    BadInput = 3,
    /// The hard rules contradict each other (only with `--require`, `--no-open`, pins or current assignments).
    Infeasible = 4,
    /// No plan was found within the limit.
    NoPlanWithinLimit = 5,
    /// The independent checker found a fault in a plan.
    VerificationFailed = 6,
    /// Every tier is proven, but slots stay open.
    OpenSlots = 7,
    /// A plan without complete proof.
    Unproven = 8,
    /// A fault of the program itself.
    Internal = 70,
}
