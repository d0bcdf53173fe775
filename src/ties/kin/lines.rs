//! Lines of descent that cannot be: somebody above themselves, a parent hardly older than the child.

use jiff::civil::Date;

use super::terms::descent;
use crate::diag::{Diagnostic, Text, codes};
use crate::id::{ActorId, PersonId};
use crate::pool::read::tables::kin;
use crate::pool::read::{Spans, Table, ordered};
use crate::pool::validate::{Upward, years_later};
use crate::pool::{KinEdge, KinKind, ParentKind, Pool};

/// Nobody becomes a parent younger.
const YOUNGEST_PARENT: i16 = 12;

/// Every kin row that closes a cycle of descent in which a term takes part (those of primitive edges alone are found
/// by the pool's own checks), and every parent by birth less than twelve years older than the child, with their places.
pub fn impossible_lines(pool: &Pool, spans: &Spans) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut upward = Upward::default();
    for (position, edge) in ordered::<kin::Kin>(pool).into_iter().enumerate() {
        let reads = |column| spans.reads(kin::Kin::spec(), position, column);
        let Some(line) = line(edge).filter(|_| [&kin::A, &kin::B, &kin::RELATION].into_iter().all(reads)) else {
            continue;
        };
        let span = || match &edge.kind {
            KinKind::Term(term) => spans.cell(kin::Kin::spec(), position, &kin::RELATION, term),
            _ => spans.cell(kin::Kin::spec(), position, &kin::A, edge.a.as_str()),
        };
        // Kin of oneself is told as a relation with oneself.
        if line.above != line.below {
            upward.add(line.below.as_str(), line.above.as_str(), span());
        }
        if line.parent_by_birth
            && let (Some(older), Some(younger)) = (born(pool, line.above), born(pool, line.below))
            && years_later(older.0, YOUNGEST_PARENT) > younger.1
        {
            found.push(Diagnostic::error(
                codes::E0404,
                span(),
                Text::new(
                    format!("生父母 {} 只比子女 {} 年长不足 {YOUNGEST_PARENT} 岁，或者更年轻", line.above, line.below),
                    format!(
                        "the parent by birth {} is less than {YOUNGEST_PARENT} years older than the child {}",
                        line.above, line.below
                    ),
                ),
                Text::new(
                    "核对出生年月和关系的方向；养父母填“收养”，继父母填“继亲”。",
                    "Check the dates of birth and who is whose parent; “adoptive_parent” and “step_parent” are for others.",
                ),
            ));
        }
    }
    found.extend(upward.closing_steps().into_iter().filter_map(|(span, members)| {
        let line = members.iter().chain(members.first()).copied().collect::<Vec<_>>().join(" → ");
        let steps = members.iter().zip(members.iter().cycle().skip(1));
        let by_edges = steps.into_iter().all(|(below, above)| is_edge(pool, above, below));
        (!by_edges).then(|| {
            Diagnostic::error(
                codes::E0501,
                span,
                Text::new(
                    format!("沿长辈上溯又回到起点：{line}"),
                    format!("the elders lead back to the start: {line}"),
                ),
                Text::new(
                    "更正其中一行；称谓说的是“乙是甲的什么人”。",
                    "Correct one of these rows; a term says what the relative is to the person.",
                ),
            )
        })
    }));
    found
}

/// Who descends from whom by one row.
struct Line<'a> {
    above: &'a ActorId,
    below: &'a ActorId,
    parent_by_birth: bool,
}

fn line(edge: &KinEdge) -> Option<Line<'_>> {
    match &edge.kind {
        KinKind::Parent(kind) => {
            Some(Line { above: &edge.a, below: &edge.b, parent_by_birth: *kind == ParentKind::Birth })
        }
        KinKind::Spouse { .. } => None,
        KinKind::Term(term) => descent(term).map(|(generations, by_birth)| {
            let (above, below) = if generations > 0 { (&edge.b, &edge.a) } else { (&edge.a, &edge.b) };
            Line { above, below, parent_by_birth: by_birth && generations.abs() == 1 }
        }),
    }
}

fn is_edge(pool: &Pool, above: &str, below: &str) -> bool {
    let mut rows = pool.kin.iter().filter(|edge| matches!(edge.kind, KinKind::Parent(_)));
    rows.any(|edge| edge.a.as_str() == above && edge.b.as_str() == below)
}

/// The first and the last day on which somebody may have been born; a party who is on the roster is that person.
fn born(pool: &Pool, actor: &ActorId) -> Option<(Date, Date)> {
    let party = pool.parties.get(&crate::id::PartyId::new(actor.as_str()));
    let id = party.and_then(|party| party.person.clone()).unwrap_or_else(|| PersonId::new(actor.as_str()));
    let born = pool.people.get(&id)?.born?;
    Some((born.earliest(), born.latest()))
}
