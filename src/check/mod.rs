//! The independent checker: certifies a plan against the raw facts and the policy.
//!
//! It shares no code with ties, screening or the model: kin is a bounded walk over raw edges, dates and overlaps
//! are written anew, the objective is added up anew. This room owns the judge and the rules' interface; each
//! rule's own check lives in its folder under `rules/` and is handed in.

mod coverage;
mod dates;
mod demand;
mod docket;
mod facts;
mod judge;
mod kin;
mod meeting;
mod names;
mod objective;
mod on_hand;
mod parties;
mod place;
mod plan_shape;
mod policy_changes;
mod report;
mod rule;
mod screening;
mod sources;
mod tiers;
mod ties;
mod work;

pub use dates::{Days, days_after, months_ago, next_day, years_ago};
pub use demand::count;
pub use docket::{Docket, Formed, Stretch, roles_of};
pub use facts::{Facts, is_work};
pub use judge::Judge;
pub use kin::kin_words;
pub use kin::{Kin, KinGraph};
pub use names::{share, skill_named};
pub use on_hand::OnHand;
pub use parties::{Led, is_self, level};
pub use report::{Entry, EntryVerdict, OBJECTIVE, PERSONAL, PLAN, Report, Subject, joined};
pub use rule::{Concern, Opinion, RuleCheck};
pub use ties::{Bond, BondKind};
pub use work::Workplaces;
