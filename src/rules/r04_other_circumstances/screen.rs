//! R04 on a person and a case.

use super::{CODE, OtherCircumstances, phrase};
use crate::id::ActorId;
use crate::pool::{DeclaredTieKind, PartyRole};
use crate::screen::{Finding, Question, ScreeningRule};
use crate::ties::TieKind;
use crate::ties::kin::Relation;

impl ScreeningRule for OtherCircumstances {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let me = ActorId::from(&question.person.id);
        let ties = question.screener.facts.ties_to_case(&question.person.id, &question.case.id).iter();
        ties.filter_map(|bond| {
            let words = match bond.tie.kind {
                TieKind::Declared(kind) if is_other_circumstance(kind) => phrase::declared(bond.party, bond.tie),
                TieKind::Kin(_) => {
                    let relation = bond.tie.kinship_from(&me).filter(|relation| is_left(bond.party.role, relation))?;
                    phrase::kin(bond.party, &relation)
                }
                _ => return None,
            };
            Some(question.finding(question.level(), words, bond.tie.evidence.clone()))
        })
        .chain(subject_elsewhere(question))
        .collect()
    }
}

/// What the person's own part as the subject of other cases asks for: of those that want a team, and of those that were
/// not over when this one began.
fn subject_elsewhere<'f>(question: &'f Question) -> impl Iterator<Item = Finding> + 'f {
    let Question { screener, person, case, .. } = *question;
    let own = screener.facts.parties_who_are(&person.id).iter().copied().filter(move |party| {
        let other = party.role == PartyRole::Subject && party.case != case.id;
        other
            && screener.pool.cases.get(&party.case).is_some_and(|elsewhere| elsewhere.open || case.from <= elsewhere.to)
    });
    own.map(|party| question.finding(question.level(), phrase::subject(party), Vec::new()))
}

/// Whether such a tie, once declared, is this rule's; interests are R03's, the others R33's.
fn is_other_circumstance(kind: DeclaredTieKind) -> bool {
    match kind {
        DeclaredTieKind::Friend
        | DeclaredTieKind::DistantKin
        | DeclaredTieKind::Grudge
        | DeclaredTieKind::Loan
        | DeclaredTieKind::SwornKin
        | DeclaredTieKind::Other => true,
        DeclaredTieKind::Interest
        | DeclaredTieKind::Classmate
        | DeclaredTieKind::Townsman
        | DeclaredTieKind::Colleague => false,
    }
}

/// Whether R01 and R05 leave such kin of such a party to this rule.
fn is_left(role: PartyRole, relation: &Relation) -> bool {
    match role {
        PartyRole::Subject | PartyRole::Interested => !relation.is_near(),
        PartyRole::Informant => !relation.is_immediate(),
        PartyRole::Witness => true,
    }
}
