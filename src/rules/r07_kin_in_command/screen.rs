//! R07 on a person and a case.

use std::collections::BTreeSet;

use super::{CODE, KinInCommand, phrase};
use crate::id::{ActorId, OrganisationId};
use crate::policy::VerdictLevel;
use crate::pool::PartyRole;
use crate::screen::{Finding, Question, ScreeningRule};

impl ScreeningRule for KinInCommand {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = *question;
        let kin = screener.facts.kin_of(&person.id);
        if kin.is_empty() {
            return Vec::new();
        }
        let subjects = screener.facts.parties(&case.id).iter().filter(|party| party.role == PartyRole::Subject);
        let organs: BTreeSet<&OrganisationId> = subjects
            .flat_map(|party| screener.facts.workplaces_of(party, screener.as_of))
            .map(|it| it.organisation)
            .collect();
        let me = ActorId::from(&person.id);
        let mut findings = Vec::new();
        for tie in kin {
            // Kin of unknown degree may be near kin.
            let Some(relation) = tie.kinship_from(&me).filter(|relation| relation.may_be_near()) else { continue };
            let level = if relation.is_near() { question.level() } else { question.level().min(VerdictLevel::Review) };
            let posts = screener.leading_posts(tie.other(&me));
            for (organ, shown) in posts.known.into_iter().filter(|(organ, _)| organs.contains(organ)) {
                let name = screener.pool.organisations.get(organ).map_or(organ.as_str(), |found| found.name.as_str());
                let shown = [tie.evidence.as_slice(), &shown].concat();
                findings.push(question.finding(level, phrase::kin_lead(name, &relation), shown));
            }
            if posts.in_doubt {
                findings.extend(question.missing(phrase::kin_lead_unknown(&relation)));
            }
        }
        findings
    }
}
