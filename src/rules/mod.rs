//! The rules: one folder each, holding the rule's doc (`mod.rs`), its screening (`screen.rs`), its rows
//! (`post.rs`), its check on a finished plan (`check.rs`) and its words (`phrase.rs`), as far as it has them.
//!
//! R-codes are rules of law and local practice, M-codes the matter-of-fact rules of every plan. A rule's
//! statement, source and parameters are data in `models/rules/`; a test compares the lists.

pub mod frame;
mod m01_headcount;
mod m02_load;
mod m03_donor_floor;
mod m04_skill;
mod m05_composition;
mod m06_pins;
mod m07_one_role;
mod m08_part_time_heads;
mod m09_declaration_owed;
mod m10_embeddedness;
mod m11_subject_on_file;
mod r01_near_relative;
mod r02_witness;
mod r03_interest;
mod r04_other_circumstances;
mod r05_kin_of_interested;
mod r06_kin_in_team;
mod r07_kin_in_command;
mod r08_borrowed_bound;
mod r10_two_or_more;
mod r11_own_in_pair;
mod r12_women_search;
mod r13_safety_officer;
mod r14_separation;
mod r15_review_group;
mod r17_one_case_per_secondment;
mod r18_secondment_limits;
mod r19_pin_reason;
mod r20_unavailable;
mod r21_home_county;
mod r26_jurisdiction;
mod r27_clearance;
mod r29_left_service;
mod r32_worked_with_subject;
mod r33_soft_ties;
mod r34_stationed_at_subject;

/// Which options count for a skill demand, for the rows of M04 and the shortfall tier.
pub mod skill {
    pub use super::m04_skill::{counted_roles, counts};
}

/// The rule about who may hold a role.
pub const HEADCOUNT: &str = m01_headcount::CODE;

/// Whom M06 keeps in a case, for what is said of those who may not serve there.
pub mod pins {
    pub use super::m06_pins::{Held, held};
}

/// Near kin who hold posts that exclude each other by R06, for `check`.
pub mod posts {
    pub use super::r06_kin_in_team::kin_in_posts;
}

/// Which declarations lapse before the planned service is over, for the warning.
pub mod declaration {
    pub use super::m09_declaration_owed::{Lapse, lapses};
}

/// Who completes a case's review group although a declaration is still owed, for the plan.
pub mod review {
    pub use super::r15_review_group::provisional_reviewers;
}

use crate::check::RuleCheck;
use crate::screen::ScreeningRule;
use frame::TeamRule;

/// Every rule that judges a person for a case, by code.
pub fn screening() -> &'static [&'static dyn ScreeningRule] {
    &[
        &m09_declaration_owed::DeclarationOwed,
        &m10_embeddedness::EmbeddedHere,
        &m11_subject_on_file::SubjectOnFile,
        &r01_near_relative::NearRelative,
        &r02_witness::Witness,
        &r03_interest::Interest,
        &r04_other_circumstances::OtherCircumstances,
        &r05_kin_of_interested::KinOfInterested,
        &r06_kin_in_team::KinInTeam,
        &r07_kin_in_command::KinInCommand,
        &r14_separation::Separation,
        &r21_home_county::HomeCounty,
        &r27_clearance::ClearanceLevel,
        &r29_left_service::LeftService,
        &r32_worked_with_subject::WorkedWithSubject,
        &r33_soft_ties::SoftTies,
        &r34_stationed_at_subject::StationedAtSubject,
    ]
}

/// Every rule that posts rows of the team model or limits who may serve, by code.
pub fn team() -> &'static [&'static dyn TeamRule] {
    &[
        &m01_headcount::Headcount,
        &m02_load::Load,
        &m03_donor_floor::DonorFloor,
        &m04_skill::SkillCoverage,
        &m05_composition::CompositionRows,
        &m06_pins::Pins,
        &m07_one_role::OneRole,
        &m08_part_time_heads::PartTimeHeads,
        &r06_kin_in_team::KinInTeam,
        &r10_two_or_more::TwoOrMore,
        &r11_own_in_pair::OwnInPair,
        &r12_women_search::WomenSearch,
        &r13_safety_officer::SafetyOfficer,
        &r15_review_group::ReviewGroup,
        &r17_one_case_per_secondment::OneCasePerSecondment,
        &r18_secondment_limits::SecondmentLimits,
        &r20_unavailable::Unavailable,
    ]
}

/// Every rule that counts the people at hand on every day, so that somebody on leave is of no use to it, by code.
pub fn on_hand() -> impl Iterator<Item = &'static str> {
    team().iter().filter(|rule| rule.on_hand().is_some()).map(|rule| rule.code())
}

/// Every rule's check on a finished plan, by code.
pub fn checks() -> &'static [&'static dyn RuleCheck] {
    &[
        &m01_headcount::Headcount,
        &m02_load::Load,
        &m03_donor_floor::DonorFloor,
        &m04_skill::SkillCoverage,
        &m05_composition::CompositionRows,
        &m06_pins::Pins,
        &m07_one_role::OneRole,
        &m08_part_time_heads::PartTimeHeads,
        &m09_declaration_owed::DeclarationOwed,
        &m10_embeddedness::EmbeddedHere,
        &m11_subject_on_file::SubjectOnFile,
        &r01_near_relative::NearRelative,
        &r02_witness::Witness,
        &r03_interest::Interest,
        &r04_other_circumstances::OtherCircumstances,
        &r05_kin_of_interested::KinOfInterested,
        &r06_kin_in_team::KinInTeam,
        &r07_kin_in_command::KinInCommand,
        &r08_borrowed_bound::BorrowedBound,
        &r10_two_or_more::TwoOrMore,
        &r11_own_in_pair::OwnInPair,
        &r12_women_search::WomenSearch,
        &r13_safety_officer::SafetyOfficer,
        &r14_separation::Separation,
        &r15_review_group::ReviewGroup,
        &r17_one_case_per_secondment::OneCasePerSecondment,
        &r18_secondment_limits::SecondmentLimits,
        &r19_pin_reason::PinReason,
        &r20_unavailable::Unavailable,
        &r21_home_county::HomeCounty,
        &r26_jurisdiction::Jurisdiction,
        &r27_clearance::ClearanceLevel,
        &r29_left_service::LeftService,
        &r32_worked_with_subject::WorkedWithSubject,
        &r33_soft_ties::SoftTies,
        &r34_stationed_at_subject::StationedAtSubject,
    ]
}
