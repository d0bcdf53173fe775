//! A mixed-integer model without a solver: integer columns, rows with provenance, objective tiers.
//!
//! Every number is an integer, so that bounds and proofs can be computed exactly. No row exists without
//! saying which rule posted it and about whom.

mod model;
mod mps;
mod name;
mod settle;

pub use model::{Column, ColumnId, Model, Objective, Provenance, Row, RowBounds, RowId, RowKind};
pub use mps::write_mps;
pub use name::Name;
