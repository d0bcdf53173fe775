//! Whether birth, entry, present post and leaving fit together in a life.

use jiff::civil::Date;

use super::Checks;
use crate::diag::{Text, codes};
use crate::pool::PartialDate;
use crate::pool::read::tables::people;

/// Nobody enters the service younger: below sixteen work is barred, and rosters count some study.
const YOUNGEST: i16 = 14;
/// Past it even those whose retirement was put off have left.
const OLDEST: i16 = 70;

pub(super) fn check(checks: &mut Checks) {
    let as_of = checks.as_of;
    for (place, person) in checks.records::<people::People>() {
        if let (Some(born), Some(entered)) = (person.born, person.entered)
            && years_later(born.earliest(), YOUNGEST) > entered.latest()
        {
            checks.error(
                codes::E0403,
                place.cell(&people::ENTERED, &entered.to_string()),
                Text::new(
                    format!("参加工作时不满 {YOUNGEST} 岁（{born} 出生）"),
                    format!("younger than {YOUNGEST} on entering the service (born {born})"),
                ),
                Text::new("核对出生年月和参加工作时间。", "Check the dates of birth and entry."),
            );
        }
        if let Some(born) = person.born.filter(|_| person.left.is_none() && place.reads(&people::LEFT)) {
            if years_later(born.earliest(), YOUNGEST) > as_of {
                checks.error(
                    codes::E0403,
                    place.cell(&people::BORN, &born.to_string()),
                    Text::new(format!("至 {as_of} 不满 {YOUNGEST} 岁"), format!("younger than {YOUNGEST} on {as_of}")),
                    Text::new("核对出生年月。", "Check the date of birth."),
                );
            } else if years_later(born.latest(), OLDEST) < as_of {
                checks.warning(
                    codes::W0402,
                    place.cell(&people::BORN, &born.to_string()),
                    Text::new(
                        format!("至 {as_of} 已满 {OLDEST} 岁，仍登记为在职"),
                        format!("past {OLDEST} on {as_of} and still listed as serving"),
                    ),
                    Text::new(
                        "核对出生年月；已离任的填离任日期。",
                        "Check the date of birth; fill in “left” if the person has left.",
                    ),
                );
            }
        }
        if let (Some(since), Some(entered)) = (person.post_since, person.entered)
            && since.latest() < entered.earliest()
        {
            checks.error(
                codes::E0401,
                place.cell(&people::POST_SINCE, &since.to_string()),
                Text::new(
                    format!("早于参加工作的 {entered}"),
                    format!("earlier than the entry into the service, {entered}"),
                ),
                Text::new("核对两个日期。", "Check the two dates."),
            );
        }
        if let (Some(left), Some(entered)) = (person.left, person.entered)
            && left < PartialDate::earliest(entered)
        {
            checks.error(
                codes::E0401,
                place.cell(&people::LEFT, &left.to_string()),
                Text::new(
                    format!("早于参加工作的 {entered}"),
                    format!("earlier than the entry into the service, {entered}"),
                ),
                Text::new("核对两个日期。", "Check the two dates."),
            );
        }
    }
}

/// The same day so many years later.
pub(crate) fn years_later(date: Date, years: i16) -> Date {
    // A birthday on 29 February falls on the last of the month in other years.
    let month = Date::new(date.year() + years, date.month(), 1).unwrap_or(date);
    Date::new(month.year(), month.month(), date.day()).unwrap_or(month.last_of_month())
}
