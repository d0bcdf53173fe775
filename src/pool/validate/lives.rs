//! Careers and schools that begin before the life they belong to.

use super::{Checks, Place, years_later};
use crate::diag::{Span, Text, codes};
use crate::id::{ActorId, PersonId};
use crate::pool::PartialDate;
use crate::pool::read::Column;
use crate::pool::read::tables::{careers, schools};
use crate::pool::{Pool, SpellKind};

/// Nobody works younger: below sixteen work is barred, and rosters count some study.
const YOUNGEST: i16 = 14;

pub(super) fn check(checks: &mut Checks) {
    for (place, spell) in checks.reading::<careers::Careers>(&[&careers::ACTOR, &careers::FROM, &careers::KIND]) {
        let Some(born) = born(checks.pool, &spell.actor) else { continue };
        let from = spell.period.from;
        if from.latest() < born.earliest() {
            before_birth(checks, place, &careers::FROM, from, born);
        } else if spell.kind != SpellKind::Study && years_later(born.earliest(), YOUNGEST) > from.latest() {
            checks.warning(
                codes::W0405,
                place.cell(&careers::FROM, &from.to_string()),
                Text::new(
                    format!("任职时不满 {YOUNGEST} 岁（{born} 出生）"),
                    format!("at work younger than {YOUNGEST} (born {born})"),
                ),
                Text::new(
                    "核对出生年月和起始时间；在校时间填“学习”。",
                    "Check the dates of birth and of the start; time at school is of kind “study”.",
                ),
            );
        }
    }
    for (place, school) in checks.reading::<schools::Schools>(&[&schools::ACTOR, &schools::FROM]) {
        if let Some(born) = born(checks.pool, &school.actor)
            && school.period.from.latest() < born.earliest()
        {
            before_birth(checks, place, &schools::FROM, school.period.from, born);
        }
    }
}

fn before_birth(checks: &mut Checks, place: Place, column: &Column, from: PartialDate, born: PartialDate) {
    let span: Span = place.cell(column, &from.to_string());
    checks.error(
        codes::E0401,
        span,
        Text::new(format!("早于出生的 {born}"), format!("earlier than the birth, {born}")),
        Text::new("核对两个日期。", "Check the two dates."),
    );
}

fn born(pool: &Pool, actor: &ActorId) -> Option<PartialDate> {
    pool.people.get(&PersonId::new(actor.as_str()))?.born
}
