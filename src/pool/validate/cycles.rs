//! Hierarchies that lead back to where they started: parents, regions, organisations.

use std::collections::{BTreeMap, BTreeSet};

use super::Checks;
use crate::diag::{Code, Span, Text, codes};
use crate::pool::KinKind;
use crate::pool::read::tables::{kin, organisations, regions};

pub(super) fn check(checks: &mut Checks) {
    let mut upward = Upward::default();
    for (place, region) in checks.records::<regions::Regions>() {
        if let Some(parent) = &region.parent {
            upward.add(region.code.as_str(), parent.as_str(), place.cell(&regions::PARENT, parent.as_str()));
        }
    }
    report(checks, upward, codes::E0502, ("上级区划", "the divisions above it"));
    let mut upward = Upward::default();
    for (place, organisation) in checks.records::<organisations::Organisations>() {
        if let Some(parent) = &organisation.parent {
            upward.add(organisation.id.as_str(), parent.as_str(), place.cell(&organisations::PARENT, parent.as_str()));
        }
    }
    report(checks, upward, codes::E0502, ("上级机构", "the organisations above it"));
    let mut upward = Upward::default();
    for (place, edge) in checks.reading::<kin::Kin>(&[&kin::A, &kin::B, &kin::RELATION]) {
        // Parent of oneself is told as a relation with oneself.
        if matches!(edge.kind, KinKind::Parent(_)) && edge.a != edge.b {
            upward.add(edge.b.as_str(), edge.a.as_str(), place.cell(&kin::A, edge.a.as_str()));
        }
    }
    report(checks, upward, codes::E0501, ("父母", "the parents"));
}

/// Steps from each member to those above it, with the cell that states the step.
#[derive(Default)]
pub(crate) struct Upward<'a> {
    steps: BTreeMap<&'a str, Vec<(&'a str, Span)>>,
}

impl<'a> Upward<'a> {
    /// Adds a step up.
    pub fn add(&mut self, from: &'a str, to: &'a str, span: Span) {
        self.steps.entry(from).or_default().push((to, span));
    }

    /// Every step that closes a cycle on a depth-first walk in order of ids, with the members of the cycle.
    pub fn closing_steps(&self) -> Vec<(Span, Vec<&'a str>)> {
        let mut done: BTreeSet<&str> = BTreeSet::new();
        let mut found = Vec::new();
        for start in self.steps.keys() {
            // Each entry of the path: a member and how many of its steps were taken.
            let mut path: Vec<(&'a str, usize)> = vec![(start, 0)];
            while let Some((member, taken)) = path.last_mut() {
                let step =
                    self.steps.get(member).and_then(|steps| steps.get(*taken)).filter(|_| !done.contains(member));
                let Some((above, span)) = step else {
                    done.insert(member);
                    path.pop();
                    continue;
                };
                *taken += 1;
                match path.iter().position(|(member, _)| member == above) {
                    Some(at) => found.push((span.clone(), path.iter().skip(at).map(|(member, _)| *member).collect())),
                    None => path.push((above, 0)),
                }
            }
        }
        found
    }
}

fn report(checks: &mut Checks, upward: Upward, code: Code, (zh, en): (&str, &str)) {
    for (span, members) in upward.closing_steps() {
        let mut line = members.clone();
        line.extend(members.first());
        let line = line.join(" → ");
        checks.error(
            code,
            span,
            Text::new(format!("沿{zh}上溯又回到起点：{line}"), format!("{en} lead back to the start: {line}")),
            Text::new("更正其中一行。", "Correct one of these rows."),
        );
    }
}
