//! Levels of administrative divisions, and the county or township that a division lies in.

use super::{Gazetteer, RegionCode};

/// How high a division stands, from low to high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegionLevel {
    /// 乡镇、街道, and villages below them.
    Township,
    /// 县、区、县级市.
    County,
    /// 地级市、州.
    Prefecture,
    /// 省、自治区、直辖市.
    Province,
}

impl RegionLevel {
    /// What the digits of a code say (GB/T 2260, township codes of nine digits or more); `None` for other codes.
    pub fn of_code(code: &RegionCode) -> Option<Self> {
        let digits = code.as_str();
        if digits.len() < 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        match digits.len() {
            6 if digits.ends_with("0000") => Some(RegionLevel::Province),
            6 if digits.ends_with("00") => Some(RegionLevel::Prefecture),
            6 => Some(RegionLevel::County),
            9.. => Some(RegionLevel::Township),
            _ => None,
        }
    }

    fn below(self) -> Self {
        match self {
            RegionLevel::Province => RegionLevel::Prefecture,
            RegionLevel::Prefecture => RegionLevel::County,
            RegionLevel::County | RegionLevel::Township => RegionLevel::Township,
        }
    }
}

impl Gazetteer {
    /// The level of a division: by its digits, else one below the division above it; the top of a folder whose
    /// codes carry no digits counts as a prefecture.
    pub fn level(&self, code: &RegionCode) -> RegionLevel {
        let line = self.ancestry(code);
        let known = line.iter().enumerate().find_map(|(steps, code)| Some((steps, RegionLevel::of_code(code)?)));
        let (steps, top) = known.unwrap_or((line.len() - 1, RegionLevel::Prefecture));
        (0..steps).fold(top, |level, _| level.below())
    }

    /// The county a division lies in: itself if it is one, else the county above it, else the prefecture or what
    /// else is the lowest known division above.
    pub fn county_of<'a>(&'a self, code: &'a RegionCode) -> &'a RegionCode {
        let line = self.ancestry(code);
        let at = |level| line.iter().copied().find(|code| self.level(code) == level);
        at(RegionLevel::County)
            .or_else(|| at(RegionLevel::Prefecture))
            .or_else(|| at(RegionLevel::Province))
            .unwrap_or(code)
    }

    /// The township a division is or lies in; `None` for counties and above.
    pub fn township_of<'a>(&'a self, code: &'a RegionCode) -> Option<&'a RegionCode> {
        self.ancestry(code).into_iter().rfind(|code| self.level(code) == RegionLevel::Township)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Region;

    fn gazetteer(rows: &[(&str, Option<&str>)]) -> Gazetteer {
        let region = |(code, parent): &(&str, Option<&str>)| Region {
            code: RegionCode::from(*code),
            name: (*code).to_string(),
            parent: parent.map(RegionCode::from),
            seat: None,
        };
        let regions = rows.iter().map(region).map(|region| (region.code.clone(), region)).collect();
        Gazetteer { regions, ..Gazetteer::default() }
    }

    #[test]
    fn digits_tell_the_level() {
        let level = |code| RegionLevel::of_code(&RegionCode::from(code));
        assert_eq!(level("430000"), Some(RegionLevel::Province));
        assert_eq!(level("430400"), Some(RegionLevel::Prefecture));
        assert_eq!(level("430422"), Some(RegionLevel::County));
        assert_eq!(level("430422101"), Some(RegionLevel::Township));
        assert_eq!(level("430422101001"), Some(RegionLevel::Township));
        assert_eq!(level("c0"), None);
        assert_eq!(level("43042"), None);
    }

    #[test]
    fn other_codes_are_ranked_by_their_depth() {
        let gazetteer = gazetteer(&[("city", None), ("east", Some("city")), ("mill", Some("east"))]);
        assert_eq!(gazetteer.level(&"city".into()), RegionLevel::Prefecture);
        assert_eq!(gazetteer.level(&"east".into()), RegionLevel::County);
        assert_eq!(gazetteer.level(&"mill".into()), RegionLevel::Township);
        assert_eq!(gazetteer.county_of(&"mill".into()).as_str(), "east");
        assert_eq!(gazetteer.county_of(&"city".into()).as_str(), "city");
    }

    #[test]
    fn a_village_lies_in_its_township_and_county() {
        let gazetteer = gazetteer(&[
            ("430400", None),
            ("430422", Some("430400")),
            ("430422101", Some("430422")),
            ("430422101007", Some("430422101")),
        ]);
        let village = RegionCode::from("430422101007");
        assert_eq!(gazetteer.township_of(&village).map(RegionCode::as_str), Some("430422101"));
        assert_eq!(gazetteer.county_of(&village).as_str(), "430422");
        assert_eq!(gazetteer.township_of(&"430422".into()), None);
        assert_eq!(gazetteer.county_of(&"430400".into()).as_str(), "430400");
    }
}
