//! Opening a roster folder: facts, policy and everything wrong with them.

use std::path::Path;

use super::failure::Failure;
use super::session::Session;
use crate::diag::Diagnostic;
use crate::policy::{self, FolderPolicy, Policy, policy_names};
use crate::pool::Pool;
use crate::pool::read::{Reading, fingerprint, read_folder};
use crate::pool::validate::validate;

/// The folder's own policy file.
const FOLDER_POLICY: &str = "policy.toml";

/// A roster without errors, ready to be worked with.
pub(super) struct Roster {
    /// The facts.
    pub pool: Pool,
    /// The policy in force.
    pub policy: Policy,
    /// Digest of the facts' canonical form.
    pub fingerprint: String,
}

impl Roster {
    /// Reads `dir`, shows its warnings, and stops at its errors.
    pub fn open(session: &mut Session, dir: &Path) -> Result<Self, Failure> {
        let (reading, policy) = read(session, dir)?;
        if reading.has_errors() {
            return Err(Failure::Input(reading.diagnostics));
        }
        session.warn(&reading.diagnostics)?;
        let fingerprint = fingerprint(&reading.pool);
        Ok(Roster { pool: reading.pool, policy, fingerprint })
    }
}

/// Reads `dir` and the policy that holds there; the faults of both stand in the reading.
pub(super) fn read(session: &Session, dir: &Path) -> Result<(Reading, Policy), Failure> {
    let folder = std::fs::read_dir(dir);
    if let Err(error) = folder {
        return Err(Failure::unreadable(dir, &error));
    }
    let mut reading = read_folder(dir);
    let mut faults = Vec::new();
    let folder = folder_policy(dir, &mut faults)?;
    let policy = chosen_policy(&session.policy, &folder, &mut faults)?;
    reading.diagnostics.extend(validate(&reading.pool, &reading.spans, session.as_of));
    reading.diagnostics.extend(policy::agree(&policy, &reading.pool, &reading.spans));
    reading.diagnostics.sort_by(|a, b| (&a.span, a.code, &a.cause).cmp(&(&b.span, b.code, &b.cause)));
    reading.diagnostics.splice(0..0, faults);
    Ok((reading, policy))
}

fn folder_policy(dir: &Path, faults: &mut Vec<Diagnostic>) -> Result<FolderPolicy, Failure> {
    let path = dir.join(FOLDER_POLICY);
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            let (folder, found) = FolderPolicy::read(&text);
            faults.extend(found);
            Ok(folder)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(FolderPolicy::default()),
        Err(error) => Err(Failure::unreadable(&path, &error)),
    }
}

/// A built-in policy's name goes before a file of the same name.
fn chosen_policy(named: &str, folder: &FolderPolicy, faults: &mut Vec<Diagnostic>) -> Result<Policy, Failure> {
    let is_built_in = policy_names("team").iter().any(|name| name == named);
    let (policy, found) = if is_built_in || !Path::new(named).exists() {
        policy::load(named, None, folder)
    } else {
        let text = std::fs::read_to_string(named).map_err(|error| Failure::unreadable(Path::new(named), &error))?;
        policy::load("default", Some((named, &text)), folder)
    };
    faults.extend(found);
    Ok(policy)
}
