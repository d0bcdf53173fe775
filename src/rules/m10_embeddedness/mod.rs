//! M10 embeddedness 熟人社会.
//!
//! **What it requires.** Being rooted in the case's county is a tie to every case there.
//!
//! **Source.** Public reports of 衡阳, 四川 and 凤城 on the acquaintance society; the points are defaults.
//!
//! **Formulation.** The points of the person's embeddedness in the county of the case, as a warning.
//!
//! **Example.** A native who also worked there for years costs fifteen points.
//!
//! **Known gaps.** Points add up, so that a native who came back late counts like one who never left.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct EmbeddedHere;

/// The rule's code.
pub(super) const CODE: &str = "M10";
