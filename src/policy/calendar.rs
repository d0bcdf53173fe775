//! Dates in policy files: bare TOML dates and quoted ones mean the same.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::fault::Expected;

/// Reads a date that must be there.
///
/// Fails on anything but `2026-01-31`, bare or quoted.
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let written = match toml::Value::deserialize(deserializer)? {
        toml::Value::String(word) => word,
        toml::Value::Datetime(datetime) => datetime.to_string(),
        _ => return Err(D::Error::custom(Expected::Day.title().en)),
    };
    written.parse().map_err(|_| D::Error::custom(Expected::Day.title().en))
}

/// Reads a date that may be left out.
///
/// Fails like [`date`].
pub(super) fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    date(deserializer).map(Some)
}
