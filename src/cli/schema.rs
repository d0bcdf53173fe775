//! `evenhand schema`: the JSON Schema of the plan file.

use super::failure::Failure;
use super::session::Session;
use crate::plan::{ExitCode, Plan};

pub(super) fn run(session: &mut Session) -> Result<ExitCode, Failure> {
    session.print_json(&schemars::schema_for!(Plan))?;
    Ok(ExitCode::Success)
}
