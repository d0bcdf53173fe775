//! R05 on a person and a case, by raw edges.

use super::{CODE, KinOfInterested};
use crate::check::{Judge, Kin, Opinion, RuleCheck, is_self, level};
use crate::diag::Text;
use crate::id::ActorId;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, PartyRole, Person};

impl RuleCheck for KinOfInterested {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "双向核对配偶、直系、三代以内旁系和近姻亲，均不是被审查调查人或者利害关系人，与当事人也没有登记的利害关系",
            "on neither side's list of spouse, lineal, collateral and affine kin stands the subject or an interested party, or anybody with an interest in a party",
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
        for (actor, kin) in judge.kin.kin_of(&ActorId::from(&person.id)) {
            if !kin.is_near() || kin.is_near_relative() {
                continue;
            }
            for confirmed in judge.interests(&actor, case) {
                let strictest = if confirmed { VerdictLevel::Block } else { VerdictLevel::Review };
                let words = Text::new("事项涉及亲属的利害关系", "the matter touches an interest of kin");
                opinion.concern(level(rule, class).min(strictest), words);
            }
        }
        Some(opinion)
    }
}
