//! Where two careers, or two educations, met.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Days;

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
    /// All common days.
    pub together: Common,
    /// Those on which the first stood above the second.
    pub first_leads: Common,
    /// Those on which the second stood above the first.
    pub second_leads: Common,
}

/// A sum of common days and the last of them.
#[derive(Default)]
pub(super) struct Common {
    pub days: i64,
    pub last: Option<Date>,
}

impl Common {
    fn add(&mut self, days: Days) {
        self.days += days.count();
        self.last = self.last.max(Some(days.to));
    }
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
                met.together.add(days);
                if mine.rank > theirs.rank {
                    met.first_leads.add(days);
                }
                if theirs.rank > mine.rank {
                    met.second_leads.add(days);
                }
            }
        }
        Meetings { met }
    }

    /// Place and department with what was in common there.
    pub fn places(&self) -> impl Iterator<Item = ((&'a str, Option<&'a str>), &Met)> {
        self.met.iter().map(|(place, met)| (*place, met))
    }
}
