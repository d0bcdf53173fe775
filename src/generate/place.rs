//! A place as its data file describes it: commissions, rooms, stationed groups, townships and the cases to invent.
//!
//! A new place is a new file under `fixtures/places/` (with its rows of `fixtures/geo/`), never new code. One that says
//! `like` another has all of that one's keys but those that it states itself.

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::Excess;
use crate::id::RegionCode;
use crate::pool::{CaseStage, Clearance, UnitFunction};

/// The file beside the places that is none: what all of them share.
const SOCIETY: &str = "society";

static PLACES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/places");

/// A place file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// No place of that name is embedded.
    #[error("no place `{0}`; known: {1}")]
    Unknown(String, String),
    /// The text does not follow the format of a place file, or names geography that is not on file.
    #[error("place file: {0}")]
    Malformed(String),
    /// The request goes beyond the place's bounds.
    #[error("beyond the bounds of the place: {0:?}")]
    Beyond(Excess),
}

/// A place to populate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name on the command line.
    pub name: String,
    /// Letters that open its case codes.
    pub code: String,
    /// People of its fixture.
    pub people: usize,
    /// Open cases of its fixture.
    pub cases: usize,
    /// Seed of its fixture.
    pub seed: u64,
    /// The prefecture whose counties people come from.
    pub prefecture: RegionCode,
    /// Divisions above the counties.
    pub(super) regions: Vec<UpperRegion>,
    /// Universities with their weights.
    pub(super) universities: Vec<(String, u32)>,
    /// Commissions, the handling one first.
    pub(super) bodies: Vec<BodySpec>,
    /// What is unlike the society of all places, by the keys of `society.toml`.
    #[serde(default)]
    pub(super) society: toml::Table,
    /// Open cases; a request for more goes round again.
    #[serde(rename = "case", default)]
    pub(super) case_specs: Vec<CaseSpec>,
}

/// A province or prefecture.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UpperRegion {
    pub code: RegionCode,
    pub name: String,
    pub parent: Option<RegionCode>,
    /// The county at whose seat its offices are.
    pub seat: Option<RegionCode>,
}

/// The level of an organisation, which decides ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Level {
    City,
    County,
    Township,
}

/// A commission with its rooms, groups, bureaus and townships, or the pattern of one for each county.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BodySpec {
    /// The one region it serves; without it the spec is a pattern for every county of the prefecture.
    pub region: Option<RegionCode>,
    pub commission: String,
    #[serde(default)]
    pub aliases: Vec<AliasSpec>,
    pub own: bool,
    pub level: Level,
    pub bureau_prefix: String,
    pub short_prefix: Option<String>,
    #[serde(default)]
    pub rooms: Vec<RoomSpec>,
    #[serde(default)]
    pub groups: Vec<GroupSpec>,
    pub group_size: u32,
    pub group_name: String,
    #[serde(default)]
    pub organisations: Vec<OrganisationSpec>,
    #[serde(default)]
    pub externals: Vec<ExternalSpec>,
    pub townships: Option<TownshipSpec>,
    /// Zones that its units form; units of none belong to no zone.
    #[serde(default)]
    pub zones: Vec<ZoneSpec>,
}

/// A zone: its name and the units in it, by key or code.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ZoneSpec {
    pub name: String,
    pub rooms: Vec<String>,
    pub groups: Vec<String>,
    pub townships: Vec<RegionCode>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AliasSpec {
    pub name: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoomSpec {
    pub key: String,
    pub name: String,
    pub function: Option<UnitFunction>,
    pub size: u32,
    /// Which member of the leadership is in charge, counted from 1.
    pub leader: Option<usize>,
    #[serde(default)]
    pub linked: Vec<RegionCode>,
    #[serde(default)]
    pub leadership: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupSpec {
    pub key: String,
    pub host: String,
    #[serde(default)]
    pub sectors: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationSpec {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExternalSpec {
    pub key: String,
    pub name: String,
    pub function: Option<UnitFunction>,
    pub size: u32,
    #[serde(default)]
    pub sectors: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TownshipSpec {
    pub size: u32,
    /// Names of the discipline commission.
    pub town: String,
    pub street: String,
    /// Names of the office it works in.
    pub town_seat: String,
    pub street_seat: String,
    #[serde(default)]
    pub leave_out: Vec<RegionCode>,
}

/// A case to invent; days count from the as-of date.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseSpec {
    /// Whether every county has such a case: `{county}` stands for its code, `{next}` for that of the next one, whose
    /// cases it may be given to handle.
    #[serde(default)]
    pub each_county: bool,
    /// The region whose commission handles it; else that of the first of `bodies`.
    pub body: Option<RegionCode>,
    pub template: String,
    pub stage: CaseStage,
    pub priority: i64,
    pub region: RegionCode,
    pub lead_unit: Option<String>,
    pub start: i32,
    pub days: i32,
    pub clearance: Clearance,
    #[serde(default)]
    pub sectors: Vec<String>,
    #[serde(default)]
    pub sessions: i64,
    #[serde(default)]
    pub female_search: bool,
    pub document: Option<String>,
    #[serde(default)]
    pub subjects: Vec<SubjectSpec>,
    #[serde(default)]
    pub informants: u32,
    #[serde(default)]
    pub witnesses: u32,
    /// Witnesses who are on the roster themselves.
    #[serde(default)]
    pub staff_witnesses: u32,
    #[serde(default)]
    pub interested: u32,
    /// Everyone in the unit that would naturally handle it served under the subject.
    #[serde(default)]
    pub home_recused: bool,
    #[serde(default)]
    pub demands: Vec<DemandSpec>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DemandSpec {
    pub role: String,
    pub min: Option<i64>,
    pub desired: Option<i64>,
    pub skill: Option<String>,
    pub level: Option<i64>,
}

/// A subject: where, what, and how well the staff know them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectSpec {
    /// `region/key` of an organisation, or a township's code.
    pub organisation: String,
    pub department: String,
    pub post: String,
    #[serde(default)]
    pub leadership: bool,
    /// Whether the subject came from the city's organs, so that the county's people know nothing of an upbringing.
    #[serde(default)]
    pub from_city: bool,
    /// Staff who are kin.
    pub kin: u32,
    /// Staff whose past departments the subject shares.
    pub shared: u32,
}

impl CaseSpec {
    /// The case as one county has it.
    pub fn of_county(&self, county: &RegionCode, next: &RegionCode) -> CaseSpec {
        let named = |text: &str| text.replace("{county}", county.as_str()).replace("{next}", next.as_str());
        let region = |code: &RegionCode| RegionCode::new(named(code.as_str()));
        let subject =
            |subject: &SubjectSpec| SubjectSpec { organisation: named(&subject.organisation), ..subject.clone() };
        CaseSpec {
            body: self.body.as_ref().map(region),
            region: region(&self.region),
            subjects: self.subjects.iter().map(subject).collect(),
            ..self.clone()
        }
    }
}

impl Place {
    /// The embedded place `name`.
    ///
    /// # Errors
    /// [`PlaceError::Unknown`] when no such place is embedded.
    pub fn named(name: &str) -> Result<Place, PlaceError> {
        let file = PLACES.get_file(format!("{name}.toml")).filter(|_| name != SOCIETY);
        let text = file.and_then(|file| file.contents_utf8());
        match text {
            Some(text) => Place::parse(text),
            None => Err(PlaceError::Unknown(name.to_owned(), Place::names().join(", "))),
        }
    }

    /// Names of the embedded places, sorted.
    pub fn names() -> Vec<String> {
        let stem = |file: &include_dir::File<'_>| Some(file.path().file_stem()?.to_str()?.to_owned());
        let mut names: Vec<String> = PLACES.files().filter_map(stem).filter(|name| name != SOCIETY).collect();
        names.sort();
        names
    }

    /// A place from the text of a place file.
    ///
    /// # Errors
    /// [`PlaceError::Malformed`] when the text is not a place file or has no handling commission.
    pub fn parse(text: &str) -> Result<Place, PlaceError> {
        let malformed = |error: toml::de::Error| PlaceError::Malformed(error.to_string());
        let mut table: toml::Table = toml::from_str(text).map_err(malformed)?;
        if let Some(like) = table.remove("like") {
            let other = PLACES.get_file(format!("{}.toml", like.as_str().unwrap_or_default()));
            let Some(other) = other.and_then(|file| file.contents_utf8()) else {
                return Err(PlaceError::Malformed(format!("like: no place {like}")));
            };
            let mut whole: toml::Table = toml::from_str(other).map_err(malformed)?;
            whole.extend(table);
            table = whole;
        }
        let place: Place = table.try_into().map_err(malformed)?;
        match place.bodies.first() {
            Some(body) if body.own && body.region.is_some() => Ok(place),
            _ => Err(PlaceError::Malformed(
                "the first of `bodies` must be the handling commission (own, with a region)".into(),
            )),
        }
    }
}
