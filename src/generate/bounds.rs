//! How far a request may go: outside, the folder would not pass `check`, or be like no place at all.

use std::ops::RangeInclusive;

use jiff::civil::{Date, date};

use super::{Place, Request};

/// How many times its own people and cases a place can have. Units multiply with the people, and beyond this they
/// and the ties among people are no longer those of such a place.
const MOST_TIMES: usize = 3;

/// What can be asked of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// People on the roster.
    pub people: RangeInclusive<usize>,
    /// Open cases.
    pub cases: RangeInclusive<usize>,
    /// The day as of which the roster is written: lives before it and cases after it stay in the years that a
    /// roster accepts.
    pub as_of: RangeInclusive<Date>,
}

/// What a request asks too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// The number of people.
    People,
    /// The number of open cases.
    Cases,
    /// The day.
    AsOf,
}

impl Bounds {
    /// The bounds of `place`.
    pub fn of(place: &Place) -> Bounds {
        Bounds {
            people: 1..=MOST_TIMES * place.people,
            cases: 0..=MOST_TIMES * place.cases,
            as_of: date(1970, 1, 1)..=date(2095, 12, 31),
        }
    }

    /// The first thing in which `request` goes beyond them.
    pub fn excess(&self, request: &Request) -> Option<Excess> {
        let within = [
            (self.people.contains(&request.people), Excess::People),
            (self.cases.contains(&request.cases), Excess::Cases),
            (self.as_of.contains(&request.as_of), Excess::AsOf),
        ];
        within.into_iter().find_map(|(within, excess)| (!within).then_some(excess))
    }
}
