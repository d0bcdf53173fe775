//! R01 on a person and a case, by raw edges.

use super::{CODE, NearRelative};
use crate::check::{Judge, Kin, Opinion, RuleCheck, is_self, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, PartyRole, Person};

impl RuleCheck for NearRelative {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "逐一核对亲属登记，不是被审查调查人、检举人本人或者其近亲属",
            "by the kin records neither the subject nor an informant, nor a near relative of theirs",
        );
        for party in judge.facts.parties(&case.id) {
            if !matches!(party.role, PartyRole::Subject | PartyRole::Informant) {
                continue;
            }
            if is_self(party, person) {
                let words =
                    Text::new(format!("就是当事人 {} 本人", party.id), format!("is party {} in person", party.id));
                opinion.concern(level(rule, class), words);
            } else if judge.kin_to(person, party).is_some_and(Kin::is_near_relative) {
                let words = Text::new(
                    format!("是当事人 {} 的近亲属", party.id),
                    format!("near relative of party {}", party.id),
                );
                opinion.concern(level(rule, class), words);
            }
        }
        Some(opinion)
    }
}
