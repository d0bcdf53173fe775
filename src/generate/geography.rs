//! The regions of a place, from the embedded rows of real geography. Townships get synthetic coordinates.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::dice::Dice;
use super::place::{Place, PlaceError};
use crate::geo::{Gazetteer, Region, RegionCode};

const COUNTIES: &str = include_str!("../../fixtures/geo/counties.csv");
const TOWNSHIPS: &str = include_str!("../../fixtures/geo/townships.csv");
const ADJACENCY: &str = include_str!("../../fixtures/geo/adjacency.csv");

/// How a township differs from a street, by its name.
const STREET: &str = "街道";

/// Kilometers in one degree of latitude.
const KM_PER_DEGREE: f64 = 111.2;

#[derive(Debug, Clone, Deserialize)]
struct CountyRow {
    adcode: RegionCode,
    name: String,
    seat_lon: Option<f64>,
    seat_lat: Option<f64>,
    centroid_lon: f64,
    centroid_lat: f64,
    area_km2_approx: f64,
    pop2020: u32,
}

#[derive(Debug, Clone, Deserialize)]
struct TownshipRow {
    code: RegionCode,
    name: String,
    county: RegionCode,
}

#[derive(Debug, Clone, Deserialize)]
struct AdjacencyRow {
    adcode_a: RegionCode,
    adcode_b: RegionCode,
}

/// A county with its townships.
#[derive(Debug, Clone)]
pub(super) struct County {
    pub code: RegionCode,
    pub name: String,
    /// 2020 census population.
    pub population: u32,
    pub townships: Vec<Township>,
}

#[derive(Debug, Clone)]
pub(super) struct Township {
    pub code: RegionCode,
    pub name: String,
    pub street: bool,
}

/// The counties of a place in order of code.
pub(super) type Counties = BTreeMap<RegionCode, County>;

/// The gazetteer of `place` and its counties.
pub(super) fn survey(place: &Place, dice: &mut Dice) -> Result<(Gazetteer, Counties), PlaceError> {
    let county_rows: Vec<CountyRow> = rows(COUNTIES)?;
    let in_place = |code: &RegionCode| {
        let digits = place.prefecture.as_str().trim_end_matches('0');
        code.as_str().starts_with(digits)
    };
    let mut gazetteer = Gazetteer::default();
    let mut counties = Counties::new();
    for row in county_rows.iter().filter(|row| in_place(&row.adcode)) {
        gazetteer.regions.insert(
            row.adcode.clone(),
            Region {
                code: row.adcode.clone(),
                name: row.name.clone(),
                parent: Some(place.prefecture.clone()),
                seat: Some(seat(row)),
            },
        );
        let county =
            County { code: row.adcode.clone(), name: row.name.clone(), population: row.pop2020, townships: Vec::new() };
        counties.insert(row.adcode.clone(), county);
    }
    for upper in &place.regions {
        let seat = upper.seat.as_ref().and_then(|seat| gazetteer.regions.get(seat)?.seat);
        let region = Region { code: upper.code.clone(), name: upper.name.clone(), parent: upper.parent.clone(), seat };
        gazetteer.regions.insert(upper.code.clone(), region);
    }
    let left_out: Vec<&RegionCode> =
        place.bodies.iter().filter_map(|body| body.townships.as_ref()).flat_map(|spec| &spec.leave_out).collect();
    for row in rows::<TownshipRow>(TOWNSHIPS)?.into_iter().filter(|row| !left_out.contains(&&row.code)) {
        let Some(county) = counties.get_mut(&row.county) else { continue };
        let Some(around) = county_rows.iter().find(|county| county.adcode == row.county) else { continue };
        let street = row.name.ends_with(STREET);
        let region = Region {
            code: row.code.clone(),
            name: row.name.clone(),
            parent: Some(row.county),
            seat: Some(scatter(around, street, dice)),
        };
        gazetteer.regions.insert(row.code.clone(), region);
        county.townships.push(Township { code: row.code, name: row.name, street });
    }
    for row in rows::<AdjacencyRow>(ADJACENCY)? {
        if counties.contains_key(&row.adcode_a) && counties.contains_key(&row.adcode_b) {
            gazetteer.adjacency.insert((row.adcode_a, row.adcode_b));
        }
    }
    if counties.is_empty() {
        return Err(PlaceError::Malformed(format!("no county of {} is on file", place.prefecture)));
    }
    Ok((gazetteer, counties))
}

fn rows<T: for<'de> Deserialize<'de>>(text: &str) -> Result<Vec<T>, PlaceError> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| PlaceError::Malformed(error.to_string()))
}

/// The county's seat, or its centroid where the seat is not on record.
fn seat(row: &CountyRow) -> (f64, f64) {
    row.seat_lon.zip(row.seat_lat).unwrap_or((row.centroid_lon, row.centroid_lat))
}

/// A random point around the county's seat: streets near it, townships over most of the county's area.
fn scatter(county: &CountyRow, street: bool, dice: &mut Dice) -> (f64, f64) {
    let radius_km = (county.area_km2_approx / std::f64::consts::PI).sqrt() * if street { 0.2 } else { 0.9 };
    let (lon, lat) = seat(county);
    let (x, y) = in_circle(dice);
    let lat_degrees = radius_km * y / KM_PER_DEGREE;
    let lon_degrees = radius_km * x / (KM_PER_DEGREE * lat.to_radians().cos());
    (rounded(lon + lon_degrees), rounded(lat + lat_degrees))
}

/// A point of the unit circle, in thousandths.
fn in_circle(dice: &mut Dice) -> (f64, f64) {
    loop {
        let (x, y) = (dice.between(-1000, 1000), dice.between(-1000, 1000));
        if x * x + y * y <= 1_000_000 {
            return (x as f64 / 1000.0, y as f64 / 1000.0);
        }
    }
}

/// Four decimals, about ten meters: more would pretend to knowledge, and differ between machines.
fn rounded(degrees: f64) -> f64 {
    (degrees * 10_000.0).round() / 10_000.0
}
