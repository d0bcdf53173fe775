//! Full-time spells of one person that certainly overlap.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Checks, Place};
use crate::diag::{Text, codes, range};
use crate::id::ActorId;
use crate::pool::read::tables::careers;
use crate::pool::{PartialDate, Spell, SpellKind};

pub(super) fn check(checks: &mut Checks) {
    let mut posts: BTreeMap<&ActorId, Vec<(Place, &Spell)>> = BTreeMap::new();
    let columns = [&careers::ACTOR, &careers::FROM, &careers::TO, &careers::KIND];
    for (place, spell) in checks.reading::<careers::Careers>(&columns) {
        if spell.kind == SpellKind::Post {
            posts.entry(&spell.actor).or_default().push((place, spell));
        }
    }
    for mut spells in posts.into_values() {
        spells.sort_by_key(|(_, spell)| certain(spell, checks.as_of));
        let mut longest: Option<(Place, &Spell)> = None;
        for (place, spell) in spells {
            let (from, to) = certain(spell, checks.as_of);
            if let Some((other_place, other)) = longest {
                let (other_from, other_to) = certain(other, checks.as_of);
                if from.max(other_from) < to.min(other_to) {
                    overlap(checks, place, spell, other_place, other);
                }
            }
            if longest.is_none_or(|(_, other)| certain(other, checks.as_of).1 < to) {
                longest = Some((place, spell));
            }
        }
    }
}

/// The days that the spell covers however its imprecise dates are read. A day shared by two posts is a handover.
fn certain(spell: &Spell, as_of: Date) -> (Date, Date) {
    (spell.period.from.latest(), spell.period.to.map_or(as_of, PartialDate::earliest))
}

fn overlap(checks: &mut Checks, place: Place, spell: &Spell, other_place: Place, other: &Spell) {
    let (first, row) = (other.period.from, other_place.row());
    let dates = match other.period.to {
        Some(last) => range(first, last),
        None => Text::new(format!("{first} 至今"), format!("{first} to date")),
    };
    checks.error(
        codes::E0402,
        place.cell(&careers::FROM, &spell.period.from.to_string()),
        Text::new(
            format!("与{}（{}，{}）的任职时间重叠", row.zh, dates.zh, other.organisation_text),
            format!("overlaps with {} ({}, {})", row.en, dates.en, other.organisation_text),
        ),
        Text::new(
            "核对起止时间；同时担任的职务，类别填“兼任”“挂职”“借调”或“学习”。",
            "Check the dates; a post held beside another is “concurrent”; postings, secondments and study have kinds of their own.",
        ),
    );
}
