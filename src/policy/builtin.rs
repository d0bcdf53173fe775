//! The policies, rules and templates that come with the program, embedded so that it works anywhere.

use include_dir::{Dir, include_dir};

use super::load::load;
use super::{FolderPolicy, Policy};
use crate::diag::Diagnostic;

static MODELS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/models");

/// The built-in policy without any folder override, with what is wrong in the embedded files (nothing, tests say).
pub fn builtin() -> (Policy, Vec<Diagnostic>) {
    load("default", None, &FolderPolicy::default())
}

/// Names of the built-in policies of a command such as `team`, sorted.
pub fn policy_names(command: &str) -> Vec<String> {
    let mut names: Vec<String> = MODELS
        .get_dir(format!("policies/{command}"))
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_string()))
        .collect();
    names.sort();
    names
}

/// The embedded files of a folder of `models/`, by path.
pub(super) fn embedded(folder: &str) -> Vec<(String, &'static str)> {
    let mut files: Vec<(String, &'static str)> = MODELS
        .get_dir(folder)
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some((format!("models/{}", file.path().to_str()?), file.contents_utf8()?)))
        .filter(|(path, _)| path.ends_with(".toml"))
        .collect();
    files.sort();
    files
}

/// One embedded file of `models/`.
pub(super) fn embedded_file(path: &str) -> Option<&'static str> {
    MODELS.get_file(path)?.contents_utf8()
}
