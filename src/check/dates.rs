//! Days and stretches of days, counted anew.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::pool::Period;

/// Calendar days from a first to a last one, both counted; empty when the last lies before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Days {
    /// From `from` to `to`.
    pub fn new(from: Date, to: Date) -> Self {
        Days { from, to }
    }

    /// The longest stretch that a period may mean; one without an end lasts to `today`.
    pub fn longest(period: &Period, today: Date) -> Self {
        let to = match period.to {
            Some(to) => to.latest(),
            None => today,
        };
        Days { from: period.from.earliest(), to }
    }

    /// How many days; 0 for an empty stretch.
    pub fn count(self) -> i64 {
        if self.to < self.from { 0 } else { days_after(self.from, self.to) + 1 }
    }

    /// The days that both hold; possibly none.
    pub fn common(self, other: Days) -> Days {
        let from = if self.from < other.from { other.from } else { self.from };
        let to = if other.to < self.to { other.to } else { self.to };
        Days { from, to }
    }

    /// The days in any of several stretches, each once, as stretches apart; those that meet are one.
    pub fn together(stretches: impl IntoIterator<Item = Days>) -> Vec<Days> {
        let mut rest: Vec<Days> = stretches.into_iter().filter(|days| days.count() > 0).collect();
        rest.sort_by_key(|days| days.from);
        let mut whole: Vec<Days> = Vec::new();
        for days in rest {
            match whole.pop() {
                Some(last) if days.from <= next_day(last.to) => {
                    whole.push(Days::new(last.from, if last.to < days.to { days.to } else { last.to }))
                }
                last => whole.extend(last.into_iter().chain([days])),
            }
        }
        whole
    }

    /// Whether a day is in both.
    pub fn meets(self, other: Days) -> bool {
        self.common(other).count() > 0
    }

    /// Whether `day` is one of them.
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// Days that pass from `earlier` to `later`; negative when they stand the other way round.
pub fn days_after(earlier: Date, later: Date) -> i64 {
    later.duration_since(earlier).as_hours() / 24
}

/// The day after; the last day of the calendar has none and stands for itself.
pub fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

/// The same day of the month so many months ago, or the last one of a shorter month.
pub fn months_ago(day: Date, months: i64) -> Date {
    months.try_months().and_then(|span| day.checked_sub(span)).unwrap_or(Date::MIN)
}

/// The same day so many years ago.
pub fn years_ago(day: Date, years: i64) -> Date {
    months_ago(day, years.saturating_mul(12))
}

trait TryMonths {
    fn try_months(self) -> Result<jiff::Span, jiff::Error>;
}

impl TryMonths for i64 {
    fn try_months(self) -> Result<jiff::Span, jiff::Error> {
        0.days().try_months(self)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn first_and_last_day_count() {
        let may = Days::new(date(2026, 5, 1), date(2026, 5, 31));
        assert_eq!(may.count(), 31);
        assert_eq!(may.common(Days::new(date(2026, 5, 31), date(2026, 6, 9))).count(), 1);
        assert_eq!(may.common(Days::new(date(2026, 6, 1), date(2026, 6, 9))).count(), 0);
        assert!(!may.meets(Days::new(date(2026, 6, 1), date(2026, 6, 9))));
        let june = |from, to| Days::new(date(2026, 6, from), date(2026, 6, to));
        assert_eq!(Days::together([june(8, 9), june(1, 3), june(2, 2), june(4, 5)]), [june(1, 5), june(8, 9)]);
        assert_eq!(Days::together([june(9, 8), june(7, 7)]), [june(7, 7)]);
        assert_eq!(days_after(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(months_ago(date(2026, 5, 31), 3), date(2026, 2, 28));
    }
}
