//! R01 on a person and a case, by raw edges.

use super::{CODE, NearRelative};
use crate::check::{Judge, Kin, Opinion, RuleCheck};
use crate::diag::Text;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, PartyRole, Person};

impl RuleCheck for NearRelative {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let level = rule.verdict.map_or(VerdictLevel::Block, |verdict| verdict.of(class));
        let mut opinion = Opinion::of(
            "逐一核对亲属登记，不是被审查调查人、检举人本人或者其近亲属",
            "by the kin records neither the subject nor an informant, nor a near relative of theirs",
        );
        for party in judge.facts.parties(&case.id) {
            if !matches!(party.role, PartyRole::Subject | PartyRole::Informant) {
                continue;
            }
            if party.person.as_ref() == Some(&person.id) {
                opinion.concern(
                    level,
                    Text::new(format!("就是当事人 {} 本人", party.id), format!("is party {} in person", party.id)),
                );
            } else if judge.kin.between(&(&person.id).into(), &(&party.id).into()).is_some_and(Kin::is_near_relative) {
                opinion.concern(
                    level,
                    Text::new(
                        format!("是当事人 {} 的近亲属", party.id),
                        format!("near relative of party {}", party.id),
                    ),
                );
            }
        }
        Some(opinion)
    }
}
