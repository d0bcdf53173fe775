//! M08 as a condition on who may serve.

use super::{CODE, PartTimeHeads};
use crate::diag::Text;
use crate::policy::Rule;
use crate::pool::{Position, UnitKind};
use crate::rules::frame::{Candidate, TeamRule};

impl TeamRule for PartTimeHeads {
    fn code(&self) -> &'static str {
        CODE
    }

    fn admits(&self, rule: &Rule, candidate: &Candidate) -> Result<(), Text> {
        let most = rule.number("load");
        let head = candidate.person.position == Position::Head && candidate.unit.kind == UnitKind::Stationed;
        if head && candidate.load > most {
            return Err(Text::new(
                format!("派驻组组长只按 {most}‰ 参加，岗位需要 {}‰", candidate.load),
                format!("heads of stationed groups give at most {most}‰, the role takes {}‰", candidate.load),
            ));
        }
        Ok(())
    }
}
