//! Where two careers, or two educations, met.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Days, count};
use crate::id::ActorId;

/// One stretch at a place.
pub(super) struct Stay<'a> {
    /// Organisation or school.
    pub place: &'a str,
    /// Department or major; `None` may be any.
    pub section: Option<&'a str>,
    /// When.
    pub days: Days,
    /// Standing in the chain of command; 0 leads nobody.
    pub rank: u8,
}

/// What two have in common in one department.
#[derive(Default)]
pub(super) struct Met {
    /// Common days, of every pair of stays.
    pub days: i64,
    /// The last of them.
    pub last: Option<Date>,
    /// Whether one of the two ever stood above the other.
    pub led: bool,
}

/// Where two met, by place and department; a stay of no department meets those of every one.
pub(super) struct Meetings<'a> {
    met: BTreeMap<(&'a str, Option<&'a str>), Met>,
}

impl<'a> Meetings<'a> {
    /// Compares every stay of one with every stay of the other.
    pub fn of(first: &[Stay<'a>], second: &[Stay<'a>]) -> Self {
        let mut met: BTreeMap<(&'a str, Option<&'a str>), Met> = BTreeMap::new();
        for mine in first {
            for theirs in second {
                let days = mine.days.common(theirs.days);
                let apart = mine.section.is_some() && theirs.section.is_some() && mine.section != theirs.section;
                if mine.place != theirs.place || apart || days.count() == 0 {
                    continue;
                }
                let met = met.entry((mine.place, mine.section.or(theirs.section))).or_default();
                met.days += days.count();
                met.last = met.last.max(Some(days.to));
                met.led |= mine.rank != theirs.rank;
            }
        }
        Meetings { met }
    }

    /// Place and department with what was in common there.
    pub fn places(&self) -> impl Iterator<Item = ((&'a str, Option<&'a str>), &Met)> {
        self.met.iter().map(|(place, met)| (*place, met))
    }
}

/// How many are on record in each department of each place: those who name it or none; under no department in
/// particular, everybody there.
pub(super) struct Crowds<'a> {
    sizes: BTreeMap<&'a str, BTreeMap<Option<&'a str>, i64>>,
}

impl<'a> Crowds<'a> {
    /// Counts rows of place, department and actor, each actor once.
    pub fn of(rows: impl Iterator<Item = (&'a str, Option<&'a str>, &'a ActorId)>) -> Self {
        let mut places: BTreeMap<&str, BTreeMap<Option<&str>, BTreeSet<&ActorId>>> = BTreeMap::new();
        for (place, section, actor) in rows {
            places.entry(place).or_default().entry(section).or_default().insert(actor);
        }
        let sized = places.into_iter().map(|(place, sections)| {
            let blank = sections.get(&None).cloned().unwrap_or_default();
            let everybody: BTreeSet<&ActorId> = sections.values().flatten().copied().collect();
            let named = sections.into_iter().map(|(section, there)| (section, count(there.union(&blank))));
            let sizes = named.chain([(None, count(everybody.iter()))]).collect();
            (place, sizes)
        });
        Crowds { sizes: sized.collect() }
    }

    /// People on record in a department.
    pub fn size(&self, place: &str, section: Option<&str>) -> i64 {
        self.sizes.get(place).and_then(|sections| sections.get(&section)).copied().unwrap_or(0)
    }
}
