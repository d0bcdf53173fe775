//! Synthetic roster folders: a place, a number of people and cases, and a seed give always the same pool.
//!
//! Geography is real, people are not. What a place is like stands in `fixtures/places/<place>.toml`, what a
//! society is like in `society.toml` beside it; this module holds neither names nor weights.

mod acquaintance;
mod bounds;
mod calendar;
mod careers;
mod case_table;
mod cases;
mod declarations;
mod dice;
mod families;
mod geography;
mod history;
mod kinship;
mod organisations;
mod parties;
mod people;
mod place;
mod records;
mod schools;
mod society;
mod stats;
mod units;
mod world;

use jiff::civil::Date;

use crate::pool::Pool;

pub use acquaintance::Acquaintance;
pub use bounds::{Bounds, Excess};
pub use case_table::case_table;
pub use place::{Place, PlaceError};
pub use stats::Statistics;

use world::World;

/// What to generate.
#[derive(Debug, Clone)]
pub struct Request {
    /// Where.
    pub place: Place,
    /// People on the roster; units shrink, grow and multiply with it.
    pub people: usize,
    /// Open cases; the place's list goes round again when it is shorter.
    pub cases: usize,
    /// The seed of all chance.
    pub seed: u64,
    /// The day as of which the roster is written.
    pub as_of: Date,
}

impl Request {
    /// The request that reproduces the fixture of `place`.
    pub fn fixture(place: Place, as_of: Date) -> Request {
        let (people, cases, seed) = (place.people, place.cases, place.seed);
        Request { place, people, cases, seed, as_of }
    }
}

/// A synthetic pool; equal requests give equal pools.
///
/// # Errors
/// [`PlaceError::Beyond`] when the request goes beyond the place's [`Bounds`]; [`PlaceError::Malformed`] when the place
/// names geography or units that are not on file.
pub fn generate(request: &Request) -> Result<Pool, PlaceError> {
    if let Some(excess) = Bounds::of(&request.place).excess(request) {
        return Err(PlaceError::Beyond(excess));
    }
    let mut world = World::new(request)?;
    units::establish(&mut world)?;
    people::populate(&mut world);
    families::found(&mut world);
    schools::enroll(&mut world);
    careers::live(&mut world);
    records::keep(&mut world);
    cases::open(&mut world);
    history::remember(&mut world);
    declarations::declare(&mut world);
    Ok(world.finish())
}
