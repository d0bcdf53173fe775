//! Months counted from year 0, in which careers are invented.

use jiff::civil::Date;

use crate::pool::{PartialDate, Period};

/// A month, counted from January of year 0.
pub(super) type Month = i64;

/// The month of `date`.
pub(super) fn month_of(date: Date) -> Month {
    i64::from(date.year()) * 12 + i64::from(date.month()) - 1
}

/// The month in which `date` begins.
pub(super) fn month_of_partial(date: PartialDate) -> Month {
    month_of(date.earliest())
}

/// `month` as rosters write it; months outside 1900–2100 are the nearest end.
pub(super) fn partial(month: Month) -> PartialDate {
    let clamped = month.clamp(1900 * 12, 2100 * 12 + 11);
    let (year, month) = ((clamped / 12) as i16, (clamped % 12) as i8 + 1);
    PartialDate::month(year, month).unwrap_or_else(|| PartialDate::from(Date::constant(year, 1, 1)))
}

/// From the first of `from` to the end of the month before `next`; open when there is no next.
pub(super) fn until_next(from: Month, next: Option<Month>) -> Period {
    Period { from: partial(from), to: next.map(|next| partial((next - 1).max(from))) }
}

/// `days` after `date`, or before it when negative; the end of the calendar when there is no such day.
pub(super) fn days_after(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default())
}
