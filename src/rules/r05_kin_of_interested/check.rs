//! R05 on a person and a case, by raw edges.

use super::{CODE, KinOfInterested};
use crate::check::{Judge, Kin, Opinion, RuleCheck, is_self, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, PartyRole, Person};

impl RuleCheck for KinOfInterested {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "双向核对配偶、直系、三代以内旁系和近姻亲，均不是被审查调查人或者利害关系人",
            "on neither side's list of spouse, lineal, collateral and affine kin stands the subject or an interested party",
        );
        for party in judge.facts.parties(&case.id) {
            if !matches!(party.role, PartyRole::Subject | PartyRole::Interested) {
                continue;
            }
            if is_self(party, person) || judge.kin_to(person, party).is_some_and(Kin::is_near) {
                let words = Text::new(
                    format!("事项涉及本人或者亲属 {}", party.id),
                    format!("the matter touches the person or kin, {}", party.id),
                );
                opinion.concern(level(rule, class), words);
            }
        }
        Some(opinion)
    }
}
