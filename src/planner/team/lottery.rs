//! The seeded draw that separates equal plans, never by file order.

use crate::rules::frame::{TeamFrame, TeamOption};

/// The number drawn for a person, case, role, second role and stretch of time, from 1 to 1000.
pub fn draw(frame: &TeamFrame, option: &TeamOption, seed: u64) -> i64 {
    let case = &frame.cases[option.case];
    let role = |role: usize| case.roles[role].role.id.as_str();
    let also = option.also.map_or("", role);
    let (from, to) = (option.from.to_string(), option.to.to_string());
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes());
    let parts = [option.person.id.as_str(), case.case.id.as_str(), role(option.role), also, &from, &to];
    hasher.update(parts.join("\0").as_bytes());
    let hash = hasher.finalize();
    let mut first = [0_u8; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    1 + (u64::from_le_bytes(first) % 1000) as i64
}
