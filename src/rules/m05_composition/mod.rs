//! M05 composition 混合编组.
//!
//! **What it requires.** A formed team is mixed as its template says.
//!
//! **Source.** The team template.
//!
//! **Formulation.** Rows on distinct origins, people, and people per origin. An origin is a unit, or, where the row counts counties, all local units of one county.
//!
//! **Example.** At least two stationed groups, each sending at most three; people of at least three counties, whichever units of the county they come from.
//!
//! **Known gaps.** Composition asks where people come from, not how well they work together.

mod check;
mod post;

/// The rule.
pub struct CompositionRows;

/// The rule's code.
pub(super) const CODE: &str = "M05";
