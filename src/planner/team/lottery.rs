//! The seeded draw that separates equal plans, never by file order.

use crate::id::{CaseId, PersonId};

/// The number drawn for a person, case and role, from 1 to 1000.
pub fn draw(seed: u64, person: &PersonId, case: &CaseId, role: &str) -> i64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes());
    for part in [person.as_str(), "\0", case.as_str(), "\0", role] {
        hasher.update(part.as_bytes());
    }
    let hash = hasher.finalize();
    let mut first = [0_u8; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    1 + (u64::from_le_bytes(first) % 1000) as i64
}
