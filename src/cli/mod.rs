//! The command line: arguments as typed, then a validated session, then one file per command.
//!
//! Data goes to standard output; messages, hints and progress go to standard error. Styles are written always and
//! stripped by the streams that `main` hands in. Nothing here reads the clock, the environment or the locale:
//! [`Environment`] brings them.

mod again;
mod arguments;
mod audit;
mod check;
mod completions;
mod demo;
mod dispatch;
mod environment;
mod export;
mod failure;
mod folder;
mod generate;
mod glossary;
mod help;
mod init;
mod localize;
mod man;
mod patient;
mod plan_file;
mod record;
mod roster;
mod rules;
mod schema;
mod screen;
mod session;
mod team;
mod ties;
mod usage;
mod verify;
mod words;

pub use dispatch::run;
pub use environment::Environment;
