//! The frame of the team model: cases, roles, options and columns that rules post their rows about.

mod build;
mod drawn;
mod filter;
mod loads;
mod model;
mod on_hand;
mod options;
mod rule;
mod strongest;

pub use build::{Ask, build, post};
pub use filter::{choice, passes};
pub use model::{CaseFrame, Excluded, Member, RoleFrame, Segment, TeamFrame, TeamOption};
pub use rule::{AsksOnHand, Candidate, OnHand, TeamRule};
pub use strongest::{AtMost, strongest};
