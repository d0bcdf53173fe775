//! Families that cannot be: more than two parents by birth, or two marriages at one time.

use std::collections::BTreeMap;

use super::{Checks, Place};
use crate::diag::{Text, codes};
use crate::id::ActorId;
use crate::pool::read::Column;
use crate::pool::read::tables::kin;
use crate::pool::{KinKind, ParentKind};

pub(super) fn check(checks: &mut Checks) {
    parents(checks);
    marriages(checks);
}

/// People of whom two marriages, to different people, have begun and not ended: one of them mostly has, and former
/// spouses are screened otherwise.
fn marriages(checks: &mut Checks) {
    let as_of = checks.as_of;
    let mut spouses: BTreeMap<&ActorId, Vec<(Place, &Column, &ActorId)>> = BTreeMap::new();
    for (place, edge) in checks.reading::<kin::Kin>(&[&kin::A, &kin::B, &kin::RELATION, &kin::FROM, &kin::TO]) {
        let KinKind::Spouse { from, to } = &edge.kind else { continue };
        let lasts = to.is_none_or(|end| as_of < end.earliest()) && from.is_none_or(|wedding| wedding.latest() <= as_of);
        if lasts && edge.a != edge.b {
            spouses.entry(&edge.a).or_default().push((place, &kin::B, &edge.b));
            spouses.entry(&edge.b).or_default().push((place, &kin::A, &edge.a));
        }
    }
    for (actor, married) in spouses {
        let Some((first, _, spouse)) = married.first() else { continue };
        for (place, column, other) in married.iter().filter(|(.., other)| other != spouse) {
            let row = first.row();
            checks.warning(
                codes::W0518,
                place.cell(column, other.as_str()),
                Text::new(
                    format!("{actor} 与{}的 {spouse} 的婚姻也没有结束；两段婚姻都按现在的配偶筛查", row.zh),
                    format!("{actor} is married to {spouse} of {}, too: both are screened as spouses of today", row.en),
                ),
                Text::new("已经离婚或者丧偶的，填写止日。", "Fill in the last day of the one that has ended."),
            );
        }
    }
}

fn parents(checks: &mut Checks) {
    let mut parents: BTreeMap<&ActorId, Vec<(Place, &ActorId)>> = BTreeMap::new();
    for (place, edge) in checks.reading::<kin::Kin>(&[&kin::A, &kin::B, &kin::RELATION]) {
        if edge.kind == KinKind::Parent(ParentKind::Birth) {
            parents.entry(&edge.b).or_default().push((place, &edge.a));
        }
    }
    for (child, parents) in parents {
        let names: Vec<&str> = parents.iter().map(|(_, parent)| parent.as_str()).collect();
        for (place, parent) in parents.iter().skip(2) {
            checks.error(
                codes::E0506,
                place.cell(&kin::A, parent.as_str()),
                Text::new(
                    format!("{child} 的亲生父母多于两人：{}", names.join("、")),
                    format!("{child} has more than two parents by birth: {}", names.join(", ")),
                ),
                Text::new("养父母填“收养”，继父母填“继亲”。", "Use “adoptive_parent” or “step_parent” for the others."),
            );
        }
    }
}
