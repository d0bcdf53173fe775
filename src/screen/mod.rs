//! Screening: the verdict of one person for one case and role class, from ties and policy.
//!
//! This room owns the words (verdict, finding, the rule's interface) and the loop over rules; the rules
//! themselves live in `rules/`, one folder each, and are handed in.

mod above;
mod coverage;
mod engine;
mod facts;
mod interest;
mod leading;
mod verdict;
pub mod words;
mod work;

pub use above::organisations_above;
pub use engine::{Question, Screener, ScreeningRule, years_before};
pub use facts::{Facts, PartyTie};
pub use leading::LeadingPosts;
pub use verdict::{Finding, Screening, Verdict};
pub use work::{CareerWindow, Untold, Workplace};
