//! Names of columns and rows, built from codes so that an exported model can be read.

use std::fmt;

/// A name such as `x.p0123.c04.interview`: parts joined by dots, everything else in a part replaced.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// Joins the parts; characters that solvers' file readers stumble over become `_`.
    pub fn new<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> Self {
        let mut name = String::new();
        for part in parts {
            if !name.is_empty() {
                name.push('.');
            }
            name.extend(part.as_ref().chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }));
        }
        Name(name)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
