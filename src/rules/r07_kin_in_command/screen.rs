//! R07 on a person and a case.

use std::collections::BTreeSet;

use super::{CODE, KinInCommand, phrase};
use crate::id::{ActorId, OrganisationId};
use crate::policy::VerdictLevel;
use crate::pool::{PartyRole, Pool};
use crate::screen::{Finding, Question, ScreeningRule, leading_post, organisations_above};
use crate::ties::words;

impl ScreeningRule for KinInCommand {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, .. } = *question;
        let pool = screener.pool;
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
            let Some((organ, post)) = leading_post(pool, tie.other(&me)) else { continue };
            let name = pool.organisations.get(organ).map_or(organ.as_str(), |found| found.name.as_str());
            let mut shown = [tie.evidence.as_slice(), &[post]].concat();
            let (certain, words) = if organs.contains(organ) {
                (relation.is_near(), phrase::kin_lead(name, &relation))
            } else if let Some(line) = organs.iter().find_map(|below| line_up(pool, below, organ)) {
                shown.push(words::line_of_organisations(pool, &line));
                // That the law reaches the organs below is inferred.
                (false, phrase::kin_lead_above(name, &relation))
            } else {
                continue;
            };
            let level = if certain { question.level() } else { question.level().min(VerdictLevel::Review) };
            findings.push(question.finding(level, words, shown));
        }
        findings
    }
}

/// The organisations from one to another that stands above it.
fn line_up<'a>(pool: &'a Pool, from: &'a OrganisationId, to: &OrganisationId) -> Option<Vec<&'a OrganisationId>> {
    let mut line = vec![from];
    line.extend(organisations_above(pool, from));
    let last = line.iter().skip(1).position(|organ| *organ == to)?;
    line.truncate(last + 2);
    Some(line)
}
