//! Reports: plain data turned into text or JSON. This room computes nothing beyond layout; every figure it
//! prints was worked out by the rooms above.

pub mod certificate;
pub mod diagnostics;
pub mod figures;
pub mod layout;
pub mod reading;
pub mod rules;
pub mod style;
pub mod team;
