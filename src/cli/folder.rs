//! Where files go: new folders, without ever overwriting one, and files in folders that are there.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::failure::{Complaint, Failure};
use crate::diag::{Text, io_reason};
use crate::plan::ExitCode;

/// Refuses a file that cannot be written because its folder is not there or the name is a folder's, before any work is
/// done for it.
pub(super) fn ensure_writable(path: &Path) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let why = match std::fs::metadata(folder) {
        Ok(found) if !found.is_dir() => io_reason(&io::ErrorKind::NotADirectory.into()),
        Ok(_) if path.is_dir() => return Err(Failure::unwritable(path, &io::ErrorKind::IsADirectory.into())),
        Ok(_) => return Ok(()),
        Err(error) => io_reason(&error),
    };
    let (path, folder) = (path.display(), folder.display());
    let cause = Text::new(
        format!("无法写入 {path}：文件夹 {folder} {}", why.zh),
        format!("cannot write {path}: the folder {folder}: {}", why.en),
    );
    let hint = Text::new("请先建立该文件夹，或换一个路径", "make the folder first, or choose another path");
    Err(Failure::Stopped(ExitCode::BadInput, Complaint { cause, hint }))
}

/// Creates `dir` with these files (names may hold `/`); refuses a folder in which something lies already.
pub(super) fn write_new(dir: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                let name = dir.display();
                return Err(Failure::usage(
                    Text::new(format!("文件夹 {name} 不是空的"), format!("the folder {name} is not empty")),
                    Text::new(
                        "请另选一个新文件夹，已有的文件不会被覆盖",
                        "choose a new folder; nothing is ever overwritten",
                    ),
                ));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(Failure::unwritable(dir, &error)),
    }
    for (name, bytes) in files {
        let path = dir.join(name);
        let parent = path.parent().unwrap_or(dir);
        std::fs::create_dir_all(parent).map_err(|error| Failure::unwritable(parent, &error))?;
        std::fs::write(&path, bytes).map_err(|error| Failure::unwritable(&path, &error))?;
    }
    Ok(())
}
