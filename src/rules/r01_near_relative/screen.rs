//! R01 on a person and a case.

use super::{CODE, NearRelative, phrase};
use crate::id::ActorId;
use crate::policy::{RoleClass, VerdictLevel};
use crate::pool::{Case, Party, PartyRole, Person};
use crate::screen::{Finding, Screener, ScreeningRule};
use crate::ties::TieKind;

impl ScreeningRule for NearRelative {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, screener: &Screener, person: &Person, case: &Case, _class: RoleClass) -> Vec<Finding> {
        let actor = ActorId::from(&person.id);
        let counts = |party: &&Party| matches!(party.role, PartyRole::Subject | PartyRole::Informant);
        screener
            .pool
            .parties_of(&case.id)
            .filter(counts)
            .flat_map(|party| {
                let other = ActorId::from(&party.id);
                let ties: Vec<_> = screener.ties.between(&actor, &other).cloned().collect();
                ties.into_iter().filter(|tie| matches!(tie.kind, TieKind::Kin(_))).map(|tie| Finding {
                    rule: CODE.to_string(),
                    level: VerdictLevel::Block,
                    points: 0,
                    missing_fact: false,
                    words: phrase::found(party.id.as_str()),
                    evidence: tie.evidence,
                    waived_by: None,
                })
            })
            .collect()
    }
}
