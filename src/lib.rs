//! Evenhand (点将): lawful, proven and explained special case teams.
//!
//! The library reads a roster folder into a [`pool`], infers [`ties`], screens people for recusal by a dated
//! rule pack ([`policy`], [`screen`]), composes [`rules`] into an integer model ([`milp`]), solves it to a
//! proven optimum ([`solve`], [`planner`]) and certifies the [`plan`] with an independent checker ([`check`]).
//!
//! Modules stand here in the order in which they may import each other: each uses only what is above it.
//! The library never prints and never reads the date, the environment or the home directory; the one clock it looks
//! at counts the seconds of a time limit, in [`solve`].

pub mod id;

pub mod diag;

pub mod geo;

pub mod pool;

pub mod policy;

pub mod plan;

pub mod ties;

pub mod screen;

pub mod check;

pub mod milp;

pub mod solve;

pub mod rules;

pub mod planner;

pub mod generate;

pub mod report;

pub mod cli;
