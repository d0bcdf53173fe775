//! The complete model as MPS, tier by tier, for anyone who wants to confirm an optimum elsewhere.

use std::io::{self, Write};

use super::{TeamRequest, composed};
use crate::milp::write_mps;
use crate::plan::Plan;
use crate::policy::Policy;
use crate::pool::Pool;

/// Non-zeros above which an export wants to be forced.
const MOST_NON_ZEROS: usize = 50_000_000;

/// Where the files go: called with a tier's name, answers with a writer.
pub type Export<'a> = &'a mut dyn FnMut(&str) -> io::Result<Box<dyn Write>>;

/// Why an export did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The model is larger than is sensible to write without being told to.
    #[error("the model has {non_zeros} non-zeros, more than {most}")]
    TooLarge {
        /// Non-zeros of the rows.
        non_zeros: usize,
        /// How many are written without being forced.
        most: usize,
    },
    /// The plan is not one of this request: its tiers do not match the model's.
    #[error("the plan has other tiers than the model")]
    OtherTiers,
    /// The files could not be written.
    #[error(transparent)]
    Write(#[from] io::Error),
}

/// Streams one MPS file per tier: the complete model, all columns integer, the earlier tiers held by rows at the
/// values that the plan states.
///
/// # Errors
/// The model is too large and `force` is off, the plan is of another request, or a file cannot be written.
pub fn export(
    pool: &Pool,
    policy: &Policy,
    request: &TeamRequest,
    plan: &Plan,
    force: bool,
    files: Export,
) -> Result<(), ExportError> {
    composed(pool, policy, request, |frame, tiers| {
        let non_zeros = frame.model.non_zeros();
        if non_zeros > MOST_NON_ZEROS && !force {
            return Err(ExportError::TooLarge { non_zeros, most: MOST_NON_ZEROS });
        }
        if tiers.len() != plan.tiers.len() {
            return Err(ExportError::OtherTiers);
        }
        let held: Vec<i64> = plan.tiers.iter().map(|tier| tier.value + tier.slack).collect();
        for (tier, objective) in frame.model.objectives.iter().enumerate() {
            let mut file = files(objective.name.as_str())?;
            write_mps(&frame.model, tier, &held, &mut file)?;
            file.flush()?;
        }
        Ok(())
    })
}
