//! Ties: facts that bind two people, or a person and a county, each with evidence, strength and decay.
//!
//! A tie states what the records show; whether it matters for a case is for the rules to say.

mod index;
mod infer;
pub mod kin;
mod model;
pub(crate) mod words;

pub use index::Ties;
pub use infer::{declared_points, infer, is_work};
pub use model::{Embeddedness, EmbeddednessReason, Evidence, Tie, TieKind};
