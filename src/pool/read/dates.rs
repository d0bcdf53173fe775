//! Dates in every form that rosters use.

use jiff::{ToSpan, civil::Date};

use super::normal;
use crate::pool::PartialDate;

/// What a cell says about a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A date as precise as written.
    Known(PartialDate),
    /// `2010.1`: January, or October after a spreadsheet cut the zero. Only the year is sure.
    Ambiguous(PartialDate),
    /// 至今: it still lasts.
    Present,
    /// A date of a year that no roster means.
    OtherAge(i16),
    /// Not a date.
    Unknown,
}

/// Reads a date: `2010.07`, `2010年7月1日`, `201007`, `20100701`, `2010/7`, `2010-07-01`, a spreadsheet's day
/// number, `2010`, with full-width digits or a time of day after it, or 至今.
pub(crate) fn read(text: &str) -> Reading {
    let text = normal::narrow(text);
    let text = text.trim();
    if matches!(text.to_lowercase().as_str(), "至今" | "现在" | "今" | "目前" | "现" | "present" | "now" | "to date")
    {
        return Reading::Present;
    }
    let text = without_time(text);
    if text.chars().all(|character| character.is_ascii_digit()) {
        return digits(text).unwrap_or(Reading::Unknown);
    }
    separated(text)
}

/// The date that the text gives for sure; `None` when it gives none.
pub(crate) fn known(text: &str) -> Option<PartialDate> {
    match read(text) {
        Reading::Known(date) => Some(date),
        _ => None,
    }
}

fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') && time.trim().starts_with(|c: char| c.is_ascii_digit()) => date,
        _ => text,
    }
}

fn digits(text: &str) -> Option<Reading> {
    let number: i64 = text.parse().ok()?;
    let small = |number: i64| i8::try_from(number).ok();
    Some(match text.len() {
        4 => dated(number.try_into().ok()?, None, None),
        5 => spreadsheet_day(number),
        6 => dated((number / 100).try_into().ok()?, Some(small(number % 100)?), None),
        8 => {
            let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
            dated(year.try_into().ok()?, Some(small(month)?), Some(small(day)?))
        }
        _ => Reading::Unknown,
    })
}

/// Day numbers count from 1899-12-30; those of 1927 to 2173 have five digits.
fn spreadsheet_day(number: i64) -> Reading {
    let day = Date::constant(1899, 12, 30).checked_add(number.days());
    day.map_or(Reading::Unknown, |day| dated(day.year(), Some(day.month()), Some(day.day())))
}

/// A date of these parts, a day only beside a month.
fn dated(year: i16, month: Option<i8>, day: Option<i8>) -> Reading {
    let is_date = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
    let date = match (month, day) {
        (Some(month), Some(day)) => PartialDate::day(year, month, day),
        (Some(month), None) => PartialDate::month(year, month),
        (None, _) => PartialDate::year(year),
    };
    match date {
        Some(date) => Reading::Known(date),
        None if is_date => Reading::OtherAge(year),
        None => Reading::Unknown,
    }
}

fn separated(text: &str) -> Reading {
    let plain: String = text
        .chars()
        .filter(|character| *character != ' ')
        .map(|character| match character {
            '年' | '月' | '/' | '-' | '–' | '—' | '．' | '。' => '.',
            other => other,
        })
        .collect();
    let plain = plain.trim_end_matches(['日', '号']).trim_end_matches('.');
    let parts: Vec<&str> = plain.split('.').collect();
    if parts.iter().any(|part| part.is_empty() || part.len() > 4 || !part.chars().all(|c| c.is_ascii_digit())) {
        return Reading::Unknown;
    }
    let numbers: Vec<i16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let small = |number: i16| i8::try_from(number).unwrap_or(0);
    match (parts.as_slice(), numbers.as_slice()) {
        ([year], [number]) if year.len() == 4 => dated(*number, None, None),
        ([year, "1"], [number, _]) if year.len() == 4 && text == format!("{year}.1") => {
            PartialDate::year(*number).map_or(dated(*number, None, None), Reading::Ambiguous)
        }
        // A day number that a spreadsheet wrote as a decimal.
        ([_, "0"], [number, _]) if parts[0].len() == 5 => spreadsheet_day(i64::from(*number)),
        ([year, _], [number, month]) if year.len() == 4 => dated(*number, Some(small(*month)), None),
        ([year, _, _], [number, month, day]) if year.len() == 4 => {
            dated(*number, Some(small(*month)), Some(small(*day)))
        }
        _ => Reading::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match read(text) {
            Reading::Known(date) => date.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn every_form_of_the_rosters_is_read() {
        let table = [
            ("2010.07", "2010-07"),
            ("2010年7月", "2010-07"),
            ("2010 年 07 月", "2010-07"),
            ("2010年7月1日", "2010-07-01"),
            ("201007", "2010-07"),
            ("20100701", "2010-07-01"),
            ("2010/7", "2010-07"),
            ("2010/7/1", "2010-07-01"),
            ("2010-07-01", "2010-07-01"),
            ("2010-07-01 00:00:00", "2010-07-01"),
            ("2010-07-01T08:00", "2010-07-01"),
            ("2010.07.01", "2010-07-01"),
            ("２０１０．０７", "2010-07"),
            ("２０１０年７月", "2010-07"),
            ("2010", "2010"),
            ("2010年", "2010"),
            ("40360", "2010-07-01"),
            ("2010.10", "2010-10"),
            ("2010.2", "2010-02"),
            ("2010-1", "2010-01"),
        ];
        for (text, date) in table {
            assert_eq!(shown(text), date, "{text}");
        }
    }

    #[test]
    fn what_a_spreadsheet_cut_is_only_sure_to_the_year() {
        assert_eq!(read("2010.1"), PartialDate::year(2010).map_or(Reading::Unknown, Reading::Ambiguous));
    }

    #[test]
    fn open_ends_are_told_from_dates() {
        for text in ["至今", "现在", " 至今 ", "present", "今"] {
            assert_eq!(read(text), Reading::Present, "{text}");
        }
    }

    #[test]
    fn years_that_no_roster_means_are_told_from_what_is_no_date() {
        for (text, year) in [
            ("1890", 1890),
            ("1810.07", 1810),
            ("2126年5月", 2126),
            ("18900101", 1890),
            ("212605", 2126),
            ("2126.1", 2126),
        ] {
            assert_eq!(read(text), Reading::OtherAge(year), "{text}");
        }
        assert_eq!((shown("1900"), shown("2100-12-31")), ("1900".to_owned(), "2100-12-31".to_owned()));
    }

    #[test]
    fn impossible_dates_are_none() {
        for text in [
            "2010-02-30",
            "2010.13",
            "1810.13",
            "2126-02-30",
            "20101301",
            "七月",
            "2010.07起",
            "",
            "10.07",
            "2010--07",
            "123456789",
        ] {
            assert_eq!(read(text), Reading::Unknown, "{text}");
        }
    }
}
