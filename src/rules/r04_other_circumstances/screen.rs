//! R04 on a person and a case.

use std::collections::BTreeSet;

use super::{CODE, OtherCircumstances, phrase};
use crate::id::{ActorId, OrganisationId, PersonId};
use crate::pool::{DeclaredTieKind, PartyRole, Pool, Position};
use crate::screen::{Finding, Question, ScreeningRule, organisations_above};
use crate::ties::kin::Relation;
use crate::ties::{Tie, TieKind, words};

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
        .chain(kin_with_interest(question))
        .chain(subject_elsewhere(question))
        .chain(kin_in_charge(question))
        .collect()
    }
}

/// Interests in a party that kin beyond the lists of R03 and R05 have.
fn kin_with_interest<'f>(question: &'f Question) -> impl Iterator<Item = Finding> + 'f {
    let Question { screener, person, case, .. } = *question;
    let me = ActorId::from(&person.id);
    let kin = screener
        .facts
        .kin_of(&person.id)
        .iter()
        .filter_map(move |tie| Some((*tie, tie.kinship_from(&me)?, tie.other(&me).clone())));
    kin.filter(|(_, relation, _)| !relation.may_be_near()).flat_map(move |(tie, relation, holder)| {
        let shared = screener.interests_in(&holder, case).into_iter();
        shared.map(move |(party, row)| {
            let shown = [tie.evidence.as_slice(), &[words::declared(screener.pool, row)]].concat();
            question.finding(question.level(), phrase::kin_interest(party, &relation), shown)
        })
    })
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

/// Kin who lead an organisation that has a say in the case. Near kin, or kin of unknown degree, who lead a subject's own
/// or the handling commission are R07's and R06's; former spouses and birth kin of the adopted are this rule's there, too.
fn kin_in_charge(question: &Question) -> Vec<Finding> {
    let Question { screener, person, case, .. } = *question;
    let (pool, facts, me) = (screener.pool, &screener.facts, ActorId::from(&person.id));
    let mut findings = Vec::new();
    for tie in facts.kin_of(&person.id) {
        let Some(relation) = tie.kinship_from(&me) else { continue };
        let once_near = relation.was_near();
        if !once_near && !relation.may_be_near() {
            continue;
        }
        let posts = screener.leading_posts(tie.other(&me));
        if once_near && posts.in_doubt {
            findings.extend(question.missing(phrase::kin_lead_unknown(&relation)));
        }
        findings.extend(stationed_over(question, &relation, tie));
        for (organ, shown) in posts.known {
            let name = pool.organisations.get(organ).map_or(organ.as_str(), |found| found.name.as_str());
            let mut evidence = [tie.evidence.as_slice(), &shown].concat();
            let subjects = facts.parties(&case.id).iter().filter(|party| party.role == PartyRole::Subject);
            let workplaces = subjects.flat_map(|party| facts.workplaces_of(party, screener.as_of));
            let organs: BTreeSet<&OrganisationId> = workplaces.map(|it| it.organisation).collect();
            let words = if organs.contains(organ) {
                once_near.then(|| phrase::kin_lead(name, &relation))
            } else if let Some(line) = organs.into_iter().find_map(|below| line_up(pool, below, organ)) {
                evidence.push(words::line_of_organisations(pool, &line));
                Some(phrase::kin_lead_above(name, &relation))
            } else {
                (once_near && *organ == case.body).then(|| phrase::kin_lead_case(&relation))
            };
            findings.extend(words.map(|words| question.finding(question.level(), words, evidence)));
        }
    }
    findings
}

/// Kin who head the group stationed at a subject's organisation: they sit in its leadership.
fn stationed_over(question: &Question, relation: &Relation, tie: &Tie) -> Option<Finding> {
    let Question { screener, person, case, .. } = *question;
    let kin = screener.pool.people.get(&PersonId::new(tie.other(&ActorId::from(&person.id)).as_str()))?;
    let unit = screener.pool.units.get(&kin.unit).filter(|_| kin.position == Position::Head)?;
    let host = unit.host.as_ref()?;
    let subjects = screener.facts.parties(&case.id).iter().filter(|party| party.role == PartyRole::Subject);
    let mut workplaces = subjects.flat_map(|party| screener.facts.workplaces_of(party, screener.as_of));
    workplaces.any(|workplace| workplace.organisation == host).then(|| {
        let name = screener.pool.organisations.get(host).map_or(host.as_str(), |found| found.name.as_str());
        let evidence = [tie.evidence.as_slice(), &[words::works_in_unit(screener.pool, kin, unit)]].concat();
        question.finding(question.level(), phrase::kin_stationed(name, relation), evidence)
    })
}

/// The organisations from one to another that stands above it.
fn line_up<'a>(pool: &'a Pool, from: &'a OrganisationId, to: &OrganisationId) -> Option<Vec<&'a OrganisationId>> {
    let mut line = vec![from];
    line.extend(organisations_above(pool, from));
    let last = line.iter().skip(1).position(|organ| *organ == to)?;
    line.truncate(last + 2);
    Some(line)
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
