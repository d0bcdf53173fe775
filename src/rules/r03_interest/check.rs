//! R03 on a person and a case, by kin edges and declared interests.

use super::{CODE, Interest};
use crate::check::{Judge, Kin, Opinion, RuleCheck, is_self, level};
use crate::diag::Text;
use crate::id::ActorId;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, PartyRole, Person};

impl RuleCheck for Interest {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "本人和近亲属都不是本案利害关系人，也没有申报过与当事人的利害关系",
            "neither the person nor a near relative is an interested party or has a declared interest in a party",
        );
        for party in judge.facts.parties(&case.id).iter().filter(|party| party.role == PartyRole::Interested) {
            if is_self(party, person) || judge.kin_to(person, party).is_some_and(Kin::is_near_relative) {
                let words = Text::new(
                    format!("本人或者近亲属就是利害关系人 {}", party.id),
                    format!("the person or a near relative is interested party {}", party.id),
                );
                opinion.concern(VerdictLevel::Block, words);
            }
        }
        let me = ActorId::from(&person.id);
        let kin = judge.kin.kin_of(&me);
        let counted = kin.into_iter().filter(|(_, kin)| kin.is_near_relative() || *kin == Kin::Unknown);
        let holders = counted.map(|(actor, kin)| (actor, kin == Kin::Unknown));
        for (holder, doubtful) in std::iter::once((me, false)).chain(holders) {
            for confirmed in judge.interests(&holder, case) {
                let (level, words) = match (confirmed, doubtful) {
                    (true, true) => (
                        VerdictLevel::Review,
                        Text::new(
                            "关系远近不明的亲属与当事人有经核实的利害关系",
                            "kin of unknown degree has a confirmed interest in a party",
                        ),
                    ),
                    (true, false) => (
                        VerdictLevel::Block,
                        Text::new("与当事人有经核实的利害关系", "a confirmed interest in a party"),
                    ),
                    (false, _) => {
                        (level(rule, class), Text::new("申报与当事人有利害关系", "a declared interest in a party"))
                    }
                };
                opinion.concern(level, words);
            }
        }
        Some(opinion)
    }
}
