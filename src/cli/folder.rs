//! Writing a new folder without ever overwriting one.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::failure::Failure;
use crate::diag::Text;

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
