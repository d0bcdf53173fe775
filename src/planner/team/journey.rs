//! The way to a case: distance, return journeys, days away, and what they cost.

use crate::id::RegionCode;
use crate::pool::{RateKind, days_between};
use crate::rules::frame::{TeamFrame, TeamOption};

/// What the way between a unit and a case amounts to.
pub struct Journey {
    /// Great-circle kilometers between the seats; `None` when one is unknown.
    pub distance_km: Option<i64>,
    /// Months begun, each with one return journey.
    pub months: i64,
    /// Days of service away from the unit's own county.
    pub days_away: i64,
}

impl Journey {
    /// The journey of an option.
    pub fn of(frame: &TeamFrame, option: &TeamOption) -> Self {
        let gazetteer = &frame.screener.pool.gazetteer;
        let case = frame.cases[option.case].case;
        let days = days_between(option.from, option.to);
        let away = gazetteer.county_of(&option.unit.region) != gazetteer.county_of(&case.region);
        Journey {
            distance_km: gazetteer.distance_km(&option.unit.region, &case.region),
            months: (days + 29) / 30,
            days_away: if away { days } else { 0 },
        }
    }

    /// Cost in fen by the roster's rates, the rate of the nearest region at or above the case before the general one.
    pub fn cost_fen(&self, frame: &TeamFrame, option: &TeamOption) -> i64 {
        let pool = frame.screener.pool;
        let region = &frame.cases[option.case].case.region;
        let rate = |kind: RateKind| {
            let of = |place: Option<&RegionCode>| {
                pool.rates.iter().find(|rate| rate.kind == kind && rate.region.as_ref() == place).map(|rate| rate.fen)
            };
            let nearest = pool.gazetteer.ancestry(region).into_iter().find_map(|place| of(Some(place)));
            nearest.or_else(|| of(None)).unwrap_or(0)
        };
        rate(RateKind::DayAway) * self.days_away
            + rate(RateKind::Kilometer) * 2 * self.distance_km.unwrap_or(0) * self.months
    }
}
