//! Numbers as rosters write them, kept as integers.

use super::normal;

/// A decimal number scaled by `10^places`, exactly; `None` when it is no number or has more places. One too large to
/// hold is the largest there is, which no column takes.
fn scaled(text: &str, places: usize) -> Option<i64> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = |part: &str| part.chars().all(|character| character.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > places {
        return None;
    }
    Some(sign * format!("{whole}{fraction:0<places$}").parse().unwrap_or(i64::MAX))
}

fn plain(text: &str) -> String {
    normal::narrow(text).replace([' ', ','], "")
}

/// A whole number, with or without the word 人 or 元 after it.
pub(crate) fn whole(text: &str) -> Option<i64> {
    scaled(plain(text).trim_end_matches(['人', '个', '名', '级', '次']), 0)
}

/// A share of full time as `0.5` or `50%`, in thousandths.
pub(crate) fn share(text: &str) -> Option<i64> {
    let text = plain(text);
    match text.strip_suffix('%') {
        Some(percent) => scaled(percent, 1),
        None => scaled(&text, 3),
    }
}

/// An amount in yuan, in fen.
pub(crate) fn yuan(text: &str) -> Option<i64> {
    scaled(plain(text).trim_start_matches(['¥', '￥']).trim_end_matches('元'), 2)
}

/// Degrees of longitude or latitude, with any number of decimals.
pub(crate) fn degrees(text: &str) -> Option<f64> {
    let text = plain(text);
    // The standard parser also takes words such as `inf` and powers of ten, which no roster means.
    let is_decimal = text.chars().all(|character| character.is_ascii_digit() || matches!(character, '.' | '-'));
    text.parse().ok().filter(|_| is_decimal)
}

/// Thousandths as a decimal: 500 as `0.5`.
pub(crate) fn show_share(thousandths: i64) -> String {
    show(thousandths, 3)
}

/// Fen as yuan: 65 as `0.65`.
pub(crate) fn show_yuan(fen: i64) -> String {
    show(fen, 2)
}

fn show(number: i64, places: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        assert_eq!(whole("１２人"), Some(12));
        assert_eq!(whole("1,200"), Some(1200));
        assert_eq!(whole("-3"), Some(-3));
        assert_eq!(whole("3.0"), Some(3));
        assert_eq!(whole("3.5"), None);
        assert_eq!(whole("三"), None);
        assert_eq!(share("50%"), Some(500));
        assert_eq!(share("0.5"), Some(500));
        assert_eq!(share("1"), Some(1000));
        assert_eq!(share("0.3333"), None);
        assert_eq!(yuan("￥0.65元"), Some(65));
        assert_eq!(yuan("180"), Some(18_000));
        assert_eq!(whole("99999999999999999999"), Some(i64::MAX), "out of range, but a number");
        assert_eq!(yuan("-99999999999999999999"), Some(-i64::MAX));
    }

    #[test]
    fn shown_numbers_read_back() {
        for number in [0, 1, 65, 500, 1000, 12_345, -7] {
            assert_eq!(share(&show_share(number)), Some(number));
            assert_eq!(yuan(&show_yuan(number)), Some(number));
        }
    }
}
