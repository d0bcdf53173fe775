//! R02 on a person and a case, by the party table.

use super::{CODE, Witness};
use crate::check::{Judge, Opinion, RuleCheck, is_self, level};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, PartyRole, Person};

impl RuleCheck for Witness {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of("没有担任过本案证人", "no witness in the case");
        let witnesses = judge.facts.parties(&case.id).iter().filter(|party| party.role == PartyRole::Witness);
        for party in witnesses.filter(|party| is_self(party, person)) {
            let words = Text::new(format!("就是本案证人 {}", party.id), format!("is witness {} of the case", party.id));
            opinion.concern(level(rule, class), words);
        }
        Some(opinion)
    }
}
