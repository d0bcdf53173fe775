//! One binary for all integration tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agreement;
mod checker;
mod cli;
mod commands;
mod docs;
mod filters;
mod fixtures;
mod kin;
mod language;
mod layering;
mod limits;
mod links;
mod plan;
mod policy;
mod posts;
mod properties;
mod records;
mod roster;
mod roster_properties;
mod screen;
mod secondment;
mod solve;
mod ties;
mod unrecorded;
mod validate;
mod village;
