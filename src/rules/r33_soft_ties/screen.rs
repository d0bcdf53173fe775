//! R33 on a person and a case.

use super::{CODE, SoftTies, phrase};
use crate::policy::VerdictLevel;
use crate::pool::{DeclaredTieKind, PartyRole};
use crate::screen::{CareerWindow, Finding, Question, ScreeningRule};
use crate::ties::TieKind;

impl ScreeningRule for SoftTies {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, rule, .. } = *question;
        let ties = screener.facts.ties_to_case(&person.id, &case.id).iter();
        let known = ties.filter(|bond| bond.party.role == PartyRole::Subject && is_soft(bond.tie.kind)).map(|bond| {
            let strict = question.level() >= VerdictLevel::Review;
            let weak = strict && bond.tie.points < rule.number("lead_review_points");
            let level = if weak { VerdictLevel::Warn } else { question.level() };
            let finding = question.finding(level, phrase::tied(bond.party, bond.tie), bond.tie.evidence.clone());
            finding.weighing(bond.tie.points)
        });
        let subjects: Vec<_> = question.other_subjects().collect();
        let years = rule.number("record_years");
        let window = CareerWindow::of_years(screener.as_of, years, rule.number("gap_days"));
        let days = screener.policy.rules.declaration_days();
        let asked = !subjects.is_empty() && !screener.facts.declared_none_for(&person.id, case, screener.as_of, days);
        let untold = asked.then(|| screener.facts.untold_of(person, &window)).flatten();
        let own = untold.and_then(|untold| question.missing(phrase::untold(years, untold)));
        let unknown = subjects.into_iter().filter_map(|party| {
            if screener.facts.is_work_unknown(party, &window) {
                question.missing(phrase::unknown(party))
            } else if asked && screener.facts.is_past_unknown(party, &window) {
                question.missing(phrase::past_unknown(party))
            } else {
                None
            }
        });
        known.chain(own).chain(unknown).collect()
    }
}

/// Whether the kind of tie is this rule's: kin, interests, friends and stationing have rules of their own.
fn is_soft(kind: TieKind) -> bool {
    match kind {
        TieKind::Colleague | TieKind::Superior | TieKind::Classmate | TieKind::Townsman | TieKind::CoHandled => true,
        TieKind::Declared(declared) => {
            matches!(declared, DeclaredTieKind::Classmate | DeclaredTieKind::Townsman | DeclaredTieKind::Colleague)
        }
        TieKind::Kin(_) | TieKind::HostLeadership => false,
    }
}
