//! R06 on a person and a case: kin among the leaders of the handling commission, or of one a level away.

use super::{CODE, KinInTeam, phrase};
use crate::id::{ActorId, OrganisationId};
use crate::policy::VerdictLevel;
use crate::pool::Pool;
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for KinInTeam {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = *question;
        let me = ActorId::from(&person.id);
        let leads_the_case = || screener.leading_posts(&me).known.iter().any(|(organ, _)| **organ == case.body);
        let mut findings = Vec::new();
        for tie in screener.facts.kin_of(&person.id) {
            // Kin of unknown degree may be near kin.
            let Some(relation) = tie.kinship_from(&me).filter(|relation| relation.may_be_near()) else { continue };
            let level = if relation.is_near() { question.level() } else { question.level().min(VerdictLevel::Review) };
            for (organ, shown) in screener.leading_posts(tie.other(&me)).known {
                let words = if *organ == case.body {
                    phrase::kin_leads(&relation)
                } else if is_next_level(screener.pool, organ, &case.body) && leads_the_case() {
                    phrase::kin_leads_next_level(&relation)
                } else {
                    continue;
                };
                findings.push(question.finding(level, words, [tie.evidence.as_slice(), &shown].concat()));
            }
        }
        findings
    }
}

/// Whether one organisation stands right above the other.
pub(super) fn is_next_level(pool: &Pool, one: &OrganisationId, other: &OrganisationId) -> bool {
    let parent = |organ| pool.organisations.get(organ).and_then(|organ| organ.parent.as_ref());
    parent(one) == Some(other) || parent(other) == Some(one)
}
