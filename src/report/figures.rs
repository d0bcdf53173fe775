//! Integers of the plan as people write them.

use crate::diag::Language;

/// Millionths as a percentage with two digits, rounded up so that an open gap never looks closed.
pub fn percent(millionths: i64) -> String {
    if millionths <= 0 {
        return "0%".to_string();
    }
    let hundredths = millionths.div_euclid(100) + i64::from(millionths.rem_euclid(100) > 0);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Fen as yuan with thousands separated.
pub fn yuan(fen: i64, language: Language) -> String {
    let whole = (fen / 100).to_string();
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match language {
        Language::Zh => format!("{grouped}.{:02} 元", fen % 100),
        Language::En => format!("CNY {grouped}.{:02}", fen % 100),
    }
}

/// `180 / 211 (85%)`, rounded down.
pub fn share(part: i64, whole: i64) -> String {
    format!("{part} / {whole} ({}%)", 100 * part / whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_write_them() {
        assert_eq!([percent(0), percent(1), percent(12_345)], ["0%", "0.01%", "1.24%"]);
        assert_eq!(yuan(123_456_789, Language::Zh), "1,234,567.89 元");
        assert_eq!(yuan(5, Language::En), "CNY 0.05");
        assert_eq!(share(180, 211), "180 / 211 (85%)");
        assert_eq!(share(0, 0), "0 / 0 (0%)");
    }
}
