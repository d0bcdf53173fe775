//! Dates as rosters give them: often only a month, sometimes only a year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date known to the day, the month or the year.
///
/// Comparisons that decide recusal use [`earliest`](Self::earliest) and [`latest`](Self::latest), whichever
/// makes a tie longer, so that imprecision fails closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// The years that a date on a roster may have.
    pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

    /// A date known to the year; `None` outside [`YEARS`](Self::YEARS).
    pub fn year(year: i16) -> Option<Self> {
        Self::YEARS.contains(&year).then_some(PartialDate { year, month: None, day: None })
    }

    /// A date known to the month; `None` outside [`YEARS`](Self::YEARS) or without such a month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Self::year(year)?;
        (1..=12).contains(&month).then_some(PartialDate { year, month: Some(month), day: None })
    }

    /// A date known to the day; `None` when the calendar has no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::year(year)?;
        Date::new(year, month, day).ok()?;
        Some(PartialDate { year, month: Some(month), day: Some(day) })
    }

    /// The first day that the date may mean.
    pub fn earliest(self) -> Date {
        Date::constant(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that the date may mean.
    pub fn latest(self) -> Date {
        match (self.month, self.day) {
            (Some(month), Some(day)) => Date::constant(self.year, month, day),
            (Some(month), None) => Date::constant(self.year, month, 1).last_of_month(),
            (None, _) => Date::constant(self.year, 12, 31),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        PartialDate { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl std::fmt::Display for PartialDate {
    /// As precise as it is known: `2018`, `2018-07` or `2018-07-01`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A stretch of time; without an end it lasts to this day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First day, as precise as it is known.
    pub from: PartialDate,
    /// Last day, as precise as it is known; `None` while it goes on.
    pub to: Option<PartialDate>,
}

impl Period {
    /// The first and last day that the period may cover; an open end is `as_of`.
    pub fn widest(&self, as_of: Date) -> (Date, Date) {
        (self.from.earliest(), self.to.map_or(as_of, PartialDate::latest))
    }

    /// Days that both periods may cover (0 when they cannot meet); open ends are `as_of`.
    pub fn overlap_days(&self, other: &Period, as_of: Date) -> i64 {
        let (from, to) = self.widest(as_of);
        let (other_from, other_to) = other.widest(as_of);
        days_between(from.max(other_from), to.min(other_to)).max(0)
    }

    /// Whether `day` may lie within the period.
    pub fn may_contain(&self, day: Date) -> bool {
        self.from.earliest() <= day && self.to.is_none_or(|to| day <= to.latest())
    }
}

/// Days from `from` to `to`, both counted; zero or negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days()) + 1
}
