//! R33 on a person and a case, by ties worked out anew.

use super::{CODE, SoftTies};
use crate::check::{BondKind, Judge, Opinion, RuleCheck, is_self, level};
use crate::diag::{Text, plural};
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, DeclaredTieKind, Person};

impl RuleCheck for SoftTies {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "与被审查调查人没有同学、同乡、同事、上下级、共同办案等关系",
            "no classmate, townsman, colleague, superior or fellow investigator of the subject",
        );
        let (years, gap) = (rule.number("record_years"), rule.number("gap_days"));
        let limit = judge.policy.rules.declaration_days();
        let silent = judge.hides_career(person, years, gap) && !judge.denies_ties(person, case, limit);
        if silent && judge.has_other_subject(person, &case.id) {
            opinion.unknown_career(level(rule, class), years);
        }
        for party in judge.facts.subjects(&case.id) {
            let other = !is_self(party, person);
            if judge.hides_work(party, years) && other {
                opinion.unknown_subject(level(rule, class), party);
            } else if other && !judge.denies_ties(person, case, limit) && judge.hides_past(party, years) {
                let words = Text::new(
                    format!("不知道 {} 近年的履历", party.id),
                    format!("the recent career of {} is not known", party.id),
                );
                opinion.unknown_fact(level(rule, class), words);
            }
            for bond in judge.bonds_with_party(person, party).into_iter().filter(|bond| is_soft(bond.kind)) {
                let mut level = level(rule, class);
                if level > VerdictLevel::Warn && bond.points < rule.number("lead_review_points") {
                    level = VerdictLevel::Warn;
                }
                let words = Text::new(
                    format!("与 {}：{}（{} 分）", party.id, bond.words.zh, bond.points),
                    format!("with {}: {} ({})", party.id, bond.words.en, plural(bond.points, "point")),
                );
                opinion.weighed(level, bond.points, words);
            }
        }
        Some(opinion)
    }
}

fn is_soft(kind: BondKind) -> bool {
    match kind {
        BondKind::Colleague | BondKind::Superior | BondKind::Classmate | BondKind::Townsman | BondKind::CoHandled => {
            true
        }
        BondKind::HostLeadership => false,
        BondKind::Declared(kind) => {
            [DeclaredTieKind::Classmate, DeclaredTieKind::Townsman, DeclaredTieKind::Colleague].contains(&kind)
        }
    }
}
