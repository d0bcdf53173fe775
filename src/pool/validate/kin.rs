//! Families that cannot be: more than two parents by birth.

use std::collections::BTreeMap;

use super::{Checks, Place};
use crate::diag::{Text, codes};
use crate::id::ActorId;
use crate::pool::read::tables::kin;
use crate::pool::{KinKind, ParentKind};

pub(super) fn check(checks: &mut Checks) {
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
