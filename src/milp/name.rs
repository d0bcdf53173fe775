//! Names of columns and rows, built from codes so that an exported model can be read.

use std::fmt;

/// A name such as `x.p0123.c04.interview`: parts joined by dots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// Joins the parts; characters that solvers' file readers stumble over become their number between `_`, so that
    /// different ids stay different names.
    pub fn new<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> Self {
        let mut name = String::new();
        for part in parts {
            if !name.is_empty() {
                name.push('.');
            }
            for c in part.as_ref().chars() {
                if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') {
                    name.push(c);
                } else {
                    name.push_str(&format!("_{:x}_", u32::from(c)));
                }
            }
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

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn different_ids_have_different_names_without_blanks() {
        let names = ["张三", "李四", "p 1", "p_1", "p1"].map(|id| Name::new(["x", id, "c1"]).to_string());
        let different: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(different.len(), names.len(), "{names:?}");
        assert!(names.iter().all(|name| name.is_ascii() && !name.contains(' ')), "{names:?}");
        assert_eq!(names[4], "x.p1.c1");
    }
}
