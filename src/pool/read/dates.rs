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
        return digits(text).map_or(Reading::Unknown, Reading::Known);
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

fn digits(text: &str) -> Option<PartialDate> {
    let number: i64 = text.parse().ok()?;
    match text.len() {
        4 => PartialDate::year(number.try_into().ok()?),
        5 => spreadsheet_day(number),
        6 => PartialDate::month((number / 100).try_into().ok()?, (number % 100).try_into().ok()?),
        8 => PartialDate::day(
            (number / 10_000).try_into().ok()?,
            (number / 100 % 100).try_into().ok()?,
            (number % 100).try_into().ok()?,
        ),
        _ => None,
    }
}

/// Day numbers count from 1899-12-30; those of 1927 to 2119 have five digits.
fn spreadsheet_day(number: i64) -> Option<PartialDate> {
    let day = Date::constant(1899, 12, 30).checked_add(number.days()).ok()?;
    PartialDate::day(day.year(), day.month(), day.day())
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
    let date = match (parts.as_slice(), numbers.as_slice()) {
        ([year], [number]) if year.len() == 4 => PartialDate::year(*number),
        ([year, "1"], [number, _]) if year.len() == 4 && text == format!("{year}.1") => {
            return PartialDate::year(*number).map_or(Reading::Unknown, Reading::Ambiguous);
        }
        // A day number that a spreadsheet wrote as a decimal.
        ([_, "0"], [number, _]) if parts[0].len() == 5 => spreadsheet_day(i64::from(*number)),
        ([year, _], [number, month]) if year.len() == 4 => PartialDate::month(*number, small(*month)),
        ([year, _, _], [number, month, day]) if year.len() == 4 => {
            PartialDate::day(*number, small(*month), small(*day))
        }
        _ => None,
    };
    date.map_or(Reading::Unknown, Reading::Known)
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
    fn impossible_dates_are_none() {
        for text in
            ["2010-02-30", "2010.13", "1810.07", "20101301", "七月", "2010.07起", "", "10.07", "2010--07", "123456789"]
        {
            assert_eq!(read(text), Reading::Unknown, "{text}");
        }
    }
}
