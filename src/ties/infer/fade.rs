//! Strength and decay: how many points a tie has today, and when it will have none.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::policy::TieSetting;

/// Points of a tie that ended `days` ago (0 while it lasts), in a department with `people` on record; one division,
/// rounded down.
pub fn points(setting: &TieSetting, days: i64, people: i64) -> i64 {
    let life = setting.years * 365;
    let (left, life) = if setting.years > 0 { ((life - days).max(0), life) } else { (1, 1) };
    let (size, people) =
        if setting.full_size > 0 { (setting.full_size, people.max(setting.full_size)) } else { (1, 1) };
    setting.base * left * size / (life * people)
}

/// The first day on which a tie that ended on `ended` has less than one point; `None` when it never fades.
pub fn expires(setting: &TieSetting, ended: Option<Date>, people: i64) -> Option<Date> {
    let (ended, life) = (ended?, setting.years * 365);
    let (size, people) =
        if setting.full_size > 0 { (setting.full_size, people.max(setting.full_size)) } else { (1, 1) };
    let whole = setting.base * size;
    if life <= 0 || whole <= 0 {
        return None;
    }
    let still_needed = (life * people + whole - 1) / whole;
    Some(ended.saturating_add((life - still_needed + 1).max(0).days()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const SETTING: TieSetting = TieSetting { base: 20, years: 5, overlap_days: 183, full_size: 6 };

    #[test]
    fn a_tie_fades_in_a_line_and_is_diluted_by_size() {
        assert_eq!(points(&SETTING, 0, 4), 20);
        assert_eq!(points(&SETTING, 0, 12), 10);
        assert_eq!(points(&SETTING, 913, 6), 9);
        assert_eq!(points(&SETTING, 5 * 365, 6), 0);
        assert_eq!(points(&SETTING, 10_000, 6), 0);
        assert_eq!(points(&TieSetting { years: 0, ..SETTING }, 10_000, 6), 20);
    }

    #[test]
    fn it_expires_on_the_first_day_without_a_whole_point() {
        for people in [1, 6, 7, 31, 119] {
            let ended = date(2020, 1, 1);
            let expires = expires(&SETTING, Some(ended), people).unwrap();
            let days = i64::from((expires - ended).get_days());
            assert_eq!(points(&SETTING, days, people), 0, "{people} people");
            assert!(points(&SETTING, days - 1, people) >= 1, "{people} people");
        }
        assert_eq!(super::expires(&SETTING, None, 6), None);
    }
}
