//! Inference of ties from dossier facts, one file per kind.
//!
//! Facts are grouped by organisation, school, region, case and kin component first; only people who meet in one
//! group are compared, and the groups are swept in the order of time.

mod bearers;
mod classmate;
mod co_handled;
mod colleague;
mod declared;
mod embeddedness;
mod fade;
mod host_leadership;
mod kin;
mod stays;
mod strongest;
mod superior;
mod townsman;

pub use colleague::is_work;
pub use declared::declared_points;

use jiff::civil::Date;

use super::Ties;
use super::kin::Kin;
use crate::policy::TieSettings;
use crate::pool::Pool;
use bearers::Bearers;

/// Infers every tie that the records show on `as_of`, without a loop over all pairs.
///
/// Ties bind people to people and to parties; kin ties also bind people to relatives on record. Of two records that
/// show one kind of tie between one pair, the stronger counts.
pub fn infer(pool: &Pool, settings: &TieSettings, as_of: Date) -> Ties {
    let bearers = Bearers::new(pool, as_of);
    let kin = kin::kin(pool, &Kin::new(pool, as_of));
    let embeddedness = embeddedness::embeddedness(&bearers, &settings.embeddedness, &kin);
    let mut ties = kin;
    ties.extend(colleague::colleagues(&bearers, settings));
    ties.extend(classmate::classmates(&bearers, &settings.classmate));
    ties.extend(townsman::townspeople(&bearers, settings));
    ties.extend(co_handled::co_handled(&bearers, settings));
    ties.extend(host_leadership::host_leadership(&bearers, &settings.host_leadership));
    ties.extend(declared::declared(&bearers, &settings.declared));
    Ties::new(strongest::strongest(ties), embeddedness)
}
