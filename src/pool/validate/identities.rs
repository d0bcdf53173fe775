//! One id space for people, parties and relatives; informants without a name; nothing tied to itself.

use super::{Checks, Place};
use crate::diag::{Text, codes};
use crate::id::ActorId;
use crate::pool::PartyRole;
use crate::pool::read::{
    Column,
    tables::{adjacency, declared_ties, kin, parties, relatives},
};

pub(super) fn check(checks: &mut Checks) {
    clashes(checks);
    informants(checks);
    relations_with_oneself(checks);
}

fn clashes(checks: &mut Checks) {
    let pool = checks.pool;
    for (place, party) in checks.records::<parties::Parties>() {
        if pool.people.contains_key(&party.id.as_str().into()) {
            clash(checks, place, &parties::ID, party.id.as_str(), ("人员表", "the people table"));
        }
    }
    for (place, relative) in checks.records::<relatives::Relatives>() {
        let id = relative.id.as_str();
        if pool.people.contains_key(&id.into()) {
            clash(checks, place, &relatives::ID, id, ("人员表", "the people table"));
        } else if pool.parties.contains_key(&id.into()) {
            clash(checks, place, &relatives::ID, id, ("涉案人员表", "the parties table"));
        }
    }
}

fn clash(checks: &mut Checks, place: Place, column: &Column, id: &str, (zh, en): (&str, &str)) {
    checks.error(
        codes::E0304,
        place.cell(column, id),
        Text::new(format!("{zh}中已有这个编号"), format!("{en} already has this id")),
        Text::new(
            "人员、涉案人员、亲属共用一套编号：改用另一个编号；若是同一人，涉案人员填“对应人员”列。",
            "People, parties and relatives share one id space: take another id; a party who is on the roster is named in “person”.",
        ),
    );
}

fn informants(checks: &mut Checks) {
    for (place, party) in checks.reading::<parties::Parties>(&[&parties::ROLE, &parties::NAME]) {
        if party.role == PartyRole::Informant && party.name.is_some() {
            checks.error(
                codes::E0504,
                place.column(&parties::NAME),
                Text::new(
                    "检举人只能用代号，不得登记姓名",
                    "informants are known by their code only; a name must not be on file",
                ),
                Text::new(
                    "清空该单元格，并核查文件的流转范围。",
                    "Clear the cell and check who has received the file.",
                ),
            );
        }
    }
}

fn relations_with_oneself(checks: &mut Checks) {
    for (place, edge) in checks.reading::<kin::Kin>(&[&kin::A, &kin::B]) {
        same(checks, place, &kin::B, &edge.a, &edge.b);
    }
    for (place, tie) in checks.reading::<declared_ties::DeclaredTies>(&[&declared_ties::ACTOR, &declared_ties::OTHER]) {
        same(checks, place, &declared_ties::OTHER, &tie.actor, &tie.other);
    }
    for (place, (a, b)) in checks.reading::<adjacency::Adjacency>(&[&adjacency::A, &adjacency::B]) {
        same(checks, place, &adjacency::B, &ActorId::new(a.as_str()), &ActorId::new(b.as_str()));
    }
}

fn same(checks: &mut Checks, place: Place, column: &Column, a: &ActorId, b: &ActorId) {
    if a == b {
        checks.error(
            codes::E0505,
            place.column(column),
            Text::new(format!("两端是同一个编号“{b}”"), format!("both ends are the same id, `{b}`")),
            Text::new("更正其中一端，或删去该行。", "Correct one end or remove the row."),
        );
    }
}
