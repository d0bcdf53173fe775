//! R06 kin-in-one-team 亲属不同组.
//!
//! **What it requires.** Near kin do not serve in one team; nor does a commission's leader with kin of that commission.
//!
//! **Source.** 监察官法 §24; one team is our reading.
//!
//! **Formulation.** For each kin pair and case: the options of both add up to at most one. Leaders of a commission serve in teams as others do, so that the same rows hold for them; who may hold which post is for rotation plans.
//!
//! **Example.** Two cousins from different counties never sit in the same team.
//!
//! **Known gaps.** As R01.

mod check;
mod post;

/// The rule.
pub struct KinInTeam;

/// The rule's code.
pub(super) const CODE: &str = "R06";
