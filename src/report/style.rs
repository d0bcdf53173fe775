//! Terminal styles. They are always written; the program's streams strip them when nobody looks at a terminal.

/// Bold, for headings and commands to copy.
pub fn bold(words: &str) -> String {
    styled("1", words)
}

/// Dim, for progress.
pub fn dim(words: &str) -> String {
    styled("2", words)
}

/// Bold red, for errors.
pub fn red(words: &str) -> String {
    styled("1;31", words)
}

/// Bold green, for hints and passed checks.
pub fn green(words: &str) -> String {
    styled("1;32", words)
}

/// Bold yellow, for warnings.
pub fn yellow(words: &str) -> String {
    styled("1;33", words)
}

fn styled(code: &str, words: &str) -> String {
    format!("\x1b[{code}m{words}\x1b[0m")
}
