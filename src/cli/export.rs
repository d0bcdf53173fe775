//! `evenhand team --export-model`: where the MPS files go.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::failure::{Complaint, Failure};
use super::folder;
use super::roster::Roster;
use super::session::{Session, word};
use crate::diag::Text;
use crate::plan::{ExitCode, Plan};
use crate::planner::team::{ExportError, TeamRequest, export};

/// Refuses a prefix whose folder is not there, before any work is done for it.
pub(super) fn ensure_writable(prefix: &Path) -> Result<(), Failure> {
    folder::ensure_writable(&path(prefix, "tier"))
}

/// Writes each tier's complete model beside `prefix` and says which files were written.
pub(super) fn run(
    session: &mut Session,
    roster: &Roster,
    request: &TeamRequest,
    plan: &Plan,
    prefix: &Path,
    force: bool,
) -> Result<(), Failure> {
    let mut written: Vec<PathBuf> = Vec::new();
    let result = export(&roster.pool, &roster.policy, request, plan, force, &mut |tier| {
        let path = path(prefix, tier);
        let file = BufWriter::new(File::create(&path)?);
        let compressed = path.extension().is_some_and(|extension| extension == "gz");
        written.push(path);
        Ok(if compressed {
            Box::new(Compressed(GzEncoder::new(file, Compression::default())))
        } else {
            Box::new(file) as Box<dyn Write>
        })
    });
    result.map_err(|error| failure(error, written.last().map_or(prefix, PathBuf::as_path)))?;
    for path in &written {
        let path = word(path);
        session.say(&Text::new(format!("已写入模型 {path}"), format!("wrote the model {path}")))?;
    }
    Ok(())
}

/// A compressed file whose flush, called at the end, writes the trailer too: dropped, an encoder keeps its errors to
/// itself.
struct Compressed(GzEncoder<BufWriter<File>>);

impl Write for Compressed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.try_finish()?;
        self.0.get_mut().flush()
    }
}

/// `models/m.gz` and the tier `exposure` make `models/m.exposure.mps.gz`.
fn path(prefix: &Path, tier: &str) -> PathBuf {
    let name = prefix.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (stem, gz) = name.strip_suffix(".gz").map_or((name.as_str(), ""), |stem| (stem, ".gz"));
    let stem = stem.strip_suffix(".mps").unwrap_or(stem);
    prefix.with_file_name(format!("{stem}.{tier}.mps{gz}"))
}

fn failure(error: ExportError, path: &Path) -> Failure {
    match error {
        ExportError::TooLarge { non_zeros, most } => Failure::Stopped(
            ExitCode::Usage,
            Complaint {
                cause: Text::new(
                    format!("完整模型有 {non_zeros} 个非零元，超过 {most} 个"),
                    format!("the complete model has {non_zeros} non-zeros, more than {most}"),
                ),
                hint: Text::new(
                    "确要导出请加 --force，或用 --case 减少案件",
                    "add --force to export it all the same, or plan fewer cases with --case",
                ),
            },
        ),
        ExportError::OtherTiers => {
            Failure::internal(Text::new("方案的目标层与模型不一致", "the plan has other tiers than the model"))
        }
        ExportError::Write(error) => {
            let error: io::Error = error;
            Failure::unwritable(path, &error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_tier() {
        let named = |prefix: &str| path(Path::new(prefix), "exposure").display().to_string();
        assert_eq!(named("out/m"), "out/m.exposure.mps");
        assert_eq!(named("out/m.gz"), "out/m.exposure.mps.gz");
        assert_eq!(named("m.mps.gz"), "m.exposure.mps.gz");
    }
}
