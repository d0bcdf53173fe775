//! Ranges in words: what begins and ends alike is said once.

use std::fmt::Display;

use super::Text;

/// `2026-11-30 至 2026-12-05` · `2026-11-30 to 2026-12-05`; a single day or figure stands alone.
pub fn range<T: Display + PartialEq>(from: T, to: T) -> Text {
    joined(from, to, " 至 ")
}

/// The same without blanks in Chinese, for sentences that have none: `2018-07至2020-03`.
pub fn dense_range<T: Display + PartialEq>(from: T, to: T) -> Text {
    joined(from, to, "至")
}

/// Days on which something is so: in English `from 2026-11-30 to 2026-12-05`, and of a single day `on 2026-11-30`.
pub fn during<T: Display + PartialEq>(from: T, to: T) -> Text {
    let preposition = if from == to { "on" } else { "from" };
    let range = range(from, to);
    Text::new(range.zh, format!("{preposition} {}", range.en))
}

fn joined<T: Display + PartialEq>(from: T, to: T, zh: &str) -> Text {
    match from == to {
        true => Text::same(from.to_string()),
        false => Text::new(format!("{from}{zh}{to}"), format!("{from} to {to}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};

    const FIRST: Date = date(2026, 11, 30);

    #[test]
    fn a_single_day_is_said_once() {
        assert_eq!(range(FIRST, FIRST), Text::same("2026-11-30"));
        assert_eq!(dense_range(FIRST, FIRST), Text::same("2026-11-30"));
        assert_eq!(during(FIRST, FIRST), Text::new("2026-11-30", "on 2026-11-30"));
    }

    #[test]
    fn more_days_are_said_by_the_first_and_the_last() {
        let last = date(2026, 12, 5);
        assert_eq!(range(FIRST, last), Text::new("2026-11-30 至 2026-12-05", "2026-11-30 to 2026-12-05"));
        assert_eq!(dense_range(FIRST, last).zh, "2026-11-30至2026-12-05");
        assert_eq!(during(FIRST, last), Text::new("2026-11-30 至 2026-12-05", "from 2026-11-30 to 2026-12-05"));
    }
}
