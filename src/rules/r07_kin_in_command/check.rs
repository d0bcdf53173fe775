//! R07 on a person and a case: kin who lead the subject's organisation.

use std::collections::BTreeSet;

use super::{CODE, KinInCommand};
use crate::check::{Judge, Kin, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::id::ActorId;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Person};

impl RuleCheck for KinInCommand {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "亲属没有在被审查调查人所在单位担任领导职务",
            "no kin in a leading post of the subject's organisation",
        );
        let workplaces = judge.facts.subjects(&case.id).flat_map(|party| judge.workplaces(party).known);
        let organs: BTreeSet<_> = workplaces.map(|(organ, _)| organ).collect();
        for (actor, kin) in judge.kin.kin_of(&ActorId::from(&person.id)) {
            if !kin.is_near() && kin != Kin::Unknown {
                continue;
            }
            let led = judge.leads(&actor);
            if led.in_doubt {
                opinion.unknown_leader(level(rule, class));
            }
            if led.known.iter().any(|organ| organs.contains(organ)) {
                let words = Text::new(
                    "亲属在被审查调查人所在单位担任领导职务",
                    "kin hold a leading post in the subject's organisation",
                );
                let strictest = if kin.is_near() { VerdictLevel::Block } else { VerdictLevel::Review };
                opinion.concern(level(rule, class).min(strictest), words);
            }
        }
        Some(opinion)
    }
}
