//! Administrative divisions: the tree of regions, their coordinates, adjacency and distances.

mod level;

pub use crate::id::RegionCode;
pub use level::RegionLevel;

use std::collections::{BTreeMap, BTreeSet};

/// One administrative division.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Its code.
    pub code: RegionCode,
    /// Its name, in Chinese.
    pub name: String,
    /// The division above it; `None` at the top of what the folder covers.
    pub parent: Option<RegionCode>,
    /// Longitude and latitude of its seat in degrees; `None` when unknown.
    pub seat: Option<(f64, f64)>,
}

/// All regions of a folder with their neighborhood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gazetteer {
    /// Regions by code.
    pub regions: BTreeMap<RegionCode, Region>,
    /// Pairs that share a boundary, the smaller code first.
    pub adjacency: BTreeSet<(RegionCode, RegionCode)>,
}

impl Gazetteer {
    /// The region and everything above it, from the bottom up; stops at a cycle or a dangling parent.
    pub fn ancestry<'a>(&'a self, code: &'a RegionCode) -> Vec<&'a RegionCode> {
        let mut line = vec![code];
        while let Some(parent) = self.regions.get(line[line.len() - 1]).and_then(|region| region.parent.as_ref()) {
            if line.contains(&parent) {
                break;
            }
            line.push(parent);
        }
        line
    }

    /// Whether `inner` is `outer` or lies within it.
    pub fn is_within(&self, inner: &RegionCode, outer: &RegionCode) -> bool {
        self.ancestry(inner).contains(&outer)
    }

    /// Whether two regions share a boundary. No plan asks it yet.
    pub fn are_adjacent(&self, a: &RegionCode, b: &RegionCode) -> bool {
        let pair = if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
        self.adjacency.contains(&pair)
    }

    /// Great-circle distance between two seats in whole kilometers, rounded; `None` when a seat is unknown.
    ///
    /// A region without a seat of its own is measured from the nearest division above it that has one.
    pub fn distance_km(&self, a: &RegionCode, b: &RegionCode) -> Option<i64> {
        Some(great_circle_km(self.seat_of(a)?, self.seat_of(b)?))
    }

    fn seat_of(&self, code: &RegionCode) -> Option<(f64, f64)> {
        self.ancestry(code).into_iter().find_map(|code| self.regions.get(code)?.seat)
    }
}

/// Haversine distance in whole kilometers between two (longitude, latitude) points in degrees.
pub fn great_circle_km(a: (f64, f64), b: (f64, f64)) -> i64 {
    const EARTH_RADIUS_KM: f64 = 6371.0088;
    let (lon_a, lat_a) = (a.0.to_radians(), a.1.to_radians());
    let (lon_b, lat_b) = (b.0.to_radians(), b.1.to_radians());
    let half_chord =
        ((lat_b - lat_a) / 2.0).sin().powi(2) + lat_a.cos() * lat_b.cos() * ((lon_b - lon_a) / 2.0).sin().powi(2);
    (2.0 * EARTH_RADIUS_KM * half_chord.sqrt().min(1.0).asin()).round() as i64
}
